import CJavaScriptCore

/// One of JavaScriptCore's engines, and what sandboxes and library engines do with it alike.
///
/// Not safe for use from several threads at once; several contexts may be used at once.
final class JavaScriptContext {
  let js: js_functions
  let reference: js_context_ref
  let guardian: Guardian
  private let group: js_group_ref

  /// - Parameter timeLimit: in seconds of CPU time.
  /// - Throws: `JavaScriptError.libraryMissing` when JavaScriptCore is not installed.
  init(timeLimit: Double) throws(JavaScriptError) {
    guard let functions = js_load(), let group = functions.pointee.ContextGroupCreate(),
      let context = functions.pointee.GlobalContextCreateInGroup(group, nil)
    else { throw .libraryMissing }
    js = functions.pointee
    self.group = group
    reference = context
    guardian = Guardian(group: group, timeLimit: timeLimit)
  }

  deinit {
    js.GlobalContextRelease(reference)
    js.ContextGroupRelease(group)
  }

  /// Does the work of a script on a thread that can be left alone when it never ends; the context is of no use then.
  /// - Parameter body: keeps what it needs alive by itself.
  func limited<Result>(
    _ body: @escaping () throws(JavaScriptError) -> Result
  ) throws(JavaScriptError) -> Result {
    guard !guardian.isSpent else { throw .limitReached }
    let job = Job(body)
    let work = Unmanaged<AnyJob>.passRetained(job)
    let isDone = js_run(
      { data in
        guard let data else { return }
        Unmanaged<AnyJob>.fromOpaque(data).takeUnretainedValue().run()
      }, work.toOpaque(), guardian.timeLimit + 0.5)
    guard isDone else {
      // The job, and with it this context, stays for the thread that is still in it.
      guardian.spend()
      throw .limitReached
    }
    work.release()
    return try job.result.get()
  }

  private class AnyJob {
    func run() {}
  }

  private final class Job<Value>: AnyJob {
    private let body: () throws(JavaScriptError) -> Value
    private(set) var result = Result<Value, JavaScriptError>.failure(.limitReached)

    init(_ body: @escaping () throws(JavaScriptError) -> Value) { self.body = body }

    override func run() {
      do throws(JavaScriptError) { result = .success(try body()) } catch { result = .failure(error) }
    }
  }
}

extension JavaScriptContext {
  func evaluate(_ script: [UInt8], name: String) throws(JavaScriptError) -> js_value_ref? {
    var exception: js_value_ref?
    let value = evaluate(script, name: name, exception: &exception)
    try check(exception)
    return value
  }

  func evaluate(_ script: [UInt8], name: String, exception: inout js_value_ref?) -> js_value_ref? {
    let source = makeString(script)
    let url = makeString(Array(name.utf8))
    defer {
      js.StringRelease(source)
      js.StringRelease(url)
    }
    return js.EvaluateScript(reference, source, nil, url, 1, &exception)
  }

  func call(_ function: js_value_ref?, _ arguments: [js_value_ref?]) throws(JavaScriptError) -> js_value_ref? {
    var exception: js_value_ref?
    let value = js.ObjectCallAsFunction(reference, function, nil, arguments.count, arguments, &exception)
    try check(exception)
    return value
  }

  func property(_ name: String, of object: js_value_ref?) throws(JavaScriptError) -> js_value_ref? {
    var exception: js_value_ref?
    let key = makeString(Array(name.utf8))
    defer { js.StringRelease(key) }
    let value = js.ObjectGetProperty(reference, object, key, &exception)
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
      guard js.ValueIsObject(reference, exception) else { return nil }
      let key = makeString(Array(name.utf8))
      defer { js.StringRelease(key) }
      let value = js.ObjectGetProperty(reference, exception, key, &second)
      return second == nil ? value : nil
    }
    let message = (try? text(of: exception)) ?? "an exception that cannot be shown"
    let line = property("line").map { js.ValueToNumber(reference, $0, &second) }
    let script = property("sourceURL").flatMap { js.ValueIsString(reference, $0) ? try? text(of: $0) : nil }
    return JavaScriptError.Exception(
      message: message, script: script, line: line.flatMap { $0 >= 1 && $0 < 1e9 ? Int($0) : nil })
  }

  func text(of value: js_value_ref?) throws(JavaScriptError) -> String {
    var exception: js_value_ref?
    guard let copy = js.ValueToStringCopy(reference, value, &exception) else {
      throw guardian.isSpent ? .limitReached : .exception(.init(message: "a value that has no text"))
    }
    defer { js.StringRelease(copy) }
    let units = UnsafeBufferPointer(start: js.StringGetCharactersPtr(copy), count: js.StringGetLength(copy))
    return String(decoding: units, as: UTF16.self)
  }

  func string(_ text: String) -> js_value_ref? {
    let copy = makeString(Array(text.utf8))
    defer { js.StringRelease(copy) }
    return js.ValueMakeString(reference, copy)
  }

  /// Through UTF-16, since a C string would end at the first NUL and must be valid UTF-8.
  private func makeString(_ bytes: [UInt8]) -> js_string_ref? {
    let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    return js.StringCreateWithCharacters(units, units.count)
  }
}
