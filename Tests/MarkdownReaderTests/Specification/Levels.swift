/// HTML without what a divergence touches.
enum Levels {
  /// Without emphasis and the marks that may have made it.
  @Sendable static func emphasis(_ html: String) -> String {
    html.replacing(/<\/?(em|strong|del)>/, with: "").filter { !"*_~".contains($0) }
  }

  /// Without code spans, their backticks and whatever could be emphasis in them or not.
  @Sendable static func code(_ html: String) -> String {
    emphasis(spaces(html.replacing(/<\/?code>/, with: " ").replacing("`", with: " ")))
  }

  /// Without inlines of any kind, their marks and their escapes, where raw HTML or code may hold what else they are.
  @Sendable static func inlines(_ html: String) -> String {
    links(code(html).replacing("<br />", with: ""))
      .replacing(/&(lt|gt);/, with: "").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&").filter { !"[]()<>!\\".contains($0) && !$0.isWhitespace }
  }

  /// Without links, their text left.
  @Sendable static func links(_ html: String) -> String {
    html.replacing(/<img src="[^"]*" alt="([^"]*)"( title="[^"]*")? \/>/) { "!\($0.output.1)" }
      .replacing(/<a href="[^"]*"( title="[^"]*")?>/, with: "").replacing("</a>", with: "")
  }

  /// Runs of spaces and tabs as one, and none at the ends of lines and elements.
  @Sendable static func spaces(_ html: String) -> String {
    html.replacing(/[ \t]+/, with: " ")
      .replacing(#/(\n|<(p|li|code[^>]*|h[1-6])>) /#) { String($0.output.1) }
      .replacing(#/ (\n|</(p|li|code|h[1-6])>)/#) { String($0.output.1) }
  }

  /// Without paragraphs and the line endings between blocks.
  @Sendable static func paragraphs(_ html: String) -> String {
    html.replacing("<p>", with: "").replacing("</p>", with: "").filter { !$0.isWhitespace }
  }

  /// Without the boxes of tasks, as boxes and as text.
  @Sendable static func boxes(_ html: String) -> String {
    paragraphs(html.replacing(/<input[^>]*>/, with: "").replacing(/\[[ xX]\]/, with: ""))
  }
}
