import Foundation

/// Standard error, as a person or a log sees it.
struct Terminal {
  let hasColors: Bool
  let showsProgress: Bool

  /// Colours and the progress line are for people: neither when piped, no colours with `NO_COLOR`.
  init(environment: [String: String]) {
    let isInteractive = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    showsProgress = isInteractive
    hasColors = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Rewrites the progress line.
  @Sendable func show(_ step: String) { write("\r\u{1B}[K\(step) …") }

  func clear() {
    if showsProgress { write("\r\u{1B}[K") }
  }

  func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
