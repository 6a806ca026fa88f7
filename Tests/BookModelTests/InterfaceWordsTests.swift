import Testing

@testable import BookModel

@Suite struct InterfaceWordsTests {
  private static let tags = [
    "ar", "cs", "da", "de", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "pt-BR", "ru", "sv",
    "tr", "uk", "vi", "zh-Hans", "zh-Hant",
  ]

  @Test(arguments: tags) func everyLanguageHasItsOwnWords(tag: String) {
    let words = InterfaceWords.words(of: tag)
    let pairs = zip(Mirror(reflecting: words).children, Mirror(reflecting: InterfaceWords.english).children)
    let same = pairs.filter { $0.value as? String == $1.value as? String }.compactMap(\.0.label)
    // Words such as `Tip`, `Version` and `Website` are the same in some languages; sentences never are.
    #expect(same.count <= 14, "\(same)")
    #expect(!same.contains { $0.hasPrefix("summary") || $0 == "madeWith" }, "\(same)")
  }

  @Test(arguments: tags) func translationsKeepTheMarks(tag: String) throws {
    let words = InterfaceWords.words(of: tag)
    for (own, english) in zip(Mirror(reflecting: words).children, Mirror(reflecting: InterfaceWords.english).children) {
      let (text, original) = (try #require(own.value as? String), try #require(english.value as? String))
      #expect(!text.isEmpty, "\(own.label ?? "")")
      for mark in ["{n}", "{total}", "{name}"] {
        #expect(text.contains(mark) == original.contains(mark), "\(own.label ?? "") and \(mark)")
      }
    }
  }

  @Test func lookupShortensTags() {
    #expect(InterfaceWords.words(of: "de-AT").tip == "Tipp")
    #expect(InterfaceWords.words(of: "de_CH-1996").tip == "Tipp")
    #expect(InterfaceWords.words(of: "en-x-de") == .english)
    #expect(InterfaceWords.words(of: "tlh") == .english)
    #expect(InterfaceWords.words(of: "") == .english)
    #expect(InterfaceWords.words(of: "pt-BR").contents == "Sumário")
    #expect(InterfaceWords.words(of: "pt-AO").contents == "Índice")
    #expect(InterfaceWords.words(of: "iw") == .words(of: "he"))
  }

  @Test func chineseFollowsItsScript() {
    for tag in ["zh", "zh-CN", "zh-Hans", "zh-SG", "zh-Hans-HK"] {
      #expect(InterfaceWords.words(of: tag).info == "信息", "\(tag)")
    }
    for tag in ["zh-TW", "zh-Hant", "zh-HK", "zh-Hant-HK", "zh_TW"] {
      #expect(InterfaceWords.words(of: tag).info == "資訊", "\(tag)")
    }
  }

  @Test func choicesCountInTheirOrder() {
    var metadata = Metadata(title: "T", language: "de")
    metadata.wordChoices = [
      WordChoice(key: "tip", text: "A"), WordChoice(key: "tip", text: "B"), .init(key: "x", text: "C"),
    ]
    #expect(metadata.words.tip == "B" && metadata.words.note == "Hinweis")
  }

  @Test func everyWordButTheSummaryCanBeChosen() {
    let names = Mirror(reflecting: InterfaceWords.english).children.compactMap(\.label)
    #expect(names.filter { !$0.hasPrefix("summary") } == WordChoice.keys)
  }

  @Test func scriptsDecideTheDirection() {
    for tag in ["ar", "fa-IR", "he", "iw", "ur", "az-Arab", "ckb"] { #expect(LanguageTag(tag).isRightToLeft, "\(tag)") }
    for tag in ["en", "ar-Latn", "zh-Hant", "ks-Deva", ""] { #expect(!LanguageTag(tag).isRightToLeft, "\(tag)") }
  }
}
