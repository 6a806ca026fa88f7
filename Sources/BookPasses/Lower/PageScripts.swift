import BookModel
import SourceText

/// Runs the JavaScript that authors write in expressions; the driver has one, this room has none.
///
/// One engine serves one page, in one thread: what a page's script does is seen by no other page.
package protocol ScriptEngine: AnyObject {
  /// The value of a script's last expression as data, functions as `{"$function": number}`; else why there is none.
  func evaluate(_ script: String) -> Result<Value, ScriptFailure>
}

/// Why a script gave no value, in a sentence without a full stop.
package struct ScriptFailure: Error, Equatable, Sendable {
  package var reason: String
  package init(reason: String) { self.reason = reason }
}

/// Makes an engine; called once for a page, when it holds what only an engine can read.
package typealias ScriptEngineMaker = @Sendable () -> Result<any ScriptEngine, ScriptFailure>

/// The scripts of one page: an engine made on first use, and what it said before.
final class PageScripts {
  private let maker: ScriptEngineMaker?
  private var engine: Result<any ScriptEngine, ScriptFailure>?
  private var known: [String: Result<Value, ScriptFailure>] = [:]

  init(maker: ScriptEngineMaker?) { self.maker = maker }

  /// Whether there is an engine at all.
  var canRun: Bool { maker != nil }

  /// The value of an expression where `names` are known and `exports` have run; without these where they fail.
  func value(
    of expression: String, names: [(name: String, value: Value)], aliases: [String], exports: [String]
  ) -> Result<Value, ScriptFailure> {
    guard maker != nil else { return .failure(ScriptFailure(reason: "there is nothing that could run it")) }
    guard let body = JSXTransform.script(expression) else {
      return .failure(ScriptFailure(reason: "it cannot be read as JavaScript"))
    }
    let statements = exports.map { JSXTransform.script($0) ?? "" }.joined(separator: "\n;")
    let result = evaluate(program(body, names: names, aliases: aliases, statements: statements))
    guard case .failure = result, !statements.isEmpty else { return result }
    let alone = evaluate(program(body, names: names, aliases: aliases, statements: ""))
    if case .success = alone { return alone }
    return result
  }

  private func evaluate(_ program: String) -> Result<Value, ScriptFailure> {
    if let result = known[program] { return result }
    let engine = self.engine ?? maker?() ?? .failure(ScriptFailure(reason: ""))
    self.engine = engine
    let result = engine.flatMap { $0.evaluate(program) }
    known[program] = result
    return result
  }

  private func program(
    _ body: String, names: [(name: String, value: Value)], aliases: [String], statements: String
  ) -> String {
    let constants = names.filter { PageScripts.isName($0.name) }.map { "var \($0.name) = \($0.value.json);" }
    return "(function () {\n\(PageScripts.prelude)\n\((aliases + constants).joined(separator: "\n"))\n"
      + "return (function () {\n\(statements)\n;return (\(body)\n);\n})();\n})()"
  }

  /// Whether a name can be declared.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !first.isDigit, !reserved.contains(text) else { return false }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$") }
  }

  private static let reserved: Set = [
    "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
    "enum", "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "let",
    "new", "null", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void",
    "while", "with", "yield", "arguments", "eval",
  ]

  /// What JSX becomes, and the few names of React and Docusaurus that a page uses for what it shows.
  private static let prelude = """
    var $flat = function (list) { return list.flat(Infinity); };
    var $type = function (value, name) { return typeof value === 'function' || typeof value === 'symbol' ? value : name; };
    var Fragment = Symbol('Fragment');
    var $h = function (type, props) {
      var children = $flat(Array.prototype.slice.call(arguments, 2));
      if (!children.length && props.children !== undefined) children = $flat([props.children]);
      if (typeof type === 'function') {
        return type(Object.assign({}, props, { children: children.length > 1 ? children : children[0] }));
      }
      var own = Object.assign({}, props);
      delete own.children;
      return { $jsx: typeof type === 'symbol' ? '' : type, props: own, children: children };
    };
    var React = {
      Fragment: Fragment, useState: function (value) { return [typeof value === 'function' ? value() : value, function () {}]; },
      useEffect: function () {}, useLayoutEffect: function () {}, useRef: function (value) { return { current: value }; },
      useMemo: function (make) { return make(); }, useCallback: function (f) { return f; }, memo: function (f) { return f; },
      createElement: function (type, props) {
        return $h.apply(null, [type, props || {}].concat(Array.prototype.slice.call(arguments, 2)));
      },
    };
    var clsx = function () { return ''; };
    var require = function (path) { return { default: path, toString: function () { return path; } }; };
    var useBaseUrl = function (path) { return /^([a-z]+:|\\/)/.test(path) ? path : '/' + path; };
    var translate = function (text, values) {
      return String(text.message || text.id).replace(/\\{(\\w+)\\}/g, function (all, name) {
        return values && name in values ? values[name] : all;
      });
    };
    """
}
