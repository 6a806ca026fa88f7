extension InterfaceWords {
  /// The words of a language, found by lookup (RFC 4647 §3.4): the tag is shortened from its end until there are
  /// words for it. English where there are none.
  ///
  /// - Parameter tag: a BCP 47 tag: `pt-BR`, `zh-Hant-HK`.
  package static func words(of tag: String) -> InterfaceWords {
    var subtags = LanguageTag(tag).subtags
    while !subtags.isEmpty {
      if let words = byTag(subtags.joined(separator: "-")) { return words }
      subtags.removeLast()
      // A subtag of one letter introduces what stood behind it.
      if subtags.last?.utf8.count == 1 { subtags.removeLast() }
    }
    return english
  }

  private static func byTag(_ tag: String) -> InterfaceWords? {
    switch tag {
    case "ar": arabic
    case "cs": czech
    case "da": danish
    case "de": german
    case "en": english
    case "es": spanish
    case "fa": persian
    case "fr": french
    case "he": hebrew
    case "hi": hindi
    case "id": indonesian
    case "it": italian
    case "ja": japanese
    case "ko": korean
    case "nl": dutch
    case "pl": polish
    case "pt": portuguese
    case "pt-br": brazilianPortuguese
    case "ru": russian
    case "sv": swedish
    case "tr": turkish
    case "uk": ukrainian
    case "vi": vietnamese
    case "zh": simplifiedChinese
    case "zh-hant": traditionalChinese
    default: nil
    }
  }
}
