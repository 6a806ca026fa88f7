/// The name of a command or an environment of ours: known when the program is compiled, never from a handbook.
struct LaTeXName: ExpressibleByStringLiteral {
  let text: StaticString

  init(stringLiteral text: StaticString) {
    self.text = text
    text.withUTF8Buffer { bytes in
      precondition(bytes.allSatisfy { $0.isASCIILetter }, "a TeX name is letters alone")
    }
  }
}

/// The name of a place in the book: ASCII letters, digits, `-` and `.`, which neither TeX nor PDF read in any way.
struct AnchorName: Hashable, Sendable {
  let text: String

  /// `c012`, or `c012.usage` for an anchor in it. Bytes that a name may not have become `.` and two digits, so that
  /// different anchors stay different.
  init(chapter number: Int, anchor: String? = nil) {
    let digits = String(number)
    var name = "c" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    if let anchor, !anchor.isEmpty { name += "." + AnchorName.escaped(anchor) }
    text = name
  }

  init(part number: Int) { text = "part\(number)" }

  /// Of a term of the glossary, counted from 1.
  init(term number: Int) { text = "term\(number)" }

  private static func escaped(_ anchor: String) -> String {
    var bytes: [UInt8] = []
    for byte in anchor.utf8 {
      if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "."), byte.highHexDigit, byte.lowHexDigit]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isASCIIUpper: Bool { (0x41...0x5A).contains(self) }
  var isASCIILower: Bool { (0x61...0x7A).contains(self) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  var highHexDigit: UInt8 { UInt8.hexDigit(self >> 4) }
  var lowHexDigit: UInt8 { UInt8.hexDigit(self & 15) }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension String {
  /// Whether there is nothing in it to read.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  var withoutFinalLineFeed: String {
    utf8.last == UInt8(ascii: "\n") ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }
}
