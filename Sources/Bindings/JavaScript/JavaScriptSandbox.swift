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

  let js: js_functions
  let group: js_group_ref
  let context: js_context_ref
  private let host: any JavaScriptHost
  private let guardian: Guardian
  private let hostClass: js_class_ref
  private var runtime: js_value_ref?

  /// - Throws: `JavaScriptError.libraryMissing` when JavaScriptCore is not installed.
  package init(
    host: any JavaScriptHost = EmptyHost(), timeLimit: Double = defaultTimeLimit
  ) throws(JavaScriptError) {
    guard let functions = js_load(), let group = functions.pointee.ContextGroupCreate(),
      let context = functions.pointee.GlobalContextCreateInGroup(group, nil)
    else { throw .libraryMissing }
    js = functions.pointee
    self.group = group
    self.context = context
    self.host = host
    guardian = Guardian(group: group, timeLimit: timeLimit)
    var definition = js_class_definition()
    definition.call = { context, function, _, count, arguments, exception in
      JavaScriptSandbox.callHost(context, function, count, arguments, exception)
    }
    guard let hostClass = js.ClassCreate(&definition) else { throw .libraryMissing }
    self.hostClass = hostClass
    let door = js.ObjectMake(context, hostClass, Unmanaged.passUnretained(self).toOpaque())
    guardian.watch(js)
    let start = try evaluateRaw(Array(Runtime.source.utf8), name: "runtime")
    let runtime = try callRaw(start, [door])
    js.ValueProtect(context, runtime)
    self.runtime = runtime
  }

  deinit {
    if let runtime { js.ValueUnprotect(context, runtime) }
    js.GlobalContextRelease(context)
    js.ClassRelease(hostClass)
    js.ContextGroupRelease(group)
  }

  /// The value of a script's last expression.
  package func evaluate(_ script: String, name: String = "script") throws(JavaScriptError) -> Value {
    try limited { () throws(JavaScriptError) in
      try self.snapshot(of: self.evaluateRaw(Array(script.utf8), name: name))
    }
  }

  /// What a module exports by default, else all it exports; a function is called, a promise awaited.
  package func settings(in module: String) throws(JavaScriptError) -> Value {
    try limited { () throws(JavaScriptError) in
      let started = try self.callRuntime("start", [self.string(module)])
      // Leaving the engine drains its queue of promise reactions; what is still pending waits for something that
      // cannot happen here.
      return try self.snapshot(of: self.callRuntime("finish", [started]))
    }
  }

  /// Calls a function that came back as `{"$function": number}` once with every argument, and gives the results.
  package func call(function number: Int, with arguments: [String]) throws(JavaScriptError) -> Value {
    let list = Value.array(arguments.map(Value.string)).json
    return try limited { () throws(JavaScriptError) in
      try self.snapshot(of: self.callRuntime("call", [self.string(String(number)), self.string(list)]))
    }
  }

  /// Does the work of a script on a thread that can be left alone when it never ends; the sandbox is of no use then.
  private func limited(
    _ body: @escaping () throws(JavaScriptError) -> Value
  ) throws(JavaScriptError) -> Value {
    guard !guardian.isSpent else { throw .limitReached }
    let job = Job(body)
    let work = Unmanaged.passRetained(job)
    let isDone = js_run(
      { data in
        guard let data else { return }
        Unmanaged<Job>.fromOpaque(data).takeUnretainedValue().run()
      }, work.toOpaque(), guardian.timeLimit + 0.5)
    guard isDone else {
      // The job, and with it this sandbox, stays for the thread that is still in it.
      guardian.spend()
      throw .limitReached
    }
    work.release()
    return try job.result.get()
  }

  private final class Job {
    private let body: () throws(JavaScriptError) -> Value
    private(set) var result = Result<Value, JavaScriptError>.failure(.limitReached)

    init(_ body: @escaping () throws(JavaScriptError) -> Value) { self.body = body }

    func run() {
      do throws(JavaScriptError) { result = .success(try body()) } catch { result = .failure(error) }
    }
  }

  private func snapshot(of value: js_value_ref?) throws(JavaScriptError) -> Value {
    let text = try text(of: callRuntime("snapshot", [value]))
    guard case .success(let result) = JSONReader.read(text) else {
      throw .exception(.init(message: "the script's value cannot be told as data"))
    }
    return result
  }

  private func callRuntime(_ name: String, _ arguments: [js_value_ref?]) throws(JavaScriptError) -> js_value_ref? {
    var exception: js_value_ref?
    let property = makeString(Array(name.utf8))
    defer { js.StringRelease(property) }
    let function = js.ObjectGetProperty(context, runtime, property, &exception)
    try check(exception)
    return try callRaw(function, arguments)
  }
}

extension JavaScriptSandbox {
  func evaluateRaw(_ script: [UInt8], name: String) throws(JavaScriptError) -> js_value_ref? {
    var exception: js_value_ref?
    let value = evaluateRaw(script, name: name, exception: &exception)
    try check(exception)
    return value
  }

  private func evaluateRaw(_ script: [UInt8], name: String, exception: inout js_value_ref?) -> js_value_ref? {
    let source = makeString(script)
    let url = makeString(Array(name.utf8))
    defer {
      js.StringRelease(source)
      js.StringRelease(url)
    }
    return js.EvaluateScript(context, source, nil, url, 1, &exception)
  }

  private func callRaw(
    _ function: js_value_ref?, _ arguments: [js_value_ref?]
  ) throws(JavaScriptError) -> js_value_ref? {
    var exception: js_value_ref?
    let value = js.ObjectCallAsFunction(context, function, nil, arguments.count, arguments, &exception)
    try check(exception)
    return value
  }

  private func check(_ exception: js_value_ref?) throws(JavaScriptError) {
    if guardian.isSpent { throw .limitReached }
    guard let exception else { return }
    throw .exception(describe(exception))
  }

  /// Message and place of an exception; its properties are the script's, so reading them may fail again.
  private func describe(_ exception: js_value_ref) -> JavaScriptError.Exception {
    var second: js_value_ref?
    func property(_ name: String) -> js_value_ref? {
      guard js.ValueIsObject(context, exception) else { return nil }
      let key = makeString(Array(name.utf8))
      defer { js.StringRelease(key) }
      let value = js.ObjectGetProperty(context, exception, key, &second)
      return second == nil ? value : nil
    }
    let message = (try? text(of: exception)) ?? "an exception that cannot be shown"
    let line = property("line").map { js.ValueToNumber(context, $0, &second) }
    let script = property("sourceURL").flatMap { js.ValueIsString(context, $0) ? try? text(of: $0) : nil }
    return JavaScriptError.Exception(
      message: message, script: script, line: line.flatMap { $0 >= 1 && $0 < 1e9 ? Int($0) : nil })
  }

  func text(of value: js_value_ref?) throws(JavaScriptError) -> String {
    var exception: js_value_ref?
    guard let copy = js.ValueToStringCopy(context, value, &exception) else {
      throw guardian.isSpent ? .limitReached : .exception(.init(message: "a value that has no text"))
    }
    defer { js.StringRelease(copy) }
    let units = UnsafeBufferPointer(start: js.StringGetCharactersPtr(copy), count: js.StringGetLength(copy))
    return String(decoding: units, as: UTF16.self)
  }

  func string(_ text: String) -> js_value_ref? {
    let copy = makeString(Array(text.utf8))
    defer { js.StringRelease(copy) }
    return js.ValueMakeString(context, copy)
  }

  /// Through UTF-16, since a C string would end at the first NUL and must be valid UTF-8.
  private func makeString(_ bytes: [UInt8]) -> js_string_ref? {
    let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    return js.StringCreateWithCharacters(units, units.count)
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
    for index in 0..<count { texts.append((try? sandbox.text(of: arguments?[index])) ?? "") }
    // An exception of a module's own is handed on as it is, so that it keeps its place.
    var thrown: js_value_ref?
    switch sandbox.answer(texts, exception: &thrown) {
    case .success(let value):
      if let thrown { exception?.pointee = thrown }
      return value ?? sandbox.js.ValueMakeUndefined(context)
    case .failure(let refusal):
      var message = sandbox.string(refusal.message)
      exception?.pointee = sandbox.js.ObjectMakeError(context, 1, &message, nil)
      return sandbox.js.ValueMakeUndefined(context)
    }
  }

  private func answer(
    _ texts: [String], exception: inout js_value_ref?
  ) -> Result<js_value_ref?, JavaScriptError.Exception> {
    switch (texts.first, texts.count) {
    case ("folder", 1): return .success(string(host.folder))
    case ("locale", 1): return .success(string(host.locale))
    case ("resolve", 3):
      switch host.resolve(texts[1], from: texts[2]) {
      case .module(let path): return .success(string(path))
      case .standIn: return .success(nil)
      case .refused(let reason): return .failure(.init(message: reason))
      }
    case ("load", 2):
      switch host.load(texts[1]) {
      case .script(let script):
        return .success(evaluateRaw(Runtime.wrapping(script), name: texts[1], exception: &exception))
      case .json(let text): return .success(string(String(decoding: text, as: UTF8.self)))
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
