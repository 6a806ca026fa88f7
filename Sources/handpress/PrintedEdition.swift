import ArgumentParser
import BookCompiler

/// What is asked of the printed edition. Each option says the same as a key of `print` in `book.yml`, and wins over it.
struct PrintedEdition: ParsableArguments {
  @Option(help: "What the printed edition is for: screen or print. (default: screen)")
  var profile: String?

  @Option(help: "The paper: A4, Letter, 6x9in, 7x10in, or measures as 170x240mm. (default: A4)")
  var paper: String?

  @Option(help: ArgumentHelp("The size of the printed text in points. (default: 10.5)", valueName: "points"))
  var bodySize: Double?

  @Flag(inversion: .prefixedNo, help: "Begin printed parts and chapters on right-hand pages.")
  var recto: Bool?

  @Option(help: ArgumentHelp("How far printed pictures reach over the edge of the page. (default: 0)", valueName: "mm"))
  var bleed: Double?

  @Flag(inversion: .prefixedNo, help: "Print crop marks.")
  var cropMarks: Bool?

  @Flag(inversion: .prefixedNo, help: "End the book with a back cover.")
  var backCover: Bool?

  @Option(
    help: ArgumentHelp(
      "The colour of printed titles, six hexadecimal digits. (default: the theme's)", valueName: "rrggbb"))
  var accent: String?

  var options: PrintOptions {
    var options = PrintOptions()
    options.profile = profile
    options.paper = paper
    options.bodySize = bodySize
    options.opensOnRecto = recto
    options.bleed = bleed
    options.hasCropMarks = cropMarks
    options.hasBackCover = backCover
    options.accent = accent
    return options
  }
}
