import BookModel
import SourceText

/// Reads lines of plain `key: scalar`, which most front matter is; nil when a line is anything else.
///
/// The values are those of YAML 1.2's core schema, which the full parser gives too.
func flatFields(_ bytes: Bytes, _ range: Range<Int>, file: FileID) -> [FrontMatter.Field]? {
  var fields: [FrontMatter.Field] = []
  var start = range.lowerBound
  while start < range.upperBound {
    var end = start
    while end < range.upperBound, !bytes.base[end].isLineEnding { end += 1 }
    if start < end, bytes.base[start] != .hash {
      guard let field = flatField(Bytes(base: bytes.base, count: end), start, file: file),
        !fields.contains(where: { $0.key == field.key })
      else { return nil }
      fields.append(field)
    }
    start = end + 1
  }
  return fields
}

private func flatField(_ line: Bytes, _ start: Int, file: FileID) -> FrontMatter.Field? {
  var index = start
  while index < line.count, line.base[index].isAlphanumeric || line.base[index] == .underscore { index += 1 }
  guard index > start, line.base[start].isLetter, index < line.count, line.base[index] == .colon else { return nil }
  guard index + 1 < line.count, line.base[index + 1] == .space else { return nil }
  let text = line.trimmed(index + 1, line.count)
  guard !text.isEmpty, let value = flatScalar(line, text) else { return nil }
  return FrontMatter.Field(
    key: line.string(start, index), value: value, range: SourceRange(file: file, start..<text.upperBound))
}

private func flatScalar(_ line: Bytes, _ text: Range<Int>) -> Value? {
  let first = line.base[text.lowerBound]
  if first == .quote || first == .apostrophe { return quotedScalar(line, text) }
  if first == .openBracket { return flatSequence(line, text) }
  guard first.isAlphanumeric || first >= 0x80 || first == .slash else { return nil }
  for index in text {
    let byte = line.base[index]
    if byte == .colon, index + 1 >= text.upperBound || line.base[index + 1].isSpaceOrTab { return nil }
    if byte == .hash, line.base[index - 1].isSpaceOrTab { return nil }
    if byte < 0x20 || byte == 0x7F { return nil }
  }
  if first.isDigit {
    guard text.count <= 9 else { return nil }
    var number = 0
    for index in text {
      guard line.base[index].isDigit else { return nil }
      number = number * 10 + Int(line.base[index] - 0x30)
    }
    return first == UInt8(ascii: "0") && text.count > 1 ? nil : .number(Double(number))
  }
  let string = line.string(text)
  switch string.utf8.count <= 5 ? string.lowercased() : "" {
  case "true": return .bool(true)
  case "false": return .bool(false)
  case "null", "yes", "no", "on", "off", "y", "n": return nil
  default: return .string(string)
  }
}

/// A string in quotes without escapes.
private func quotedScalar(_ line: Bytes, _ text: Range<Int>) -> Value? {
  guard text.count >= 2, let last = text.last, line.base[last] == line.base[text.lowerBound] else { return nil }
  for index in text.lowerBound + 1..<last {
    let byte = line.base[index]
    if byte == line.base[text.lowerBound] || byte == .backslash || byte < 0x20 { return nil }
  }
  return .string(line.string(text.lowerBound + 1, last))
}

/// `[a, "b", c-d]` of strings without escapes.
private func flatSequence(_ line: Bytes, _ text: Range<Int>) -> Value? {
  guard let last = text.last, line.base[last] == .closeBracket else { return nil }
  var values: [Value] = []
  var index = line.skippingSpaces(from: text.lowerBound + 1)
  while index < last {
    let isQuoted = line.base[index] == .quote || line.base[index] == .apostrophe
    var end = isQuoted ? index + 1 : index
    while end < last, isQuoted ? line.base[end] != line.base[index] : isFlatWord(line.base[end]) { end += 1 }
    guard end > index, end < last || !isQuoted else { return nil }
    end += isQuoted ? 1 : 0
    guard let value = flatScalar(line, index..<end) else { return nil }
    values.append(value)
    index = line.skippingSpaces(from: end)
    guard index < last else { break }
    guard line.base[index] == UInt8(ascii: ",") else { return nil }
    index = line.skippingSpaces(from: index + 1)
  }
  return .array(values)
}

private func isFlatWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == .hyphen || byte == .underscore }
