import BookModel
import JavaScriptBinding
import SourceText
import YAMLBinding

/// Settings written as JSON, YAML or TOML.
enum SettingsText {
  static func value(_ file: SourceFile, findings: inout Findings) -> Value? {
    switch Paths.fileExtension(of: file.path) {
    case "json": json(file, findings: &findings)
    case "toml": toml(file, findings: &findings)
    default: yaml(file, findings: &findings)
    }
  }

  private static func toml(_ file: SourceFile, findings: inout Findings) -> Value? {
    do throws(TOMLError) {
      return try parseTOML(file.bytes).value
    } catch {
      malformed("this is no TOML: \(error.message)", in: file, at: error.offset, findings: &findings)
      return nil
    }
  }

  private static func malformed(_ message: String, in file: SourceFile, at offset: Int, findings: inout Findings) {
    let start = min(offset, file.bytes.count)
    findings.error(
      .settingsMalformed, message, at: SourceRange(file: file.id, start..<min(start + 1, file.bytes.count)),
      notes: ["the file is left out of account"])
  }

  static func json(_ file: SourceFile, findings: inout Findings) -> Value? {
    switch JSONReader.read(file.bytes) {
    case .success(let value): return value
    case .failure(let failure):
      malformed("this is no JSON: \(failure.message)", in: file, at: failure.offset, findings: &findings)
      return nil
    }
  }

  private static func yaml(_ file: SourceFile, findings: inout Findings) -> Value? {
    do throws(YAMLSyntaxError) {
      return try parseYAML(String(decoding: file.bytes, as: UTF8.self)).value
    } catch {
      malformed("this is no YAML: \(error.message)", in: file, at: error.offset, findings: &findings)
      return nil
    }
  }
}
