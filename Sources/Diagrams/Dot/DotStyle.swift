/// Reads labels of DOT.
enum DotLabel {
  /// `\n`, `\l` and `\r` part lines, `\N` is the node's name; the fields of a record stand in lines of their own.
  static func label(_ text: String, node: String) -> Label {
    var plain = ""
    var isEscaped = false
    for letter in text {
      if isEscaped {
        switch letter {
        case "n", "l", "r": plain += "<br>"
        case "N", "G": plain += node
        default: plain.append(letter)
        }
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else {
        plain.append(letter)
      }
    }
    return LabelMarkup.label(plain.trimmingSpaces)
  }
}

/// Reads the looks of DOT (Graphviz's documentation, "Node Shapes", "Arrow Shapes").
enum DotStyle {
  static func shape(_ name: String) -> NodeShape {
    switch name.lowercased() {
    case "box", "rect", "rectangle", "square", "record", "component", "tab", "folder", "box3d": .rectangle
    case "mrecord": .rounded
    case "circle": .circle
    case "doublecircle": .doubleCircle
    case "point": .filledCircle
    case "diamond", "mdiamond": .diamond
    case "hexagon", "octagon", "doubleoctagon": .hexagon
    case "parallelogram": .leanRight
    case "trapezium", "house": .trapezoid
    case "invtrapezium", "invhouse": .invertedTrapezoid
    case "triangle": .triangle
    case "invtriangle": .flippedTriangle
    case "cylinder": .cylinder
    case "note": .document
    case "plaintext", "none", "plain": .text
    default: .ellipse
    }
  }

  static func style(_ attributes: [String: String], isNode: Bool) -> Style {
    var style = Style()
    let words = attributes["style"] ?? ""
    let color = attributes["color"].flatMap { Color(css: $0) }
    style.stroke = color
    if words.contains("filled") || !isNode {
      style.fill =
        (attributes["fillcolor"] ?? attributes["bgcolor"]).flatMap { Color(css: $0) } ?? (isNode ? color : nil)
    }
    style.color = attributes["fontcolor"].flatMap { Color(css: $0) }
    if words.contains("dashed") || words.contains("dotted") { style.dash = [3, 3] }
    if words.contains("bold") { style.strokeWidth = 2.5 }
    return style
  }

  static func mark(_ name: String?) -> Flowchart.Mark {
    switch name {
    case "none": .none
    case "dot", "odot": .circle
    case "box", "tee", "crow": .cross
    default: .arrow
    }
  }
}
