/// The root element of an SVG file, read without a parser of XML: enough to tell its type and size.
struct SVGHeader {
  let size: PixelSize?

  /// Nil when the root element is not `svg` (in any namespace prefix).
  init?(bytes: [UInt8]) {
    let found = bytes.withUnsafeBufferPointer { buffer -> [String: String]? in
      var reader = RootReader(bytes: buffer)
      return reader.rootAttributes(named: "svg")
    }
    guard let found else { return nil }
    size = SVGHeader.size(found)
  }

  /// SVG 2, section 8.2 and CSS Images 3, section 5.1: what `width` and `height` leave out comes from `viewBox`.
  private static func size(_ attributes: [String: String]) -> PixelSize? {
    let box = numbers(attributes["viewBox"] ?? "")
    let boxWidth = box.count == 4 && box[2] > 0 ? box[2] : nil
    let boxHeight = box.count == 4 && box[3] > 0 ? box[3] : nil
    let width = attributes["width"].flatMap(pixels)
    let height = attributes["height"].flatMap(pixels)
    switch (width, height) {
    case (let width?, let height?):
      return rounded(width, height)
    case (let width?, nil):
      return ratio(boxHeight, boxWidth).flatMap { rounded(width, width * $0) }
    case (nil, let height?):
      return ratio(boxWidth, boxHeight).flatMap { rounded(height * $0, height) }
    case (nil, nil):
      guard let boxWidth, let boxHeight else { return nil }
      return rounded(boxWidth, boxHeight)
    }
  }

  private static func ratio(_ part: Double?, _ whole: Double?) -> Double? {
    guard let part, let whole else { return nil }
    return part / whole
  }

  private static func rounded(_ width: Double, _ height: Double) -> PixelSize? {
    let limit = 1_000_000.0
    guard width > 0, height > 0, width < limit, height < limit else { return nil }
    return PixelSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { $0 == " " || $0 == "," || $0.isWhitespace }.compactMap { Double($0) }
  }

  /// A length in CSS pixels (CSS Values 4, section 6.2); nil for a share of the surroundings.
  private static func pixels(_ text: String) -> Double? {
    let units: [(String, Double)] = [
      ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4), ("em", 16),
      ("ex", 8),
    ]
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined()
    for (unit, factor) in units where trimmed.hasSuffix(unit) {
      return Double(trimmed.dropLast(unit.count)).map { $0 * factor }
    }
    return Double(trimmed)
  }
}

/// Walks over a prolog (byte order mark, declaration, comments, document type) to the root element.
private struct RootReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// The attributes of the root, or nil when it has another local name or the bytes are no XML.
  mutating func rootAttributes(named name: String) -> [String: String]? {
    while true {
      skipSpace()
      if skip("<?", to: "?>") || skip("<!--", to: "-->") { continue }
      if skipDocumentType() { continue }
      break
    }
    guard starts("<") else { return nil }
    position += 1
    let root = word()
    guard root == name || root.hasSuffix(":" + name) else { return nil }
    return attributes()
  }

  private mutating func attributes() -> [String: String] {
    var found: [String: String] = [:]
    while position < bytes.count {
      skipSpace()
      let name = word()
      skipSpace()
      guard !name.isEmpty, starts("=") else { break }
      position += 1
      skipSpace()
      guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else { break }
      let quote = bytes[position]
      let start = position + 1
      guard let end = bytes[start...].firstIndex(of: quote) else { break }
      found[name] = String(decoding: bytes[start..<end], as: UTF8.self)
      position = end + 1
    }
    return found
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, !isSpace(bytes[position]), !"=/>\"'<".utf8.contains(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(_ opening: StaticString, to closing: StaticString) -> Bool {
    guard starts(opening) else { return false }
    position += opening.utf8CodeUnitCount
    while position < bytes.count, !starts(closing) { position += 1 }
    position = min(bytes.count, position + closing.utf8CodeUnitCount)
    return true
  }

  /// `<!DOCTYPE svg …>` with or without an internal subset in brackets.
  private mutating func skipDocumentType() -> Bool {
    guard starts("<!DOCTYPE") else { return false }
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x5B { depth += 1 }
      if byte == 0x5D { depth -= 1 }
      if byte == 0x3E, depth <= 0 { break }
    }
    return true
  }
}
