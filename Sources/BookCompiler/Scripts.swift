import BookModel
import BookPasses
import JavaScriptBinding
import SourceText

/// The sandbox as the passes see it: an engine for each page that needs one.
///
/// A script may not take longer than a second of CPU time on one page, all its expressions together.
func makeScriptEngine() -> Result<any ScriptEngine, ScriptFailure> {
  do throws(JavaScriptError) {
    return .success(SandboxEngine(sandbox: try JavaScriptSandbox(timeLimit: 1)))
  } catch {
    guard error == .libraryMissing else { return .failure(ScriptFailure(reason: error.sentence)) }
    return .failure(ScriptFailure(reason: "\(error.sentence): \(JavaScriptError.libraryRemedy)"))
  }
}

private final class SandboxEngine: ScriptEngine {
  private let sandbox: JavaScriptSandbox

  init(sandbox: JavaScriptSandbox) { self.sandbox = sandbox }

  func evaluate(_ script: String) -> Result<Value, ScriptFailure> {
    do throws(JavaScriptError) {
      return .success(try sandbox.evaluate(script, name: "page"))
    } catch {
      return .failure(ScriptFailure(reason: error.sentence))
    }
  }
}
