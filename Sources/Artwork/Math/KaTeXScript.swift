/// What stands beside KaTeX in its engine: `typeset`, which takes formulas and gives MathML Core.
///
/// KaTeX's own markup is not used but its tree, because some of it is not valid and some is what only a browser of
/// old understands: elements inside `mo` and `mi`, letters told apart by `mathvariant` (MathML Core §2.1.1 knows only
/// `normal`), columns by `columnalign`.
enum KaTeXScript {
  /// `typeset(request)`, where the request is `{"macros": {…}, "formulas": [[tex, isDisplay], …]}`. The result has one
  /// record a formula with U+0001 between them: `m` and the markup, and after U+0002 the formula without the commands
  /// of mhchem, where it has any; or `e` and why there is none, and after U+0002 the part where KaTeX stopped.
  static let source = "(function () {\n'use strict';\n" + letters + layout + writer + typeset + "\n})();"

  /// Letters of a `mathvariant` as characters of their own (Unicode 15, Mathematical Alphanumeric Symbols).
  private static let letters = #"""
    const styles = {
      // [capitals, small letters, digits, Greek], each the first code point, or 0 where Unicode has none.
      'bold': [0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8],
      'italic': [0x1D434, 0x1D44E, 0, 0x1D6E2],
      'bold-italic': [0x1D468, 0x1D482, 0, 0x1D71C],
      'script': [0x1D49C, 0x1D4B6, 0, 0],
      'bold-script': [0x1D4D0, 0x1D4EA, 0, 0],
      'fraktur': [0x1D504, 0x1D51E, 0, 0],
      'bold-fraktur': [0x1D56C, 0x1D586, 0, 0],
      'double-struck': [0x1D538, 0x1D552, 0x1D7D8, 0],
      'sans-serif': [0x1D5A0, 0x1D5BA, 0x1D7E2, 0],
      'bold-sans-serif': [0x1D5D4, 0x1D5EE, 0x1D7EC, 0x1D756],
      'sans-serif-italic': [0x1D608, 0x1D622, 0, 0],
      'sans-serif-bold-italic': [0x1D63C, 0x1D656, 0, 0x1D790],
      'monospace': [0x1D670, 0x1D68A, 0x1D7F6, 0],
    };
    // What stood in Unicode before the block was made.
    const holes = {
      0x1D455: 'ℎ', 0x1D49D: 'ℬ', 0x1D4A0: 'ℰ', 0x1D4A1: 'ℱ', 0x1D4A3: 'ℋ', 0x1D4A4: 'ℐ', 0x1D4A7: 'ℒ',
      0x1D4A8: 'ℳ', 0x1D4AD: 'ℛ', 0x1D4BA: 'ℯ', 0x1D4BC: 'ℊ', 0x1D4C4: 'ℴ', 0x1D506: 'ℭ', 0x1D50B: 'ℌ',
      0x1D50C: 'ℑ', 0x1D515: 'ℜ', 0x1D51D: 'ℨ', 0x1D53A: 'ℂ', 0x1D53F: 'ℍ', 0x1D545: 'ℕ', 0x1D547: 'ℙ',
      0x1D548: 'ℚ', 0x1D549: 'ℝ', 0x1D551: 'ℤ',
    };
    const greek = { 'ϴ': 17, '∇': 25, '∂': 51, 'ϵ': 52, 'ϑ': 53, 'ϰ': 54, 'ϕ': 55, 'ϱ': 56, 'ϖ': 57 };
    function letter(character, style) {
      const code = character.codePointAt(0);
      const place = (first, offset) => first ? holes[first + offset] ?? String.fromCodePoint(first + offset) : character;
      if (code >= 65 && code <= 90) return place(style[0], code - 65);
      if (code >= 97 && code <= 122) return place(style[1], code - 97);
      if (code >= 48 && code <= 57) return place(style[2], code - 48);
      if (code >= 0x391 && code <= 0x3A9) return place(style[3], code - 0x391);
      if (code >= 0x3B1 && code <= 0x3C9) return place(style[3], code - 0x3B1 + 26);
      return character in greek ? place(style[3], greek[character]) : character;
    }

    """#

  /// What MathML Core leaves to style sheets, as the styles of single elements.
  private static let layout = #"""
    const textStyles = {
      'bold': 'font-weight:bold', 'italic': 'font-style:italic', 'bold-italic': 'font-weight:bold;font-style:italic',
      'monospace': 'font-family:monospace', 'sans-serif': 'font-family:sans-serif',
      'bold-sans-serif': 'font-family:sans-serif;font-weight:bold',
      'sans-serif-italic': 'font-family:sans-serif;font-style:italic',
      'sans-serif-bold-italic': 'font-family:sans-serif;font-style:italic;font-weight:bold',
    };
    const stroke = (side) => `linear-gradient(to ${side},transparent 48%,currentColor 48%,currentColor 52%,transparent 52%)`;
    const enclosures = {
      box: 'border:1px solid;padding:0.25em', roundedbox: 'border:1px solid;border-radius:0.3em;padding:0.25em',
      top: 'border-top:1px solid', bottom: 'border-bottom:1px solid', left: 'border-left:1px solid',
      right: 'border-right:1px solid', horizontalstrike: 'text-decoration:line-through',
      updiagonalstrike: 'background:' + stroke('bottom right'),
      downdiagonalstrike: 'background:' + stroke('bottom left'),
    };
    const words = (text) => (text || '').split(' ').filter((word) => word);
    const at = (list, index) => list.length ? list[Math.min(index, list.length - 1)] : undefined;
    const line = (kind) => kind === 'dashed' ? '1px dashed' : kind === 'solid' ? '1px solid' : '';

    /// The style of one cell of a table: KaTeX says it of columns and rows, which MathML Core does not read.
    function cellStyle(table, row, column, rows, columns) {
      const a = table.attributes, style = [];
      const align = at(words(a.columnalign), column);
      // The elements of a formula are blocks, which Chromium aligns only by the second of these.
      if (align === 'left' || align === 'right') style.push(`text-align:${align};text-align:-webkit-${align}`);
      const spacing = words(a.columnspacing);
      const half = (index) => spacing.length ? `${parseFloat(at(spacing, index)) / 2}em` : '';
      if (spacing.length) {
        style.push('padding-left:' + (column ? half(column - 1) : '0'));
        style.push('padding-right:' + (column < columns - 1 ? half(column) : '0'));
      }
      const right = column < columns - 1 && line(at(words(a.columnlines), column));
      const below = row < rows - 1 && line(at(words(a.rowlines), row));
      if (right) style.push('border-right:' + right);
      if (below) style.push('border-bottom:' + below);
      return style.join(';');
    }

    """#

  private static let writer = #"""
    const leaves = { mo: true, mi: true, mn: true, mtext: true, ms: true };
    const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    // What no XML document may hold (XML 1.0 §2.2) becomes U+FFFD.
    const escape = (text) => text.replace(/[&<>"]/g, (c) => escapes[c])
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
    const attribute = (text) => escape(text).replace(/\t/g, '&#9;').replace(/\n/g, '&#10;').replace(/\r/g, '&#13;');
    const isText = (node) => typeof node.text === 'string';
    const textOf = (node) => node.children.map((child) => child.text).join('');

    function element(name, attributes, content) {
      let tag = '<' + name;
      for (const key in attributes)
        if (attributes[key] !== undefined && attributes[key] !== '') tag += ` ${key}="${attribute('' + attributes[key])}"`;
      return content === '' && name !== 'mrow' ? tag + '/>' : tag + '>' + content + '</' + name + '>';
    }

    /// Colours that MathML 3 does not know by name go into the style.
    const namesOfColors = /^(#[0-9a-f]{3}|#[0-9a-f]{6}|aqua|black|blue|fuchsia|gr[ae]y|green|lime|maroon|navy|olive|purple|red|silver|teal|white|yellow)$/i;
    function colored(attributes) {
      for (const [key, property] of [['mathcolor', 'color'], ['mathbackground', 'background-color']]) {
        const color = attributes[key];
        if (color === undefined || namesOfColors.test(color)) continue;
        delete attributes[key];
        if (/^[a-z]+$/i.test(color)) attributes.style = [attributes.style, `${property}:${color}`].filter((s) => s).join(';');
      }
      return attributes;
    }

    /// A token element: its letters as characters of their own, its words by their style.
    function leaf(node, attributes) {
      const variant = attributes.mathvariant;
      let text = textOf(node);
      if (variant && variant !== 'normal') {
        delete attributes.mathvariant;
        if (node.type === 'mtext' && textStyles[variant]) attributes.style = textStyles[variant];
        else if (variant === 'italic' && node.type === 'mi' && text.length === 1) {}
        else if (styles[variant]) text = Array.from(text, (c) => letter(c, styles[variant])).join('');
      } else if (variant && node.type !== 'mi') delete attributes.mathvariant;
      return element(node.type, attributes, escape(text));
    }

    function table(node, attributes) {
      const rows = node.children;
      delete attributes.rowspacing;
      for (const key of ['columnspacing', 'columnlines', 'rowlines']) delete attributes[key];
      if (attributes.width === '100%') { delete attributes.width; attributes.style = 'width:100%'; }
      return element('mtable', attributes, rows.map((row, r) => element('mtr', {}, row.children.map((cell, c) => {
        const glue = cell.attributes.width ? `width:${cell.attributes.width};padding:0` : '';
        const style = [glue, cellStyle(node, r, c, rows.length, row.children.length)].filter((s) => s).join(';');
        return element('mtd', { style }, cell.children.map(write).join(''));
      }).join(''))).join(''));
    }

    function write(node) {
      if (isText(node)) return element('mtext', {}, escape(node.text));
      if (!node.type) {
        if (node.children) return node.children.map(write).join('');
        return node.character ? element('mtext', {}, escape(node.character)) : element('mspace', { width: node.width + 'em' }, '');
      }
      const attributes = colored({ ...node.attributes });
      if (leaves[node.type]) {
        if (node.children.every(isText)) return leaf(node, attributes);
        const { mathcolor, mathbackground, style } = attributes;
        return element('mrow', { mathcolor, mathbackground, style }, node.children.map(write).join(''));
      }
      if (node.type === 'mtable') return table(node, attributes);
      if (node.type === 'semantics') return write(node.children[0]);
      if (node.type === 'menclose') {
        const drawn = words(attributes.notation).map((word) => enclosures[word]);
        attributes.style = [attributes.style, ...drawn].filter((s) => s).join(';');
      }
      const content = node.children.map(write).join('');
      return node.type === 'mspace' && !Object.keys(attributes).length ? '' : element(node.type, attributes, content);
    }

    """#

  /// The site trusts nobody either (KaTeX's `trust` is false unless set), but shows such commands as red text.
  private static let typeset = #"""
    function refuse(context) { throw new katex.ParseError(context.command + ' is not allowed in a book'); }
    function one(tex, display, macros) {
      const options = {
        displayMode: display, output: 'mathml', throwOnError: true, strict: 'ignore', trust: refuse, maxSize: 100,
        maxExpand: 1000, macros: { ...macros },
      };
      const math = katex.__renderToDomTree(tex, options).children[0];
      const attributes = { xmlns: 'http://www.w3.org/1998/Math/MathML', alttext: tex.trim() };
      if (display) attributes.display = 'block';
      const row = math.children[0].children[0];
      const isBare = row.type === 'mrow' && !Object.keys(row.attributes).length;
      return element('math', attributes, (isBare ? row.children : [row]).map(write).join(''));
    }
    /// KaTeX's message without its mark, and where in the formula it is, after U+0002.
    function explain(error) {
      const text = ('' + (error.message ?? error)).replace(/^KaTeX parse error: /, '').replace(/[\u0000-\u001F\u0332]/g, '');
      const place = / at (position \d+|end of input): ([^]*)$/.exec(text);
      return place ? text.slice(0, place.index) + '\u0002' + place[2] : text;
    }
    globalThis.typeset = function (request) {
      const { macros, formulas } = JSON.parse(request);
      return formulas.map(([tex, display]) => {
        try {
          const plain = globalThis.chemistry ? chemistry(tex).replace(/[\u0000-\u0008\u000B-\u001F]/g, '') : '';
          return 'm' + one(tex, display, macros) + (plain && '\u0002' + plain);
        }
        catch (error) { return 'e' + explain(error); }
      }).join('\u0001');
    };
    """#
}
