/// A service: its title in a shape that goes with its icon, the icon's name beneath where it says more.
struct ArchitectureSign {
  private let shape: NodeShape
  private let label: SetLabel
  let size: Size

  init(_ service: ArchitectureDiagram.Service, _ bench: Workbench) {
    guard !service.isJunction else {
      (shape, label, size) = (.filledCircle, .empty, Size(10, 10))
      return
    }
    shape =
      switch service.icon {
      case "database": .cylinder
      case "disk": .horizontalCylinder
      case "cloud": .cloud
      case "internet": .ellipse
      case "server": .linedRectangle
      default: .rectangle
      }
    var lines = service.title.lines.map { $0.map { Label.Run(text: $0.text, isBold: true) } }
    if shape == .rectangle, !service.icon.isEmpty,
      !service.title.plainText.lowercased().contains(service.icon.lowercased())
    {
      lines.append([Label.Run(text: "[\(service.icon)]")])
    }
    label = bench.measure.set(Label(lines: lines), TextStyle(size: 13), width: 130)
    size = shape.size(around: label.size)
  }

  /// Around the origin.
  var picture: Scene {
    var scene = Scene()
    let isJunction = shape == .filledCircle
    for path in shape.paths(in: Rect(center: Point(0, 0), size: size)) {
      let fill = isJunction ? Palette.line : Palette.nodeFill
      scene.add(
        path.path,
        Paint(fill: path.isFilled ? fill : nil, stroke: isJunction ? Palette.line : Palette.nodeStroke, width: 1.5))
    }
    scene.add(label, at: shape.labelOffset(in: size))
    return scene
  }

  /// Lines are cut off at this.
  var outline: Graph.Outline { shape.outline }

  static func title(of group: ArchitectureDiagram.Group, _ bench: Workbench) -> SetLabel {
    var text = group.title
    let plain = text.plainText.lowercased()
    if !group.icon.isEmpty, !plain.contains(group.icon.lowercased()), let last = text.lines.indices.last {
      text.lines[last].append(Label.Run(text: " [\(group.icon)]"))
    }
    return bench.measure.set(text, TextStyle(size: 13, isBold: true), width: 220)
  }
}
