import BookModel
import Foundation
import JavaScriptBinding
import TestSupport
import Testing

@testable import SiteReader

@Suite struct SandboxTests {
  private func settings(_ files: [String: String], in module: String = "a.js") throws -> Value {
    let loader = ScriptLoader(world: MemoryWorld(files), folder: "")
    return try JavaScriptSandbox(host: loader, timeLimit: 0.2).settings(in: module)
  }

  private func failure(_ script: String) throws -> JavaScriptError {
    do throws(JavaScriptError) {
      _ = try JavaScriptSandbox(host: ScriptLoader(world: MemoryWorld(["a.js": script]), folder: ""), timeLimit: 0.2)
        .settings(in: "a.js")
    } catch { return error }
    Issue.record("the script went through: \(script)")
    return .libraryMissing
  }

  @Test(arguments: [
    ("1 + 1", Value.number(2)),
    ("'a\\u0000\\ud83d\\ude00\\n'", .string("a\u{0}😀\n")),
    (
      "[undefined, () => 1, Symbol('x'), NaN, 10n]",
      .array([.null, .object([.init("$function", .number(0))]), .null, .null, .string("10")])
    ),
    ("({a: undefined, b: Symbol(), c: null})", .object([.init("c", .null)])),
    ("(() => { const a = {b: 1}; a.self = a; return a })()", .object([.init("b", .number(1)), .init("self", .null)])),
    ("({get a() { throw 1 }, b: 2})", .object([.init("b", .number(2))])),
    ("new Proxy({}, {ownKeys() { throw 1 }})", .null),
  ])
  func valuesComeBackAsData(_ script: String, _ expected: Value) throws {
    #expect(try JavaScriptSandbox().evaluate(script) == expected)
  }

  @Test func depthIsCapped() throws {
    _ = try JavaScriptSandbox().evaluate("let a = {}; for (let i = 0; i < 100000; i++) a = {a}; a")
  }

  @Test func sizeIsCapped() throws {
    let value = try JavaScriptSandbox().evaluate("new Array(1e6).fill('x'.repeat(1000))")
    #expect(value.array != nil)
  }

  @Test(arguments: ["while (true) {}", "for (;;) { try { for (;;) {} } catch {} }"])
  func timeIsLimited(_ script: String) throws {
    #expect(try failure(script) == .limitReached)
  }

  /// JavaScriptCore would send one whenever it looks at the time, and wait for ever, with all other engines, where the
  /// script's thread has ended meanwhile.
  @Test func noSignalsAreSentToThreadsOfScripts() async {
    await #expect(processExitsWith: .success) {
      let engine = try JavaScriptEngine()
      let script = "function spin(n) { const end = Date.now() + +n; while (Date.now() < end); return 'done' }"
      try engine.load(Array(script.utf8), name: "spin")
      #expect(try engine.call("spin", with: "10", timeLimit: 5) == "done")
      signal(SIGUSR1) { _ in _exit(1) }
      // Longer than several of the periods after which the engine asks whether a script may go on.
      #expect(try engine.call("spin", with: "300", timeLimit: 5) == "done")
    }
  }

  /// In a process of its own, since the thread that is left alone goes on until its process ends.
  @Test func aPromiseThatLoopsIsEnded() async {
    await #expect(processExitsWith: .success) {
      let error = try SandboxTests().failure(
        "module.exports = new Promise(() => {}).finally(); (function f() { Promise.resolve().then(f) })()")
      #expect(error == .limitReached)
    }
  }

  @Test func endlessRecursionIsAnException() throws {
    guard case .exception(let exception) = try failure("\n(function f() { f() })()") else {
      Issue.record("no exception")
      return
    }
    #expect(exception.message.contains("RangeError"))
    #expect(exception.line == 2)
    #expect(exception.script == "a.js")
  }

  @Test func syntaxErrorsHaveTheirLine() throws {
    guard case .exception(let exception) = try failure("\n\nconst = 1") else {
      Issue.record("no exception")
      return
    }
    #expect(exception.line == 3)
  }

  @Test(arguments: ["fetch", "XMLHttpRequest", "setTimeout", "Deno", "Bun", "WebSocket", "Worker", "load", "readFile"])
  func nothingOfTheOutsideExists(_ name: String) throws {
    #expect(try JavaScriptSandbox().evaluate("typeof \(name)") == .string("undefined"))
  }

  @Test func filesAreStandIns() throws {
    let value = try settings([
      "a.js": "const fs = require('fs'); module.exports = {a: fs.readFileSync('/etc/passwd', 'utf8')}"
    ])
    #expect(value["a"] == .object([.init("$module", .string("fs"))]))
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "./../x.js", "@site/../../x", "/handbook/../etc/passwd"])
  func nothingOutsideTheRootIsLoaded(_ path: String) throws {
    guard case .exception(let exception) = try failure("require('\(path)')") else {
      Issue.record("no exception")
      return
    }
    #expect(exception.message.contains("outside the handbook"))
  }

  @Test func modulesOfTheHandbookAreLoaded() throws {
    let value = try settings([
      "a.js": "const b = require('./lib'); module.exports = {b: b.x, c: require('./d.json').e, f: __dirname}",
      "lib/index.ts": "import {y} from '../y'; export const x: number = y + 1;",
      "y.mjs": "export let y = 1", "d.json": "{\"e\": [1]}",
    ])
    #expect(value["b"] == .number(2))
    #expect(value["c"] == .array([.number(1)]))
    #expect(value["f"] == .string("/handbook"))
  }

  @Test func prototypesOfTheScriptChangeNothingOutside() throws {
    let value = try settings([
      "a.js": """
      Array.prototype.map = Object.keys = JSON.stringify = Reflect.ownKeys = () => { throw 1 };
      WeakMap.prototype.get = Map.prototype.get = Promise.prototype.then = () => 7;
      Object.prototype.toJSON = () => 'x';
      Object.defineProperty(Object.prototype, 'evil', {enumerable: true, value: 1});
      module.exports = {title: 'a', list: [1, {b: 2}]};
      """
    ])
    #expect(
      value
        == .object([
          .init("title", .string("a")), .init("list", .array([.number(1), .object([.init("b", .number(2))])])),
        ]))
  }

  @Test(arguments: [
    "module.exports = async () => ({title: await Promise.resolve('x')})",
    "module.exports = Promise.resolve({title: 'x'})",
    "export default () => ({title: 'x'})", "export default {title: (await_ => 'x')()}",
    "module.exports = import('./b').then(b => ({title: b.default}))",
  ])
  func settingsMayBeFunctionsAndPromises(_ script: String) throws {
    #expect(try settings(["a.js": script, "b.js": "export default 'x'"])["title"] == .string("x"))
  }

  @Test func aPromiseThatIsNeverKeptIsAnException() throws {
    #expect(throws: JavaScriptError.self) { try settings(["a.js": "module.exports = new Promise(() => {})"]) }
  }

  @Test func functionsCanBeCalled() throws {
    let sandbox = try JavaScriptSandbox()
    let function = try sandbox.evaluate("(name) => ({filename: name.slice(1)})")["$function"]?.number
    let results = try sandbox.call(function: Int(try #require(function)), with: ["ab", "cd"])
    #expect(results.array?.map { $0["filename"] } == [.string("b"), .string("d")])
  }

  @Test func packagesAnswerWithThemselves() throws {
    let value = try settings([
      "a.js": """
      import math from 'remark-math'; import {themes as t} from 'prism-react-renderer'; import path from 'path';
      export default {a: math, b: t.github.plain, c: new math.X()(1), d: {...math}, e: `${math}`,
        f: path.resolve(__dirname, '../x'), g: require.resolve('./a.js'), h: process.env.SECRET ?? 'none'};
      """
    ])
    #expect(value["a"] == .object([.init("$module", .string("remark-math"))]))
    #expect(value["b"] == .object([.init("$module", .string("prism-react-renderer"))]))
    #expect(value["e"] == .string("remark-math"))
    #expect(value["f"] == .string("/x"))
    #expect(value["g"] == .string("/handbook/a.js"))
    #expect(value["h"] == .string("none"))
  }
}
