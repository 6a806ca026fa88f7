import SourceText

/// Why a file cannot be in a book.
enum AssetFailure: Error, Equatable {
  case unreadable(WorldError)
  /// No picture we know, or one of a format that an EPUB may not hold.
  case format(String?)
  /// A drawing that would run or fetch something.
  case unsafe(String)

  func report(_ request: AssetRequest, to findings: inout Findings) {
    switch self {
    case .unreadable(.outside(let path)):
      findings.warning(
        .pathOutside, "`\(path)` lies outside the handbook", at: request.range, help: "copy it into the handbook")
    case .unreadable(.missing(let path)):
      findings.warning(.imageMissing, "there is no file `\(path)`", at: request.range)
    case .unreadable(.unreadable(let path, let reason)):
      findings.warning(.imageMissing, "`\(path)` cannot be read: \(reason)", at: request.range)
    case .format(let type):
      findings.warning(
        .imageFormat,
        "`\(request.shown)` is \(type.map { "of type \($0), which a book cannot show" } ?? "no picture")",
        at: request.range, notes: ["its alternative text is kept"], help: "save it as PNG, JPEG or SVG")
    case .unsafe(let what):
      findings.warning(
        .imageUnsafe, "the drawing `\(request.shown)` holds \(what) and is left out", at: request.range,
        notes: ["its alternative text is kept"],
        help: "save it as plain SVG, without scripts and without files of its own")
    }
  }
}

extension AssetRequest {
  /// The address for a message: not the whole of one that holds its file.
  fileprivate var shown: String { written.count <= 120 ? written : written.prefix(60) + "…" }
}
