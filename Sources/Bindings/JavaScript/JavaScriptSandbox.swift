import BookModel
import CJavaScriptCore

/// A JavaScript engine of its own, without files, network, timers or processes: a script sees the language and
/// the modules its host hands out, nothing else.
///
/// What comes back is data (see `Snapshot`), so that nothing of a script outlives its evaluation, but for functions
/// that `call(function:with:)` may call. Not safe for use from several threads at once.
package final class JavaScriptSandbox {
  /// How long all evaluations of a sandbox together may take, in seconds of CPU time.
  package static let defaultTimeLimit = 2.0
  /// How much memory the process may gain while a sandbox evaluates, in bytes.
  static let memoryLimit = 1 << 30

  private let context: JavaScriptContext
  private let host: any JavaScriptHost
  private let hostClass: js_class_ref
  private var runtime: js_value_ref?

  /// - Throws: `JavaScriptError.libraryMissing` when JavaScriptCore is not installed.
  package init(
    host: any JavaScriptHost = EmptyHost(), timeLimit: Double = defaultTimeLimit
  ) throws(JavaScriptError) {
    context = try JavaScriptContext(timeLimit: timeLimit)
    self.host = host
    var definition = js_class_definition()
    definition.call = { context, function, _, count, arguments, exception in
      JavaScriptSandbox.callHost(context, function, count, arguments, exception)
    }
    guard let hostClass = context.js.ClassCreate(&definition) else { throw .libraryMissing }
    self.hostClass = hostClass
    let door = context.js.ObjectMake(context.reference, hostClass, Unmanaged.passUnretained(self).toOpaque())
    context.guardian.watch(context.js)
    let start = try context.evaluate(Array(Runtime.source.utf8), name: "runtime")
    let runtime = try context.call(start, [door])
    context.js.ValueProtect(context.reference, runtime)
    self.runtime = runtime
  }

  deinit {
    if let runtime { context.js.ValueUnprotect(context.reference, runtime) }
    context.js.ClassRelease(hostClass)
  }

  /// The value of a script's last expression.
  package func evaluate(_ script: String, name: String = "script") throws(JavaScriptError) -> Value {
    try context.limited { () throws(JavaScriptError) in
      try self.snapshot(of: self.context.evaluate(Array(script.utf8), name: name))
    }
  }

  /// What a module exports by default, else all it exports; a function is called, a promise awaited.
  package func settings(in module: String) throws(JavaScriptError) -> Value {
    try context.limited { () throws(JavaScriptError) in
      let started = try self.callRuntime("start", [self.context.string(module)])
      // Leaving the engine drains its queue of promise reactions; what is still pending waits for something that
      // cannot happen here.
      return try self.snapshot(of: self.callRuntime("finish", [started]))
    }
  }

  /// Calls a function that came back as `{"$function": number}` once with every argument, and gives the results.
  package func call(function number: Int, with arguments: [String]) throws(JavaScriptError) -> Value {
    let list = Value.array(arguments.map(Value.string)).json
    return try context.limited { () throws(JavaScriptError) in
      try self.snapshot(of: self.callRuntime("call", [self.context.string(String(number)), self.context.string(list)]))
    }
  }

  private func snapshot(of value: js_value_ref?) throws(JavaScriptError) -> Value {
    let text = try context.text(of: callRuntime("snapshot", [value]))
    guard case .success(let result) = JSONReader.read(text) else {
      throw .exception(.init(message: "the script's value cannot be told as data"))
    }
    return result
  }

  private func callRuntime(_ name: String, _ arguments: [js_value_ref?]) throws(JavaScriptError) -> js_value_ref? {
    try context.call(context.property(name, of: runtime), arguments)
  }
}

extension JavaScriptSandbox {
  /// The one native function: `host(verb, argument, …)`.
  private static func callHost(
    _ context: js_context_ref?, _ function: js_value_ref?, _ count: Int,
    _ arguments: UnsafePointer<js_value_ref?>?, _ exception: UnsafeMutablePointer<js_value_ref?>?
  ) -> js_value_ref? {
    guard let data = js_load().pointee.ObjectGetPrivate(function) else { return nil }
    let sandbox = Unmanaged<JavaScriptSandbox>.fromOpaque(data).takeUnretainedValue()
    var texts: [String] = []
    for index in 0..<count { texts.append((try? sandbox.context.text(of: arguments?[index])) ?? "") }
    // An exception of a module's own is handed on as it is, so that it keeps its place.
    var thrown: js_value_ref?
    switch sandbox.answer(texts, exception: &thrown) {
    case .success(let value):
      if let thrown { exception?.pointee = thrown }
      return value ?? sandbox.context.js.ValueMakeUndefined(context)
    case .failure(let refusal):
      var message = sandbox.context.string(refusal.message)
      exception?.pointee = sandbox.context.js.ObjectMakeError(context, 1, &message, nil)
      return sandbox.context.js.ValueMakeUndefined(context)
    }
  }

  private func answer(
    _ texts: [String], exception: inout js_value_ref?
  ) -> Result<js_value_ref?, JavaScriptError.Exception> {
    switch (texts.first, texts.count) {
    case ("folder", 1): return .success(context.string(host.folder))
    case ("locale", 1): return .success(context.string(host.locale))
    case ("resolve", 3):
      switch host.resolve(texts[1], from: texts[2]) {
      case .module(let path): return .success(context.string(path))
      case .standIn: return .success(nil)
      case .refused(let reason): return .failure(.init(message: reason))
      }
    case ("load", 2):
      switch host.load(texts[1]) {
      case .script(let script):
        return .success(context.evaluate(Runtime.wrapping(script), name: texts[1], exception: &exception))
      case .json(let text): return .success(context.string(String(decoding: text, as: UTF8.self)))
      case nil: return .failure(.init(message: "\(texts[1]) cannot be read"))
      }
    default: return .failure(.init(message: "the sandbox has no such door"))
    }
  }
}

extension JavaScriptError {
  /// In one sentence without a full stop.
  package var sentence: String {
    switch self {
    case .libraryMissing: "JavaScriptCore is not installed"
    case .exception(let exception): exception.message
    case .limitReached: "the script ran longer than it may, or asked for too much memory"
    }
  }
}
