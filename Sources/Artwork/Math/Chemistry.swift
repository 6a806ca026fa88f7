import BookModel

/// mhchem, which KaTeX brings along but does not load: `\ce{H2O}` and `\pu{5 km/s}`.
enum ChemistryScript {
  /// Keeps what mhchem defines. `chemistry(tex)` gives the formula with its chemistry in plain commands, for LaTeX,
  /// whose own mhchem few machines have; nothing for a formula without any.
  static let source = #"""
    (function () {
    'use strict';
    const define = katex.__defineMacro, machines = {};
    katex.__defineMacro = function (name, body) {
      if (typeof body === 'function') machines[name] = body;
      define(name, body);
    };
    function group(tex, start) {
      let depth = 0;
      for (let index = start; index < tex.length; index++) {
        if (tex[index] === '\\') index++;
        else if (tex[index] === '{') depth++;
        else if (tex[index] === '}' && --depth === 0) return index;
      }
      return -1;
    }
    /// The tokens that KaTeX would hand over, the last one first.
    function expand(name, text) {
      const tokens = Array.from(text, (character, index) => ({ text: character, loc: { start: index } })).reverse();
      return machines[name]({ consumeArgs: () => [tokens] });
    }
    function expandAll(tex) {
      let result = '', rest = 0;
      for (const match of tex.matchAll(/(\\ce|\\pu)\s*(?=\{)/g)) {
        if (match.index < rest || !machines[match[1]]) continue;
        const start = match.index + match[0].length, end = group(tex, start);
        if (end < 0) break;
        result += tex.slice(rest, match.index) + '{' + expand(match[1], tex.slice(start + 1, end)) + '}';
        rest = end + 1;
      }
      return rest ? result + tex.slice(rest) : '';
    }
    globalThis.chemistry = function (tex) {
      let plain = expandAll(tex);
      // What is said of a reaction may hold reactions.
      for (let round = 0, next = plain; next && round < 8; round++) [plain, next] = [next, expandAll(next)];
      // LaTeX's fractions of text size say the same in fewer words.
      return plain.replace(/\\mathchoice\{\\textstyle\\frac(\{[^{}]*\}\{[^{}]*\})\}(\{\\frac\1\}){3}/g, '{\\tfrac$1}');
    };
    })();
    """#
}

extension InlineMath {
  /// Whether mhchem may have something to say of it.
  var hasChemistry: Bool { tex.hasChemistry }
}

extension String {
  var hasChemistry: Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if previous.0 == UInt8(ascii: "\\") {
        if previous.1 == UInt8(ascii: "c"), byte == UInt8(ascii: "e") { return true }
        if previous.1 == UInt8(ascii: "p"), byte == UInt8(ascii: "u") { return true }
      }
      previous = (previous.1, byte)
    }
    return false
  }
}
