/// What of Unicode the setting of a line depends on.
extension Unicode.Scalar {
  /// Characters that only say how others are shown: joiners, variation selectors, direction marks.
  var isInvisible: Bool {
    switch value {
    case 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// Letters between which a line may break (UAX #14, class ID and its kin).
  var isIdeographic: Bool {
    switch value {
    case 0x2E80...0x303F, 0x3040...0x30FF, 0x3100...0x312F, 0x3190...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Letters that are written from right to left.
  var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// What may not begin a line (JIS X 4051, characters not to begin a line), in wide and in narrow forms.
  var mayNotBeginLine: Bool { isInvisible || Unicode.Scalar.clingingToTheLeft.contains(self) }

  /// What may not end a line.
  var mayNotEndLine: Bool { isInvisible || Unicode.Scalar.clingingToTheRight.contains(self) }

  private static let clingingToTheLeft = Set(
    ("、。，．・：；？！’”）〕］｝〉》」』】〗〙〛ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％‰℃…‥—～〜｠»›"
      + "!%),.:;?]}'\"").unicodeScalars)
  private static let clingingToTheRight = Set("‘“（〔［｛〈《「『【〖〘〚｟«‹￥＄([{$\"'".unicodeScalars)

  var isHangul: Bool { (0xAC00...0xD7AF).contains(value) || (0x3130...0x318F).contains(value) }

  var isThaiOrLao: Bool { (0x0E00...0x0EFF).contains(value) }

  /// A vowel of Thai or Lao that is written before the consonant it follows in speech.
  var beginsSyllable: Bool { (0x0E40...0x0E44).contains(value) || (0x0EC0...0x0EC4).contains(value) }

  /// Columns of a terminal: 2 for ideographs and emoji.
  var columns: Int {
    if isInvisible || properties.generalCategory == .nonspacingMark { return 0 }
    return isIdeographic || properties.isEmojiPresentation ? 2 : 1
  }
}

extension Character {
  /// Whether it is shown as a picture: by default, or because a selector or a sequence says so (UTS #51 §2).
  var isEmoji: Bool {
    guard let first = unicodeScalars.first else { return false }
    if unicodeScalars.contains(where: { $0.value == 0xFE0E }) { return false }
    if first.properties.isEmojiPresentation { return true }
    return first.properties.isEmoji && unicodeScalars.contains { $0.value == 0xFE0F || $0.value == 0x20E3 }
  }
}
