/// What stands beside KaTeX in its engine to draw formulas: `boxes`, which takes formulas and gives boxes.
///
/// KaTeX makes a tree of spans whose place is worked out by a browser with the rules of katex.css (0.16). Those rules
/// are applied here, so that what comes out knows no classes: rows, stacks, letters of a font, curves and frames, with
/// all lengths in ems of the whole formula (`FormulaBox` says what each key means).
enum BoxScript {
  /// `boxes(request)`, where the request is as for `typeset`. The result has one record a formula with U+0001 between
  /// them: `b` and JSON, or `e` and why there is none.
  static let source = "(function () {\n'use strict';\n" + state + leaves + boxes + page + "\n})();"

  /// What an element hands down to those in it: the size, the font, the colour, how lines are aligned.
  private static let state = #"""
    const sizes = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];
    // [family, whether it is bold, whether it is slanted]; nothing where a class leaves it as it is. In CSS's order.
    const fonts = {
      textbf: [, true], textit: [, , true], textrm: ['Main'], textsf: ['SansSerif'], texttt: ['Typewriter'],
      mathnormal: ['Math', , true], mathit: ['Main', , true], mathrm: [, , false], mathbf: ['Main', true],
      boldsymbol: ['Math', true, true], amsrm: ['AMS'], mathbb: ['AMS'], textbb: ['AMS'], mathcal: ['Caligraphic'],
      mathfrak: ['Fraktur'], textfrak: ['Fraktur'], mathtt: ['Typewriter'], mathscr: ['Script'], textscr: ['Script'],
      mathsf: ['SansSerif'], mathboldsf: ['SansSerif', true], textboldsf: ['SansSerif', true],
      mathitsf: ['SansSerif', , true], textitsf: ['SansSerif', , true], mainrm: ['Main', , false],
    };
    const aligns = {
      msupsub: 'l', 'svg-align': 'l', 'x-arrow': 'c', mover: 'c', munder: 'c',
    };
    const alignsOfLists = {
      mfrac: 'c', 'op-limits': 'c', accent: 'c', 'col-align-c': 'c', 'col-align-l': 'l', 'col-align-r': 'r',
    };
    /// What the margins and paddings of classes are, in ems.
    const gaps = {
      root: { ml: 0.27777778, mr: -0.55555556 }, boxpad: { pl: 0.3, pr: 0.3 }, 'cancel-pad': { pl: 0.2, pr: 0.2 },
      'cancel-lap': { ml: -0.2, mr: -0.2 }, 'x-arrow-pad': { pl: 0.5, pr: 0.5 }, anglpad: { pl: 0.03889, pr: 0.03889 },
      'cd-arrow-pad': { pl: 0.27778, pr: 0.55556 }, angl: { mr: 0.03889 },
    };
    /// Classes that place something in ways that are not known here.
    const unknown = /^(cd-label-.*|cd-vert-arrow|katex-error|leqno|fleqn)$/;

    function refuse(reason) { throw new Error(reason); }
    const round = (number) => Math.round(number * 1e5) / 1e5;
    /// A length of CSS in ems of the formula.
    function length(text, size) {
      const number = parseFloat(text);
      if (text === undefined || text === '') return 0;
      if (!/^-?[\d.]+(e-?\d+)?em$/.test(text) && number !== 0) refuse(`the length ${text} is not known`);
      return round(number * size);
    }
    const has = (node, name) => node.classes && node.classes.indexOf(name) >= 0;

    function inherit(node, s) {
      let { size, family, bold, italic, color, align } = s;
      const classes = node.classes;
      for (const name in fonts) if (classes.indexOf(name) >= 0) {
        const [newFamily, newBold, newItalic] = fonts[name];
        family = newFamily ?? family; bold = newBold ?? bold; italic = newItalic ?? italic;
      }
      if (classes.indexOf('sizing') >= 0 || classes.indexOf('fontsize-ensurer') >= 0) {
        const number = (mark) => { for (const c of classes) if (c.startsWith(mark)) return sizes[c.slice(mark.length)]; };
        size = size * number('size') / number('reset-size');
      }
      if (has(node, 'delimsizing')) for (const c of classes) if (/^size[1-4]$/.test(c)) family = 'S' + c.slice(1);
      if (has(node, 'op-symbol')) {
        if (has(node, 'small-op')) family = 'Size1';
        if (has(node, 'large-op')) family = 'Size2';
      }
      if (/^S\d$/.test(family)) family = 'Size' + family.slice(1);
      for (const c of classes) {
        if (aligns[c]) align = aligns[c];
        if (unknown.test(c)) refuse(`it has parts of the kind ${c}`);
      }
      if (node.style && node.style.color) color = node.style.color;
      return { size, family, bold, italic, color, align };
    }

    """#

  /// Letters, curves, lines and frames.
  private static let leaves = #"""
    const safe = (color) => /^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+)$/.test(color) ? color : undefined;

    function letters(node, s) {
      const t = node.text.replace(/\u200b/g, '');
      if (t === '') return null;
      const box = { t, f: [s.family, s.bold, s.italic], z: round(s.size), c: s.color };
      if (node.italic > 0) box.mr = round(node.italic * s.size);
      return box;
    }

    /// An `svg` and the span that holds it: it stands on the line, as wide as the span or as its list.
    function curves(node, svg, s) {
      const a = svg.attributes, box = { c: s.color };
      box.h = length(node.style.height || a.height, s.size);
      const own = /width:\s*([\d.]+em)/.exec(a.style || '');
      const width = own ? own[1] : node.style.width;
      if (width) box.w = length(width, s.size); else box.fw = 0;
      if (node.style.minWidth) box.mw = length(node.style.minWidth, s.size);
      const view = (a.viewBox || '').split(' ').map(Number);
      box.s = { v: view.length === 4 ? [view[2], view[3]] : [0, 0], a: a.preserveAspectRatio || 'xMidYMid', d: [], l: [] };
      for (const child of svg.children) {
        const path = / d='([^']*)'/.exec(child.toMarkup());
        if (path) box.s.d.push(path[1]);
        else {
          const l = child.attributes;
          box.s.l.push([l.x1, l.y1, l.x2, l.y2].map((c) => parseFloat(c) / 100).concat(length(l['stroke-width'], s.size)));
        }
      }
      return box;
    }

    /// Of the width of the list that it stands in: arrows and braces of several parts, frames.
    const parts = {
      'halfarrow-left': [0, 0.502], 'halfarrow-right': [0.498, 0.502],
      'brace-left': [0, 0.251], 'brace-center': [0.25, 0.5], 'brace-right': [0.749, 0.251],
    };
    function stretched(node, s) {
      const style = node.style, box = { fw: 0, h: length(style.height, s.size), c: s.color };
      if (style.minWidth) box.mw = length(style.minWidth, s.size);
      box.o = node.children.map((part) => {
        const child = curves(part, part.children[0], inherit(part, s));
        const name = part.classes.find((c) => parts[c]) ?? refuse('an arrow has parts that are not known');
        child.o = parts[name];
        return child;
      });
      if (has(node, 'sout')) box.b = [0, 0, 0.08 * s.size, 0].map(round);
      if (has(node, 'fbox') || has(node, 'fcolorbox')) {
        const width = style.borderWidth ? length(style.borderWidth, s.size) : round(0.04 * s.size);
        box.b = [width, width, width, width];
      }
      if (has(node, 'angl')) {
        const width = style.borderTopWidth ? length(style.borderTopWidth, s.size) : round(0.049 * s.size);
        box.b = [width, width, 0, 0];
        box.mr = round(0.03889 * s.size);
      }
      if (style.borderColor) box.bc = safe(style.borderColor);
      if (style.backgroundColor) box.bg = safe(style.backgroundColor);
      return box;
    }

    function rule(node, s) {
      const style = node.style;
      return {
        w: length(style.borderRightWidth, s.size), h: length(style.borderTopWidth, s.size), bg: s.color ?? '#000',
        y: -length(style.bottom, s.size), mr: length(style.marginRight, s.size), ml: length(style.marginLeft, s.size),
      };
    }

    function separator(node, s) {
      const style = node.style, width = length(style.borderRightWidth, s.size);
      return {
        w: 0, y: -length(style.verticalAlign, s.size), c: s.color, h: length(style.height, s.size), vr: width,
        da: style.borderRightStyle === 'dashed' ? 1 : undefined,
      };
    }

    """#

  private static let boxes = #"""
    /// A list of lines one above the other: each stands below the list's own line by its `y`.
    function stack(node, s) {
      const v = [];
      for (const wrap of node.children[0].children[0].children) {
        const t = inherit(wrap, s), style = wrap.style, pstrut = wrap.children[0];
        if (!has(pstrut, 'pstrut')) refuse('a list has no strut');
        const line = { y: round(length(style.top, t.size) + length(pstrut.style.height, t.size)), al: t.align };
        line.k = all(wrap.children.slice(1), t);
        if (style.marginLeft) line.ml = length(style.marginLeft, t.size);
        if (style.marginRight) line.mr = length(style.marginRight, t.size);
        const calc = style.width && /^calc\(100% - ([\d.]+em)\)$/.exec(style.width);
        if (calc) line.dw = length(calc[1], t.size);
        v.push(line);
      }
      return dressed(node, { v }, s);
    }

    /// What a lap holds counts as nothing wide.
    function lap(node, s) {
      const side = has(node, 'llap') ? 1 : has(node, 'clap') ? 0.5 : 0;
      return { lap: side, k: all(node.children.filter((child) => has(child, 'inner')), s) };
    }

    const lines = ['frac-line', 'overline-line', 'underline-line', 'hline', 'hdashline'];

    function dressed(node, box, s) {
      const style = node.style || {};
      const add = (key, value) => { if (value) box[key] = round((box[key] || 0) + value); };
      for (const name of node.classes) for (const key in gaps[name]) add(key, gaps[name][key] * s.size);
      add('ml', length(style.marginLeft, s.size));
      add('mr', length(style.marginRight, s.size));
      add('pl', length(style.paddingLeft, s.size));
      add('x', length(style.left, s.size));
      add('y', length(style.top, s.size) - length(style.bottom, s.size));
      if (style.width && !has(node, 'accent-body')) box.w = length(style.width, s.size);
      return box;
    }

    function all(nodes, s) {
      return nodes.map((node) => box(node, s)).filter((box) => box);
    }

    function box(node, outer) {
      if (node.src) refuse('it holds a picture');
      if (typeof node.text === 'string') return dressed(node, letters(node, inherit(node, outer)) ?? { k: [] }, outer);
      if (!node.classes) refuse('it holds an svg of its own');
      const s = inherit(node, outer);
      for (const name of ['strut', 'pstrut', 'vlist-s', 'fix', 'eqn-num']) if (has(node, name)) return null;
      if (has(node, 'vlist-t')) return stack(node, s);
      if (has(node, 'stretchy')) return stretched(node, s);
      if (has(node, 'rule')) return rule(node, s);
      if (has(node, 'vertical-separator')) return separator(node, s);
      if (has(node, 'nulldelimiter')) return { w: round(0.12 * s.size) };
      if (has(node, 'llap') || has(node, 'rlap') || has(node, 'clap')) return lap(node, s);
      if (lines.some((name) => has(node, name))) {
        const width = length(node.style.borderBottomWidth, s.size);
        return { fw: 0, h: width, b: [0, 0, width, 0], c: s.color, da: has(node, 'hdashline') ? 1 : undefined };
      }
      const svg = node.children.find((child) => !child.classes && child.attributes && child.children);
      if (svg) return dressed(node, curves(node, svg, s), s);
      const own = node.classes.find((name) => alignsOfLists[name]);
      const family = has(node, 'delim-size1') ? 'Size1' : has(node, 'delim-size4') ? 'Size4' : undefined;
      const k = node.children.map((child) => {
        const inner = { ...s };
        if (own && has(child, 'vlist-t')) inner.align = alignsOfLists[own];
        if (family) inner.family = family;
        return box(child, inner);
      }).filter((child) => child);
      const result = dressed(node, { k }, s);
      if (has(node, 'accent-body') && !has(node, 'accent-full')) result.w = 0;
      if (node.style && node.style.textShadow) result.sh = [0.02, 0.01].map((shift) => round(shift * s.size));
      return result;
    }

    """#

  private static let page = #"""
    function one(tex, display, macros) {
      const options = {
        displayMode: display, output: 'html', throwOnError: true, strict: 'ignore', maxSize: 100, maxExpand: 1000,
        trust: (context) => refuse(context.command + ' is not allowed in a book'), macros: { ...macros },
      };
      let node = katex.__renderToHTMLTree(tex, options);
      while (!has(node, 'katex-html')) node = node.children[0];
      const s = { size: 1, family: 'Main', bold: false, italic: false, align: display ? 'c' : 'l' };
      const formula = { lines: [{ k: [], h: 0, d: 0 }] };
      for (const child of node.children) {
        if (has(child, 'newline')) {
          formula.lines.push({ k: [], h: 0, d: 0, gap: child.style.marginTop ? length(child.style.marginTop, 1) : 0 });
          continue;
        }
        if (has(child, 'tag')) { formula.tag = box(child, s); continue; }
        const line = formula.lines[formula.lines.length - 1];
        line.k.push(box(child, s));
        line.h = round(Math.max(line.h, child.height));
        line.d = round(Math.max(line.d, child.depth));
      }
      return JSON.stringify(formula);
    }
    globalThis.boxes = function (request) {
      const { macros, formulas } = JSON.parse(request);
      return formulas.map(([tex, display]) => {
        try { return 'b' + one(tex, display, macros); }
        catch (error) { return 'e' + ('' + (error.message ?? error)).replace(/[\u0000-\u001F]/g, ' '); }
      }).join('\u0001');
    };
    """#
}
