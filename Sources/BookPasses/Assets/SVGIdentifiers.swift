/// The ids of an SVG drawing, made XML names of which each stands once (XML Names 1.0 §3, XML 1.0 §3.3.1).
///
/// Drawing programs write ids such as `Path 1` or `a+b`, and the same ones many times; browsers do not mind, but
/// checkers of EPUB refuse the file. What a reader sees stays the same: a reference leads to the first element of its
/// id, as in browsers.
enum SVGIdentifiers {
  /// The drawing with its ids mended; nil when there is nothing to mend.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    let places = valuePlaces(bytes)
    var taken = Set(places.map { bytes[$0] })
    var seen = Set<ArraySlice<UInt8>>()
    var edits: [(place: Range<Int>, new: [UInt8])] = []
    var renamed: [ArraySlice<UInt8>: [UInt8]] = [:]
    for place in places {
      let id = bytes[place]
      let isFirst = seen.insert(id).inserted
      if isFirst, isName(id) { continue }
      let new = unused(id, &taken)
      if isFirst { renamed[id] = new }
      edits.append((place, new))
    }
    guard !edits.isEmpty else { return nil }
    edits += references(to: renamed, in: bytes)
    return applying(edits.sorted { $0.place.lowerBound < $1.place.lowerBound }, to: bytes)
  }

  /// Where the values of `id` attributes stand: inside tags alone, not in text or comments.
  private static func valuePlaces(_ bytes: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var tags = SVGTags(bytes)
    while let tag = tags.next() {
      places += tag.attributes.filter { $0.writtenName == "id" }.compactMap(\.place)
    }
    return places
  }

  /// Whether the bytes are a name without colons.
  private static func isName(_ id: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: id, as: UTF8.self).unicodeScalars
    guard let first = scalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return scalars.allSatisfy(isNameScalar)
  }

  /// A cautious reading of XML's NameChar: letters, digits, `-`, `.` and `_`.
  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._".unicodeScalars.contains(scalar)
      : scalar.properties.generalCategory == .otherLetter || scalar.properties.generalCategory == .lowercaseLetter
        || scalar.properties.generalCategory == .uppercaseLetter
  }

  private static func unused(_ id: ArraySlice<UInt8>, _ taken: inout Set<ArraySlice<UInt8>>) -> [UInt8] {
    var name = String.UnicodeScalarView()
    for scalar in String(decoding: id, as: UTF8.self).unicodeScalars {
      name.append(isNameScalar(scalar) ? scalar : "-")
    }
    let stem = Array("id-\(String(name))".utf8)
    var candidate = stem
    var number = 2
    while !taken.insert(candidate[...]).inserted {
      candidate = stem + Array("-\(number)".utf8)
      number += 1
    }
    return candidate
  }

  /// `#id` in attributes and styles, up to a quote or a closing parenthesis.
  private static func references(
    to renamed: [ArraySlice<UInt8>: [UInt8]], in bytes: [UInt8]
  ) -> [(place: Range<Int>, new: [UInt8])] {
    guard !renamed.isEmpty else { return [] }
    var edits: [(place: Range<Int>, new: [UInt8])] = []
    for hash in bytes.indices where bytes[hash] == UInt8(ascii: "#") {
      let end = bytes[(hash + 1)...].firstIndex { "\"')".utf8.contains($0) } ?? bytes.count
      if let new = renamed[bytes[(hash + 1)..<end]] { edits.append((hash + 1..<end, new)) }
    }
    return edits
  }

  private static func applying(_ edits: [(place: Range<Int>, new: [UInt8])], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 8)
    var done = 0
    for (place, new) in edits {
      result += bytes[done..<place.lowerBound]
      result += new
      done = place.upperBound
    }
    return result + bytes[done...]
  }
}
