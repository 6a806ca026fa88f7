/// What a script may ask of the program around it: the only door out of the sandbox.
///
/// Modules are named by their paths from the handbook's root; scripts see that root as `/handbook`.
package protocol JavaScriptHost: AnyObject {
  /// The folder scripts take for the current one, relative to the root.
  var folder: String { get }
  /// What scripts see as `DOCUSAURUS_CURRENT_LOCALE` of the environment; empty for none.
  var locale: String { get }
  /// Finds the module that `specifier` names in the script `importer`.
  func resolve(_ specifier: String, from importer: String) -> JavaScriptResolution
  /// The text of a module that `resolve` has named, as a script in the manner of CommonJS.
  /// - Returns: nil when it cannot be read; the script sees an exception then.
  func load(_ path: String) -> JavaScriptModule?
}

/// Where a `require` leads.
package enum JavaScriptResolution: Equatable, Sendable {
  case module(path: String)
  /// A stand-in that answers every property and call with itself.
  case standIn
  /// An exception with this message.
  case refused(String)
}

/// A module of the handbook's own.
package enum JavaScriptModule: Equatable, Sendable {
  case script([UInt8])
  case json([UInt8])
}

/// A host without modules: every `require` gives a stand-in.
package final class EmptyHost: JavaScriptHost {
  package init() {}
  package var folder: String { "" }
  package var locale: String { "" }
  package func resolve(_ specifier: String, from importer: String) -> JavaScriptResolution { .standIn }
  package func load(_ path: String) -> JavaScriptModule? { nil }
}
