import BookModel

/// What stands beside Prism in its engine: `highlight`, which takes listings and gives their tokens.
enum PrismScript {
  /// The kinds of tokens in the order of their numbers.
  static let kinds = CodeToken.Kind.allCases

  /// `highlight(request)`, where the request is `[[grammar, text], …]`. The result has one line a listing: numbers
  /// with commas between them, in turn a token's kind and its length in UTF-16 units; an empty line where the tokens
  /// do not make up the text, or Prism fails.
  static let source = "(function () {\n'use strict';\n" + table + flatten + "\n})();"

  /// Before Prism is loaded: it looks for a page to highlight at once, and writes itself to `global`.
  static let prelude = "var global = globalThis; var Prism = { manual: true, disableWorkerMessageHandler: true };"

  private static var table: String {
    let pairs = kinds.enumerated().flatMap { index, kind in
      (prismTypes[kind] ?? []).map { "'\($0)':\(index)" }
    }
    return "const kinds = { __proto__: null, " + pairs.joined(separator: ",") + " };\n"
  }

  /// Prism's token types and aliases by our kinds. What is in no list has the kind of the token it stands in.
  private static let prismTypes: [CodeToken.Kind: [String]] = [
    .plain: ["interpolation", "parameter", "embedded-code", "plain-text", "expression"],
    .comment: ["comment", "prolog", "doctype", "cdata", "shebang", "hashbang", "block-comment", "doc-comment"],
    .keyword: ["keyword", "atrule", "rule", "control-flow", "instruction", "statement", "conditional", "storage"],
    .string: [
      "string", "char", "attr-value", "template-string", "triple-quoted-string", "raw-string", "quoted", "heredoc",
      "character", "scalar", "code-snippet", "byte-string", "string-literal",
    ],
    .number: ["number", "datetime", "date", "time", "unit", "hexcode", "color"],
    .literal: ["boolean", "constant", "symbol", "null", "nil", "none", "undefined", "atom"],
    .function: ["function", "method", "function-definition", "function-name", "function-variable", "macro-name"],
    .type: [
      "class-name", "maybe-class-name", "type", "type-definition", "namespace", "return-type", "known-class-name",
      "generic", "module", "class",
    ],
    .property: ["property", "key", "literal-property", "header-name", "field", "property-access"],
    .variable: ["variable", "assign-left", "environment", "label", "identifier"],
    .operator: ["operator", "arrow", "spread"],
    .punctuation: ["punctuation", "delimiter", "list"],
    .tag: ["tag", "selector", "table-header", "section"],
    .attribute: ["attr-name", "attribute"],
    .regex: ["regex", "regex-source", "regex-flags"],
    .builtin: ["builtin", "builtin-name", "predefined", "command"],
    .inserted: ["inserted", "inserted-sign", "inserted-arrow"],
    .deleted: ["deleted", "deleted-sign", "deleted-arrow"],
    .heading: ["title", "heading"],
    .emphasis: ["italic"],
    .strong: ["bold"],
    .link: ["url", "url-link", "url-reference"],
    .meta: [
      "annotation", "decorator", "preprocessor", "directive", "macro", "pragma", "coord", "file-descriptor",
      "important",
    ],
  ]

  /// Blanks between two tokens of a kind belong to both, so that a comment of many lines is one token.
  private static let flatten = #"""
    const own = (grammar) => Object.prototype.hasOwnProperty.call(Prism.languages, grammar);
    function kindOf(token, outer) {
      if (token.type in kinds) return kinds[token.type];
      const aliases = token.alias === undefined ? [] : [].concat(token.alias);
      for (const alias of aliases) if (alias in kinds) return kinds[alias];
      return outer;
    }
    const isBlank = (text) => !/\S/.test(text);
    function tokens(text, grammar) {
      const runs = [];
      let length = 0;
      function push(kind, piece) {
        length += piece.length;
        const last = runs[runs.length - 1], before = runs[runs.length - 2];
        if (last && last[0] === kind) last[1] += piece.length;
        else if (before && before[0] === kind && last[0] === 0 && last[2]) {
          before[1] += last[1] + piece.length;
          runs.pop();
        } else runs.push([kind, piece.length, kind === 0 && isBlank(piece)]);
        if (last && last[0] === kind) last[2] = last[2] && isBlank(piece);
      }
      function visit(content, kind) {
        if (typeof content === 'string') push(kind, content);
        else if (Array.isArray(content)) for (const part of content) visit(part, kind);
        else visit(content.content, kindOf(content, kind));
      }
      visit(Prism.tokenize(text, Prism.languages[grammar]), 0);
      return length === text.length ? runs.map(([kind, count]) => kind + ',' + count).join(',') : '';
    }
    globalThis.highlight = function (request) {
      return JSON.parse(request).map(([grammar, text]) => {
        try { return own(grammar) ? tokens(text, grammar) : ''; } catch { return ''; }
      }).join('\n');
    };
    """#
}
