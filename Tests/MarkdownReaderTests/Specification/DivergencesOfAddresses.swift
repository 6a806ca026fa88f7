extension Divergence {
  /// Where `cmark-gfm` links other addresses than GFM §6.9 says.
  static let ofAddresses = [
    Divergence(
      name: "www-alone",
      reason: "`www.` is no address without a domain; cmark-gfm links its first three letters",
      example: FuzzDocument("www. a", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains(/www\.([^A-Za-z0-9]|$)/) },
      level: Levels.links),
    Divergence(
      name: "underscores-in-domains",
      reason: "no underscore stands in the last two parts of a domain; cmark-gfm does not look at the last byte",
      example: FuzzDocument("www.a_", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains(/(www\.|:\/\/)\S*_/) },
      level: Levels.inlines),
    Divergence(
      name: "symbols-in-domains",
      reason: "a domain is made of letters and digits; to cmark-gfm symbols are no punctuation, nor is U+0000",
      example: FuzzDocument("http://€", mode: .gfm),
      isTriggered: {
        $0.document.mode != .commonMark && $0.markdown.contains(/(www\.|:\/\/)\S*([^\x00-\x7F]|\x00)/)
      },
      level: Levels.links),
    Divergence(
      name: "addresses-in-links",
      reason: "a link holds no other link (CommonMark §6.3), not even an address of mail",
      example: FuzzDocument("[<ab:>[]a@b.c](/d)", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains("@") && $0.markdown.contains("[") },
      level: Levels.links),
    Divergence(
      name: "addresses-behind-image-brackets",
      reason: "an address is none where a link's or an image's text may have begun; cmark-gfm minds links only",
      example: FuzzDocument("![[a]() http://b", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains(/!\[[\s\S]*(www\.|:\/\/)/) },
      level: nil),
    Divergence(
      name: "mail-to-nobody",
      reason: "an address of mail has a name before its @; cmark-gfm is content with a scheme",
      example: FuzzDocument("mailto:@.a", mode: .gfm),
      isTriggered: { $0.document.mode != .commonMark && $0.markdown.contains(/(mailto|xmpp):@/.ignoresCase()) },
      level: Levels.links),
  ]
}
