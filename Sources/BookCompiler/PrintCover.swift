import Artwork
import BookModel
import LaTeXRenderer
import SourceText

/// The printed book that a cover goes round.
public struct PrintCoverOptions: Sendable {
  /// How many pages it has, blank ones included.
  public var pages: Int
  /// `white` or `cream`.
  public var paper = "white"
  /// The size of a page: A4, Letter, 6x9in, 7x10in, or measures as `170x240mm`.
  public var trim = "6x9in"
  /// Millimetres.
  public var bleed = 3.175

  public init(pages: Int) { self.pages = pages }

  /// Why the options cannot be; nil when they can.
  public var complaint: String? {
    if WrapFormat.Paper(rawValue: paper) == nil { return "there is no paper `\(paper)`: white, cream" }
    guard let size = Paper(named: trim) else { return "there is no trim size `\(trim)`: A4, Letter, 6x9in, 170x240mm" }
    if size.height < 1.2 * size.width { return "a trim size that is broader than 5:6 leaves no room for a cover" }
    if !(4...2000).contains(pages) { return "the pages must be from 4 to 2000" }
    if !(0...20).contains(bleed) { return "the bleed must be from 0 to 20 millimetres" }
    return nil
  }
}

/// Draws the cover that goes round the printed book of a handbook: `<output>/<slug>-cover.svg`, and `.pdf` where the
/// machine has librsvg.
/// - Throws: `BuildFailure` when the machine fails us.
public func makePrintCover(
  _ options: BuildOptions, print: PrintCoverOptions
) throws(BuildFailure) -> BuildReport {
  let world = try openHandbook(options.path)
  var findings = Findings()
  let discovery = try discoverHandbook(options, in: world, findings: &findings)
  var files = discovery.files
  let look = try readLook(of: discovery, in: world, options: options, files: &files, findings: &findings)
  let size = Paper(named: print.trim) ?? .sixByNine
  let format = WrapFormat(
    trimWidth: size.width, trimHeight: size.height, pages: print.pages,
    paper: WrapFormat.Paper(rawValue: print.paper) ?? .white, bleed: print.bleed)
  var written: [String] = []
  do {
    let metadata = discovery.metadata
    let cover = try drawWrapCover(
      CoverRequest(metadata, style: look.theme.cover), blurb: metadata.description, format: format)
    written = try publish(cover, of: metadata, to: options.output)
    if cover.pdf == nil {
      findings.warning(
        .coverUnusable, "the cover is written as SVG alone", notes: ["librsvg is not installed"],
        help: "install librsvg: apt-get install librsvg2-2")
    }
  } catch let error as CoverError {
    findings.error(.coverUnusable, "no cover was made", notes: [error.description])
  } catch {
    throw error as? BuildFailure ?? .cannotWrite(path: options.output, reason: String(describing: error))
  }
  return BuildReport(written: written, diagnostics: options.policy.apply(to: findings), files: files)
}

private func publish(
  _ cover: WrapCover, of metadata: Metadata, to output: String
) throws(BuildFailure) -> [String] {
  try makeFolder(output)
  let stem = Paths.join(output, fileSlug(metadata.title) + "-cover")
  try replaceFile(at: stem + ".svg", with: cover.svg)
  guard let pdf = cover.pdf else { return [stem + ".svg"] }
  try replaceFile(at: stem + ".pdf", with: pdf)
  return [stem + ".svg", stem + ".pdf"]
}
