/// The shapes of nodes (Mermaid's documentation, "Flowcharts", "Node shapes" and "Expanded Node Shapes").
enum NodeShape: String, Sendable, CaseIterable {
  case rectangle, rounded, stadium, subroutine, cylinder, circle, doubleCircle, asymmetric, diamond, hexagon
  case leanRight, leanLeft, trapezoid, invertedTrapezoid, ellipse, text, card, linedRectangle, smallCircle, framedCircle
  case bar, hourglass, braceLeft, braceRight, braces, bolt, document, delay, horizontalCylinder, linedCylinder
  case curvedTrapezoid, dividedRectangle, triangle, windowPane, filledCircle, linedDocument, notchedPentagon
  case flippedTriangle, slopedRectangle, documents, rectangles, flag, bowTie, crossedCircle, taggedDocument
  case taggedRectangle, cloud, bang, dataStore

  /// The shape that a name of `@{ shape: … }` means; nil for names that are none.
  init?(named name: String) {
    guard let shape = NodeShape.names[name] else { return nil }
    self = shape
  }

  /// Every name and alias.
  static let names: [String: NodeShape] = {
    var names: [String: NodeShape] = [:]
    for (shape, words) in aliases {
      for word in words.split(separator: " ") { names[String(word)] = shape }
    }
    return names
  }()

  private static let aliases: [(NodeShape, String)] = [
    (.rectangle, "rect proc process rectangle square"), (.rounded, "rounded event"),
    (.stadium, "stadium pill terminal"),
    (.subroutine, "fr-rect framed-rectangle subproc subprocess subroutine"), (.cylinder, "cyl cylinder database db"),
    (.circle, "circle circ"), (.doubleCircle, "dbl-circ double-circle"), (.asymmetric, "odd"),
    (.diamond, "diam decision diamond question"), (.hexagon, "hex hexagon prepare"),
    (.leanRight, "lean-r in-out lean-right"), (.leanLeft, "lean-l lean-left out-in"),
    (.trapezoid, "trap-b priority trapezoid trapezoid-bottom"),
    (.invertedTrapezoid, "trap-t inv-trapezoid manual trapezoid-top"), (.ellipse, "ellipse"), (.text, "text"),
    (.card, "notch-rect card notched-rectangle"),
    (.linedRectangle, "lin-rect lin-proc lined-process lined-rectangle shaded-process"),
    (.smallCircle, "sm-circ small-circle start"), (.framedCircle, "fr-circ framed-circle stop"), (.bar, "fork join"),
    (.hourglass, "hourglass collate"), (.braceLeft, "brace brace-l comment"), (.braceRight, "brace-r"),
    (.braces, "braces"), (.bolt, "bolt com-link lightning-bolt"), (.document, "doc document"),
    (.delay, "delay half-rounded-rectangle"), (.horizontalCylinder, "h-cyl das horizontal-cylinder"),
    (.linedCylinder, "lin-cyl disk lined-cylinder"), (.curvedTrapezoid, "curv-trap curved-trapezoid display"),
    (.dividedRectangle, "div-rect div-proc divided-process divided-rectangle"), (.triangle, "tri extract triangle"),
    (.windowPane, "win-pane internal-storage window-pane"), (.filledCircle, "f-circ filled-circle junction"),
    (.linedDocument, "lin-doc lined-document"), (.notchedPentagon, "notch-pent loop-limit notched-pentagon"),
    (.flippedTriangle, "flip-tri flipped-triangle manual-file"),
    (.slopedRectangle, "sl-rect manual-input sloped-rectangle"), (.documents, "docs documents st-doc stacked-document"),
    (.rectangles, "processes procs st-rect stacked-rectangle"), (.flag, "flag paper-tape"),
    (.bowTie, "bow-rect bow-tie-rectangle stored-data"), (.crossedCircle, "cross-circ crossed-circle summary"),
    (.taggedDocument, "tag-doc tagged-document"),
    (.taggedRectangle, "tag-rect tag-proc tagged-process tagged-rectangle"),
    (.cloud, "cloud"), (.dataStore, "datastore data-store"), (.bang, "bang"),
  ]

  /// Whether the shape says all by itself and holds no letters.
  var isSymbol: Bool {
    switch self {
    case .smallCircle, .framedCircle, .bar, .hourglass, .bolt, .filledCircle, .crossedCircle: true
    default: false
    }
  }

  /// What lines to it are cut off at.
  var outline: Graph.Outline {
    switch self {
    case .circle, .doubleCircle, .ellipse, .smallCircle, .framedCircle, .filledCircle, .crossedCircle: .ellipse
    case .diamond: .diamond
    default: .box
    }
  }
}
