/// Why no PDF could be made. None of these is the author's mistake; what is, is a diagnostic.
package enum TypesetFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// A program, package or font is not installed; `remedy` is the command that installs it.
  case missing(String, remedy: String)
  /// The engine is none that the class has a layer for; `account` is what it says of itself.
  case unsuitable(engine: String, account: String)
  /// The engine could not be started.
  case cannotStart(reason: String)
  /// There is no room on the disk for what the engine writes.
  case diskFull
  /// The engine ended without a PDF; `reason` is its own last word on it.
  case stopped(reason: String)
  /// The engine took longer than it may.
  case timedOut(seconds: Int)
  /// This process was told to end; the engine has been killed.
  case interrupted(signal: Int32)
  /// A file of the job could not be written.
  case folder(path: String, reason: String)

  package var description: String {
    switch self {
    case .missing(let what, let remedy): "\(what) is not installed; run `\(remedy)`"
    case .unsuitable(let engine, let account): "`\(engine)` is no LuaTeX, XeTeX or Tectonic, it is `\(account)`"
    case .diskFull: "there is no room left on the disk where TeX works"
    case .cannotStart(let reason): "the TeX engine cannot be started: \(reason)"
    case .stopped(let reason): "the TeX engine stopped without a PDF: \(reason)"
    case .timedOut(let seconds): "the TeX engine was stopped after \(seconds) seconds"
    case .interrupted: "interrupted"
    case .folder(let path, let reason): "cannot write `\(path)`: \(reason)"
    }
  }
}
