extension FallbackFont {
  /// Scripts whose letters change their shapes or places beside others: a font of one is asked for its letters alone,
  /// and before fonts that have the same letters but are not shaped.
  package enum Script: Sendable, CaseIterable {
    case plain, ideographs, arabic, hebrew, devanagari, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada,
      malayalam
    case sinhala, thai, lao, tibetan, myanmar, georgian, ethiopic, khmer, armenian

    /// Its blocks (Unicode 15, Blocks.txt); empty for all that needs no shaping.
    var blocks: [ClosedRange<UInt32>] {
      switch self {
      case .plain, .ideographs: []
      case .armenian: [0x0530...0x058F]
      case .hebrew: [0x0590...0x05FF, 0xFB1D...0xFB4F]
      case .arabic: [0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC]
      case .devanagari: [0x0900...0x097F, 0xA8E0...0xA8FF]
      case .bengali: [0x0980...0x09FF]
      case .gurmukhi: [0x0A00...0x0A7F]
      case .gujarati: [0x0A80...0x0AFF]
      case .oriya: [0x0B00...0x0B7F]
      case .tamil: [0x0B80...0x0BFF]
      case .telugu: [0x0C00...0x0C7F]
      case .kannada: [0x0C80...0x0CFF]
      case .malayalam: [0x0D00...0x0D7F]
      case .sinhala: [0x0D80...0x0DFF]
      case .thai: [0x0E00...0x0E7F]
      case .lao: [0x0E80...0x0EFF]
      case .tibetan: [0x0F00...0x0FFF]
      case .myanmar: [0x1000...0x109F]
      case .georgian: [0x10A0...0x10FF, 0x1C90...0x1CBF]
      case .ethiopic: [0x1200...0x139F]
      case .khmer: [0x1780...0x17FF]
      }
    }

    /// The name that `handpress-fonts.sty` gives it, which decides how its letters are shaped.
    var kind: StaticString {
      switch self {
      case .plain: "plain"
      case .ideographs: "ideographs"
      case .arabic: "arabic"
      case .hebrew: "hebrew"
      case .devanagari: "devanagari"
      case .bengali: "bengali"
      case .gurmukhi: "gurmukhi"
      case .gujarati: "gujarati"
      case .oriya: "oriya"
      case .tamil: "tamil"
      case .telugu: "telugu"
      case .kannada: "kannada"
      case .malayalam: "malayalam"
      case .sinhala: "sinhala"
      case .thai: "thai"
      case .lao: "lao"
      case .tibetan: "tibetan"
      case .myanmar: "myanmar"
      case .georgian: "georgian"
      case .ethiopic: "ethiopic"
      case .khmer: "khmer"
      case .armenian: "armenian"
      }
    }
  }

  /// Whether the font may be asked for a letter.
  func serves(_ scalar: Unicode.Scalar) -> Bool {
    let blocks = script.blocks
    return blocks.isEmpty || blocks.contains { $0.contains(scalar.value) } || scalar.isInvisible
  }
}

extension Unicode.Scalar {
  /// The package of Debian with a font that has the letter, for those who miss it.
  var fontPackage: String {
    if isIdeographic { return "fonts-noto-cjk" }
    if properties.isEmojiPresentation { return "fonts-noto-color-emoji" }
    switch value {
    case 0x0590...0x05FF, 0xFB1D...0xFB4F: return "culmus"
    case 0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: return "fonts-hosny-amiri"
    case 0x2190...0x2BFF, 0x1D400...0x1FAFF: return "fonts-symbola"
    default: return "fonts-noto-core"
    }
  }
}
