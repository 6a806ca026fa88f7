import CJavaScriptCore

/// An engine for the program's own libraries, such as KaTeX: they are trusted, so what a call gives back is taken as
/// it is, and only time and memory are limited, because what an author wrote may send a library round for ever.
///
/// A script in it sees the language and nothing else: no files, no network, no modules. Not safe for use from several
/// threads at once; several engines may work at once.
package final class JavaScriptEngine {
  private let context: JavaScriptContext

  /// - Throws: `JavaScriptError.libraryMissing` when JavaScriptCore is not installed.
  package init() throws(JavaScriptError) {
    context = try JavaScriptContext(timeLimit: JavaScriptSandbox.defaultTimeLimit)
  }

  /// Whether a limit was reached: such an engine runs no further script.
  package var isSpent: Bool { context.guardian.isSpent }

  /// Evaluates the script of a library; `global` and `self` are the global object there.
  /// - Parameter timeLimit: in seconds of CPU time.
  package func load(
    _ script: [UInt8], name: String, timeLimit: Double = JavaScriptSandbox.defaultTimeLimit
  ) throws(JavaScriptError) {
    try limited(to: timeLimit) { [context] () throws(JavaScriptError) in
      _ = try context.evaluate(script, name: name)
    }
  }

  /// Calls a global function with a text.
  /// - Parameter timeLimit: in seconds of CPU time.
  /// - Returns: what the function returns, as text.
  package func call(
    _ function: String, with argument: String, timeLimit: Double
  ) throws(JavaScriptError) -> String {
    try limited(to: timeLimit) { [context] () throws(JavaScriptError) in
      let callee = try context.evaluate(Array(function.utf8), name: "call")
      return try context.text(of: context.call(callee, [context.string(argument)]))
    }
  }

  private func limited<Result>(
    to seconds: Double, _ body: @escaping () throws(JavaScriptError) -> Result
  ) throws(JavaScriptError) -> Result {
    guard !context.guardian.isSpent else { throw .limitReached }
    context.guardian.renew(timeLimit: seconds)
    return try context.limited { [context] () throws(JavaScriptError) in
      context.guardian.watch(context.js)
      return try body()
    }
  }
}
