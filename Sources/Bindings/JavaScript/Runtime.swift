/// What stands in the sandbox before a script does: modules, stand-ins and the snapshot of results.
enum Runtime {
  /// A module's text as a function of CommonJS's five names; on one line, so that line numbers hold.
  static func wrapping(_ script: [UInt8]) -> [UInt8] {
    Array("(function(require,module,exports,__dirname,__filename){".utf8) + script + Array("\n})".utf8)
  }

  /// An expression that is a function of the host's door, evaluated before any other script. It keeps the language's
  /// functions it needs under names of its own, so that a script that changes a prototype changes nothing here.
  static let source = "(function (host) {\n'use strict';\n" + primordials + standIns + modules + snapshot + "\n})"

  private static let primordials = """
    const { apply, ownKeys, getOwnPropertyDescriptor } = Reflect;
    const { stringify, parse } = JSON;
    const { isArray } = Array;
    const { freeze } = Object;
    const fail = Error, Deferred = Promise, Maker = Proxy, Text = String, thenOf = Promise.prototype.then;
    const isFiniteNumber = Number.isFinite;
    const tableMaker = (make) => {
      const { get, set } = make.prototype;
      return () => {
        const map = new make();
        return { get: (k) => apply(get, map, [k]), set: (k, v) => apply(set, map, [k, v]) };
      };
    };
    const table = tableMaker(Map), weakTable = tableMaker(WeakMap);

    """

  /// A package that is not in the handbook: any property and any call of it is itself.
  private static let standIns = """
    const standInNames = weakTable();
    const standInOf = table();
    function standIn(name) {
      let made = standInOf.get(name);
      if (made) return made;
      made = new Maker(function () {}, {
        get: (target, key) => {
          if (key === '__esModule') return true;
          if (key === 'then') return undefined;
          if (key === Symbol.toPrimitive) return () => name;
          if (key === Symbol.iterator) return function* () {};
          if (key === 'toString') return () => name;
          return made;
        },
        has: () => true,
        set: () => true,
        apply: () => made,
        construct: () => made,
        getPrototypeOf: () => null,
        ownKeys: () => ['prototype'],
      });
      standInNames.set(made, name);
      standInOf.set(name, made);
      return made;
    }

    """

  private static let modules = """
    const folderOf = (path) => path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.';
    function normalize(path) {
      const out = [], absolute = path[0] === '/';
      for (const part of path.split('/')) {
        if (part === '' || part === '.') continue;
        if (part === '..' && out.length && out[out.length - 1] !== '..') out.pop();
        else if (part !== '..' || !absolute) out.push(part);
      }
      return (absolute ? '/' : '') + out.join('/') || (absolute ? '/' : '.');
    }
    const path = {
      sep: '/', delimiter: ':', normalize,
      join: (...parts) => normalize(parts.filter((part) => part).join('/')),
      resolve: (...parts) => {
        let at = home;
        for (const part of parts) at = part[0] === '/' ? part : at + '/' + part;
        return normalize(at);
      },
      isAbsolute: (p) => p[0] === '/', dirname: folderOf,
      basename: (p, end) => {
        const name = p.slice(p.lastIndexOf('/') + 1);
        return end && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name;
      },
      extname: (p) => { const m = /[^/](\\.[^./]*)$/.exec(p); return m ? m[1] : ''; },
      relative: (a, b) => {
        const from = normalize(a).split('/'), to = normalize(b).split('/');
        while (from.length && to.length && from[0] === to[0]) { from.shift(); to.shift(); }
        return [...from.map(() => '..'), ...to].join('/');
      },
    };
    path.posix = path; path.default = path;
    const root = '/handbook/', home = normalize(root + host('folder'));
    const url = {
      fileURLToPath: (u) => Text(u).replace('file://', ''), pathToFileURL: (p) => ({ href: 'file://' + p }), URL: standIn('URL'),
    };
    const builtIns = { __proto__: null, path, 'node:path': path, 'path/posix': path, url, 'node:url': url };
    const nothing = () => undefined;
    const process = {
      env: { NODE_ENV: 'production' }, cwd: () => home, argv: ['node', 'docusaurus', 'build'], platform: 'linux',
      version: 'v22.0.0', versions: { node: '22.0.0' }, exit: nothing, on: nothing,
    };
    const locale = host('locale');
    if (locale) process.env.DOCUSAURUS_CURRENT_LOCALE = locale;
    const loaded = table();
    function requireFrom(importer) {
      const require = (name) => {
        name = Text(name);
        if (builtIns[name]) return builtIns[name];
        if (name === 'process' || name === 'node:process') return process;
        const found = host('resolve', name, importer);
        return found === undefined ? standIn(name) : loadModule(found);
      };
      require.resolve = (name) => {
        const found = host('resolve', Text(name), importer);
        return found === undefined ? Text(name) : root + found;
      };
      require.import = (name) => new Deferred((done) => done(require(name)));
      require.named = (module) => module && (module.__esModule || standInNames.get(module)) ? module.default : module;
      require.all = (from, to) => {
        for (const key of Object.keys(from)) if (key !== 'default' && !(key in to)) to[key] = from[key];
      };
      return require;
    }
    function loadModule(name) {
      let module = loaded.get(name);
      if (module) return module.exports;
      module = { exports: {} };
      loaded.set(name, module);
      const made = host('load', name);
      if (typeof made === 'string') module.exports = parse(made);
      else {
        const folder = folderOf(name);
        apply(made, module.exports, [
          requireFrom(name), module, module.exports, normalize(root + folder), root + name]);
      }
      return module.exports;
    }
    Object.assign(globalThis, {
      process, global: globalThis,
      console: { log: nothing, warn: nothing, error: nothing, info: nothing, debug: nothing },
      URL: class URL {
        constructor(path, base) { this.href = Text(path); this.pathname = this.href.replace(/^[a-z]+:\\/\\/[^/]*/, ''); }
        toString() { return this.href; }
      },
    });

    """

  /// Plain data of any value: functions as `{$function: number}`, stand-ins as `{$module: name}`, what JSON cannot say
  /// as null in arrays and left out of objects; cycles cut; depth, count and length capped.
  private static let snapshot = """
    const functions = [];
    function snapshot(value) {
      let budget = 200000, room = 8000000;
      const open = weakTable();
      function write(value, depth) {
        if (--budget < 0 || room < 0) return 'null';
        switch (typeof value) {
          case 'string': { const text = stringify(value); room -= text.length; return room < 0 ? 'null' : text; }
          case 'number': return isFiniteNumber(value) ? '' + value : 'null';
          case 'boolean': return value ? 'true' : 'false';
          case 'bigint': return '"' + value + '"';
          case 'function': case 'object': break;
          default: return undefined;
        }
        if (value === null) return 'null';
        const name = standInNames.get(value);
        if (name !== undefined) return '{"$module":' + stringify(name) + '}';
        if (typeof value === 'function') {
          if (functions.length < 10000) functions[functions.length] = value;
          return '{"$function":' + (functions.length - 1) + '}';
        }
        if (depth > 60 || open.get(value)) return 'null';
        open.set(value, true);
        let out = '', separator = '';
        try {
          if (isArray(value)) {
            const count = value.length;
            for (let i = 0; i < count && budget > 0; i++, separator = ',')
              out += separator + (write(value[i], depth + 1) ?? 'null');
            out = '[' + out + ']';
          } else {
            const keys = ownKeys(value);
            for (let i = 0; i < keys.length && budget > 0; i++) {
              const key = keys[i];
              if (typeof key !== 'string') continue;
              const property = getOwnPropertyDescriptor(value, key);
              if (!property || !property.enumerable) continue;
              let member;
              try { member = write(value[key], depth + 1); } catch { member = undefined; }
              if (member === undefined) continue;
              out += separator + stringify(key) + ':' + member;
              separator = ',';
            }
            out = '{' + out + '}';
          }
        } catch { out = 'null'; }
        open.set(value, false);
        return out;
      }
      return write(value, 0) ?? 'null';
    }
    function start(name) {
      const state = { done: false };
      const exported = loadModule(name);
      let value = exported && exported.__esModule && exported.default !== undefined ? exported.default : exported;
      if (typeof value === 'function' && standInNames.get(value) === undefined) value = value();
      const isPromise = value !== null && typeof value === 'object' && value instanceof Deferred;
      if (!isPromise) return { done: true, value };
      apply(thenOf, value, [
        (result) => { state.value = result; state.done = true; },
        (error) => { state.error = error; state.failed = state.done = true; },
      ]);
      return state;
    }
    function finish(state) {
      if (!state.done) throw new fail('the settings wait for something that never happens here');
      if (state.failed) throw state.error;
      return state.value;
    }
    function call(number, list) {
      const f = functions[+number], out = [];
      for (const argument of parse(list)) out[out.length] = f(argument);
      return out;
    }
    return freeze({ __proto__: null, snapshot, start, finish, call });
    """
}
