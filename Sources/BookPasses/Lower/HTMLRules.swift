/// What the passes know of HTML: which elements there are, what may stand where, what ends what (the HTML standard
/// §4 and §13.1.2).
enum HTMLRules {
  /// Elements without content, and so without a closing tag.
  static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]

  /// Elements whose content the tokenizer does not look into.
  static let rawText: Set = ["script", "style", "textarea", "title", "xmp"]

  /// Elements that vanish with everything in them; those of them that matter are reported.
  static let dropped: Set = [
    "script", "style", "template", "head", "title", "meta", "link", "base", "param", "source", "track", "area", "map",
  ]

  /// Elements whose end tag may be left out.
  static let mayStayOpen: Set = [
    "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "option", "rt", "rp", "body",
    "html",
  ]

  /// Elements that stand among paragraphs, not within them.
  static let block: Set = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
  ]

  /// Elements of running text that XHTML keeps as they are.
  static let phrasing: Set = [
    "abbr", "b", "bdi", "bdo", "cite", "dfn", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "samp", "small",
    "span", "sub", "sup", "u", "var",
  ]

  /// Elements of running text that are old or not for books, and what stands for them.
  static let renamed: [String: String] = [
    "acronym": "abbr", "time": "span", "big": "span", "font": "span", "label": "span", "nobr": "span", "button": "span",
    "output": "span", "data": "span", "blink": "span",
  ]

  /// Elements of running text with a construct of their own in the model.
  static let modelled: Set = [
    "a", "br", "code", "del", "em", "img", "s", "strike", "strong", "tt", "wbr", "picture",
  ]

  static let embedded: Set = ["iframe", "video", "audio", "object", "embed"]

  static let form: Set = ["input", "select", "option", "optgroup", "textarea", "form", "button", "progress", "meter"]

  static let drawing: Set = ["svg", "canvas", "math"]

  static func isKnown(_ name: String) -> Bool {
    block.contains(name) || phrasing.contains(name) || modelled.contains(name) || dropped.contains(name)
      || renamed[name] != nil || embedded.contains(name) || form.contains(name) || drawing.contains(name)
  }

  /// The outermost of the open elements that a new one ends, as its position in `open`; nil when it ends none.
  static func endedBy(opening name: String, within open: [String]) -> Int? {
    guard let last = open.last else { return nil }
    if last == "p", block.contains(name) { return open.count - 1 }
    guard let rule = endings[name] else { return nil }
    let fence = open.lastIndex { rule.fence.contains($0) } ?? -1
    return open.indices.first { $0 > fence && rule.ends.contains(open[$0]) }
  }

  private struct Ending {
    var ends: Set<String>
    /// Elements beyond which nothing is ended.
    var fence: Set<String>
  }

  private static let endings: [String: Ending] = [
    "li": Ending(ends: ["li"], fence: ["ul", "ol", "menu"]),
    "dt": Ending(ends: ["dt", "dd"], fence: ["dl"]),
    "dd": Ending(ends: ["dt", "dd"], fence: ["dl"]),
    "td": Ending(ends: ["td", "th"], fence: ["tr", "table"]),
    "th": Ending(ends: ["td", "th"], fence: ["tr", "table"]),
    "tr": Ending(ends: ["tr", "colgroup", "caption"], fence: ["table"]),
    "thead": Ending(ends: ["tbody", "tfoot", "thead", "colgroup", "caption"], fence: ["table"]),
    "tbody": Ending(ends: ["tbody", "tfoot", "thead", "colgroup", "caption"], fence: ["table"]),
    "tfoot": Ending(ends: ["tbody", "tfoot", "thead", "colgroup", "caption"], fence: ["table"]),
    "option": Ending(ends: ["option"], fence: ["select"]),
    "rt": Ending(ends: ["rt", "rp"], fence: ["ruby"]),
    "rp": Ending(ends: ["rt", "rp"], fence: ["ruby"]),
  ]
}
