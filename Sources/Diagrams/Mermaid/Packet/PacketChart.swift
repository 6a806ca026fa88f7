/// The fields of a packet, bit by bit (Mermaid documentation, "Packet Diagram").
struct PacketChart: Sendable {
  struct Field: Sendable {
    var first: Int
    var last: Int
    var label: Label
  }

  var title: String?
  var fields: [Field] = []
  /// So many bits, that nothing a person would draw is longer.
  static let limit = 65_536

  var statements: [String] {
    fields.map { field in
      let bits = field.first == field.last ? "bit \(field.first)" : "bits \(field.first) to \(field.last)"
      return "\(bits): \(field.label.plainText)"
    }
  }

  static func read(_ source: MermaidSource, _ problems: inout [DiagramProblem]) -> PacketChart {
    var chart = PacketChart()
    chart.title = source.argument.argument(of: "title")
    for line in source.lines {
      if let title = line.text.argument(of: "title") {
        chart.title = title
      } else if let problem = chart.readField(line.text) {
        problems.append(
          DiagramProblem(
            line: line.number, message: problem,
            help: "write `\(chart.next)-\(chart.next + 7): \"Name\"` or `+8: \"Name\"`"))
      }
    }
    return chart
  }

  /// The bit behind the last field.
  private var next: Int { (fields.last?.last ?? -1) + 1 }

  /// - Returns: what is wrong with it.
  private mutating func readField(_ text: String) -> String? {
    guard let (bits, written) = text.keyAndValue else { return "`\(text)` is no field of a packet" }
    let label = LabelMarkup.label(written)
    var (first, last): (Int, Int)
    if bits.hasPrefix("+") {
      guard let count = Int(bits.dropFirst()), (1...PacketChart.limit).contains(count) else {
        return "`\(bits)` is no number of bits"
      }
      (first, last) = (next, next + count - 1)
    } else {
      let ends = bits.split(separator: "-").map { Int(String($0).trimmingSpaces) }
      guard let start = ends.first ?? nil, let end = ends.last ?? nil, ends.count <= 2, start >= 0 else {
        return "`\(bits)` names no bits"
      }
      (first, last) = (start, end)
    }
    guard first <= last, last < PacketChart.limit else {
      return "the bits `\(bits)` end before they begin, or are too many"
    }
    var problem: String?
    if first != next {
      problem = "the field `\(label.plainText)` begins at bit \(first), but the one before ends at \(next - 1)"
    }
    // A field that overlaps goes on where there is room; a gap stays a gap.
    if first < next { (first, last) = (next, next + last - first) }
    guard last < PacketChart.limit else { return problem }
    fields.append(Field(first: first, last: last, label: label))
    return problem
  }
}
