import BookModel
import SourceText
import YAMLBinding

/// The top-level fields of a piece of front matter with their places.
func readYAMLFields(
  _ file: SourceFile, _ content: Range<Int>
) -> Result<[FrontMatter.Field], YAMLReader.Failure> {
  if let fields = flatFields(file, content) { return .success(fields) }
  return YAMLReader.members(of: file.bytes[content]).map { members in
    members.map { member in
      let start = content.lowerBound + member.offset
      let end = file.bytes[start..<content.upperBound].firstIndex(of: .lineFeed) ?? content.upperBound
      return FrontMatter.Field(key: member.key, value: member.value, range: SourceRange(file: file.id, start..<end))
    }
  }
}

/// Lines of `key: plain text` and `key: "text"` alone, as most front matter is: a tenth of the time a YAML parser
/// takes to start. Anything else is for the YAML parser.
private func flatFields(_ file: SourceFile, _ content: Range<Int>) -> [FrontMatter.Field]? {
  var fields: [FrontMatter.Field] = []
  var line = content.lowerBound
  while line < content.upperBound {
    var end = line
    while end < content.upperBound, file.bytes[end] != .lineFeed { end += 1 }
    let text = file.bytes[line..<end].last == .carriageReturn ? line..<end - 1 : line..<end
    if !file.bytes[text].allSatisfy(\.isSpaceOrTab) {
      guard let field = flatField(file, text), !fields.contains(where: { $0.key == field.key }) else { return nil }
      fields.append(field)
    }
    line = end + 1
  }
  return fields
}

private func flatField(_ file: SourceFile, _ line: Range<Int>) -> FrontMatter.Field? {
  let bytes = file.bytes
  var index = line.lowerBound
  while index < line.upperBound, bytes[index].isAlphanumeric || bytes[index] == .underscore || bytes[index] == .hyphen {
    index += 1
  }
  guard index > line.lowerBound, bytes[line.lowerBound].isLetter, index + 1 < line.upperBound, bytes[index] == .colon,
    bytes[index + 1] == .space
  else { return nil }
  let key = String(decoding: bytes[line.lowerBound..<index], as: UTF8.self)
  var start = index + 2
  var end = line.upperBound
  while start < end, bytes[start] == .space { start += 1 }
  while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
  guard let value = flatValue(bytes[start..<end]) else { return nil }
  return FrontMatter.Field(key: key, value: value, range: SourceRange(file: file.id, line))
}

private func flatValue(_ bytes: ArraySlice<UInt8>) -> Value? {
  guard let first = bytes.first, let last = bytes.last else { return nil }
  if first == .quote || first == .apostrophe {
    let inside = bytes.dropFirst().dropLast()
    guard bytes.count >= 2, last == first, !inside.contains(first), !inside.contains(.backslash) else { return nil }
    return .string(String(decoding: inside, as: UTF8.self))
  }
  // What begins a construct of YAML, and what could end a plain scalar within it.
  guard first.isAlphanumeric || first >= 0x80,
    bytes.allSatisfy({ $0 != .colon && $0 != .hash && $0 >= .space || $0 == .tab })
  else { return nil }
  return Value(plainYAML: String(decoding: bytes, as: UTF8.self))
}
