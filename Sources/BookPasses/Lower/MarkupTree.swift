import BookModel
import SourceText

/// A piece of what HTML and JSX are read into before it is known whether it makes blocks or running text.
///
/// Both kinds of markup become the same tree, so that one set of rules makes valid XHTML of either.
indirect enum MarkupNode {
  case element(MarkupElement)
  /// Text of raw HTML, character references decoded, white space as written.
  case text(String, SourceRange)
  /// Markdown between the tags, lowered already.
  case block(Block)
  case inline(Inline)
  /// A paragraph that holds tags: kept as such until its tags are known to pair within it.
  case paragraph([MarkupNode], SourceRange)
  /// A closing tag that nothing among its siblings opens: perhaps something around them does.
  case close(String, SourceRange)
}

struct MarkupElement {
  /// As written for JSX, in lower case for HTML; empty for a fragment.
  var name: String
  var attributes: [JSXAttribute]
  var children: [MarkupNode] = []
  var range: SourceRange
  /// Whether a closing tag, or the tag itself, said where it ends.
  var isClosed = false
  /// Whether it is JSX on lines of its own: a component there stands among paragraphs whatever it is.
  var isFlow = false

  subscript(_ attribute: String) -> JSXAttribute.Value? {
    attributes.first { $0.name == attribute }?.value
  }

  /// A component of the site, not an element of HTML: its name starts with a capital letter, or has a dot.
  var isComponent: Bool {
    guard let first = name.utf8.first else { return false }
    return (first >= 0x41 && first <= 0x5A) || name.utf8.contains(UInt8(ascii: "."))
  }
}

/// Builds a tree of tags in the order they come, as leniently as a browser does: elements whose end may be left
/// out end where they must, a closing tag ends everything opened since its partner.
struct MarkupTree {
  private(set) var roots: [MarkupNode] = []
  private var open: [MarkupElement] = []
  /// Elements that nothing closed, their closing tags being no matter of taste.
  private(set) var unclosed: [MarkupElement] = []
  /// How many elements may be open at once; deeper ones give way to what they hold.
  private let limit: Int
  /// The names of those that gave way, innermost last.
  private var skipped: [String] = []

  init(limit: Int) {
    self.limit = limit
  }

  var depth: Int { open.count }

  mutating func append(_ node: MarkupNode) {
    if open.isEmpty {
      roots.append(node)
    } else {
      open[open.count - 1].children.append(node)
    }
  }

  mutating func open(_ element: MarkupElement) {
    if let ended = HTMLRules.endedBy(opening: element.name, within: open.map(\.name)) {
      endElements(from: ended, closed: true)
    }
    guard open.count < limit else {
      skipped.append(element.name)
      return
    }
    open.append(element)
  }

  func isOpen(_ name: String) -> Bool { open.contains { $0.name == name } }

  /// Ends the nearest open element of a name; false when there is none.
  mutating func close(_ name: String) -> Bool {
    if skipped.last == name {
      skipped.removeLast()
      return true
    }
    guard let position = open.lastIndex(where: { $0.name == name }) else { return false }
    endElements(from: position + 1, closed: false)
    endElements(from: position, closed: true)
    return true
  }

  mutating func finish() -> [MarkupNode] {
    endElements(from: 0, closed: false)
    return roots
  }

  private mutating func endElements(from position: Int, closed: Bool) {
    while open.count > position {
      var element = open.removeLast()
      element.isClosed = closed
      if !closed, !HTMLRules.mayStayOpen.contains(element.name) { unclosed.append(element) }
      append(.element(element))
    }
  }
}
