import Glibc

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

extension Color {
  /// A colour as CSS writes it: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)`, `hsl(…)`, or one of the names of
  /// CSS Color 4 §6.1; nil for anything else.
  init?(css text: String) {
    let text = text.lowercased().filter { $0 != " " }
    if text.hasPrefix("#") {
      self.init(hexDigits: text.utf8.dropFirst().map { Character(UnicodeScalar($0)).hexDigitValue ?? -1 })
    } else if let arguments = text.arguments(of: "rgb") ?? text.arguments(of: "rgba"), arguments.count >= 3 {
      let parts = arguments.prefix(3).map { $0.hasSuffix("%") ? Color.number($0) / 100 : Color.number($0) / 255 }
      self.init(
        red: parts[0], green: parts[1], blue: parts[2], alpha: arguments.count > 3 ? Color.share(arguments[3]) : 1)
    } else if let arguments = text.arguments(of: "hsl") ?? text.arguments(of: "hsla"), arguments.count >= 3 {
      self.init(
        hue: Color.number(arguments[0]), saturation: Color.number(arguments[1]) / 100,
        lightness: Color.number(arguments[2]) / 100, alpha: arguments.count > 3 ? Color.share(arguments[3]) : 1)
    } else if let hex = ColorNames.hex[text] {
      self.init(hex)
    } else {
      return nil
    }
  }

  private init?(hexDigits digits: [Int]) {
    guard digits.allSatisfy({ $0 >= 0 }) else { return nil }
    let pairs: [Int]
    switch digits.count {
    case 3, 4: pairs = digits.map { $0 * 17 }
    case 6, 8: pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    self.init(UInt32(pairs[0]) << 16 | UInt32(pairs[1]) << 8 | UInt32(pairs[2]))
    if pairs.count == 4 { alpha = UInt8(pairs[3]) }
  }

  /// CSS Color 4 §7.1.
  init(hue: Double, saturation: Double, lightness: Double, alpha: Double = 1) {
    func channel(_ n: Double) -> Double {
      let k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
      let around = k < 0 ? k + 12 : k
      return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(around - 3, 9 - around, 1))
    }
    self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
  }

  private static func number(_ text: String) -> Double {
    Double(text.prefix { $0.isNumber || $0 == "." || $0 == "-" }) ?? 0
  }

  private static func share(_ text: String) -> Double { text.hasSuffix("%") ? number(text) / 100 : number(text) }
}

extension String {
  /// `rgb(1,2,3)` → `["1", "2", "3"]`
  fileprivate func arguments(of name: String) -> [String]? {
    guard hasPrefix(name + "("), hasSuffix(")") else { return nil }
    return dropFirst(name.count + 1).dropLast().split { $0 == "," || $0 == "/" }.map(String.init)
  }
}
