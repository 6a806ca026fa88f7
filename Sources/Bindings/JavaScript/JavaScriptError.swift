/// Why a script gave no result.
package enum JavaScriptError: Error, Equatable, Sendable {
  /// JavaScriptCore is not installed.
  case libraryMissing
  /// The script threw, or is none: the message, and the place where known.
  case exception(Exception)
  /// The script ran longer than it may, or asked for too much memory.
  case limitReached

  package struct Exception: Error, Equatable, Sendable {
    package var message: String
    /// The name the script was evaluated under.
    package var script: String?
    /// Counted from 1; nil where unknown.
    package var line: Int?

    package init(message: String, script: String? = nil, line: Int? = nil) {
      self.message = message
      self.script = script
      self.line = line
    }
  }

  /// What can be done about a missing library.
  package static let libraryRemedy = "install JavaScriptCore: apt-get install libjavascriptcoregtk-4.1-0"
}
