import BookModel
import JavaScriptBinding
import SourceText
import YAMLBinding

/// Settings written as JSON or YAML.
enum SettingsText {
  static func value(_ file: SourceFile, findings: inout Findings) -> Value? {
    Paths.fileExtension(of: file.path) == "json" ? json(file, findings: &findings) : yaml(file, findings: &findings)
  }

  static func json(_ file: SourceFile, findings: inout Findings) -> Value? {
    switch JSONReader.read(file.bytes) {
    case .success(let value): return value
    case .failure(let failure):
      let start = min(failure.offset, file.bytes.count)
      findings.error(
        .settingsMalformed, "this is no JSON: \(failure.message)",
        at: SourceRange(file: file.id, start..<min(start + 1, file.bytes.count)),
        notes: ["the file is left out of account"])
      return nil
    }
  }

  private static func yaml(_ file: SourceFile, findings: inout Findings) -> Value? {
    do throws(YAMLSyntaxError) {
      return try parseYAML(String(decoding: file.bytes, as: UTF8.self)).value
    } catch {
      let start = min(error.offset, file.bytes.count)
      findings.error(
        .settingsMalformed, "this is no YAML: \(error.message)",
        at: SourceRange(file: file.id, start..<min(start + 1, file.bytes.count)),
        notes: ["the file is left out of account"])
      return nil
    }
  }
}
