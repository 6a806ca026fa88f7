import BookModel
import SourceText

/// What a `_category_.{json,yml,yaml}` says of its folder.
struct CategoryMetadata: Equatable, Sendable {
  static let keys = [
    "label", "description", "position", "collapsed", "collapsible", "className", "key", "link", "customProps",
  ]

  var label: String?
  var key: String?
  var description: String?
  var position: Double?
  var link = CategoryLink.unset

  init?(_ value: Value, file: SourceFile, findings: inout Findings) {
    guard let members = value.members else {
      if value != .null {
        findings.error(.settingsWrongType, "the category's settings are no object", at: file.place(of: nil))
      }
      return nil
    }
    for member in members where !CategoryMetadata.keys.contains(member.key) {
      findings.warning(
        .settingsUnknownKey, "`\(member.key)` is no setting of a category", at: file.key(member.key),
        help: nearest(to: member.key, among: CategoryMetadata.keys).map { "did you mean `\($0)`?" })
    }
    label = value["label"]?.scalarText
    key = value["key"]?.scalarText
    description = value["description"]?.scalarText
    position = value["position"]?.number ?? value["position"]?.string.flatMap(Double.init)
    if let written = value["position"], position == nil, written != .null {
      findings.warning(.settingsWrongType, "`position` is no number", at: file.key("position"))
    }
    link = CategoryLink(value["link"])
  }
}

extension SourceFile {
  /// Where a key of JSON or YAML stands: before a colon, quoted or not; the start of the file when it is not found.
  func key(_ key: String) -> SourceRange {
    let wanted = Array(key.utf8)
    guard !wanted.isEmpty, bytes.count > wanted.count else { return SourceRange(file: id, start: 0, end: 0) }
    for at in 0..<(bytes.count - wanted.count) where bytes[at] == wanted[0] {
      let end = at + wanted.count
      guard bytes[at..<end].elementsEqual(wanted), at == 0 || !bytes[at - 1].isScriptWord else { continue }
      let rest = bytes[end...].drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      if rest.first == UInt8(ascii: ":") { return SourceRange(file: id, at..<end) }
    }
    return SourceRange(file: id, start: 0, end: 0)
  }
}
