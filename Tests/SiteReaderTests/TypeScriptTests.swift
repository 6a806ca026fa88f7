import Testing

@testable import SiteReader

@Suite struct TypeScriptTests {
  /// Blanks apart: what is taken out leaves them behind.
  private func stripped(_ text: String) -> String {
    String(decoding: TypeScript.strip(Array(text.utf8)), as: UTF8.self).filter { $0 != " " }
  }

  @Test(arguments: [
    ("const a: Config = {b: 1};", "const a = {b: 1};"),
    ("const a: Map<string, Array<number>> = x;", "const a = x;"),
    ("const a = {b: 1} satisfies Preset.Options;", "const a = {b: 1};"),
    ("const a = ['x'] as const, b = 2;", "const a = ['x'], b = 2;"),
    ("f(a as string | undefined, 2)", "f(a, 2)"),
    ("type X = {a: string; b?: number};\nlet y = 1;", "\nlet y = 1;"),
    ("type X =\n  | 'a'\n  | 'b'\nlet y", "\n\n\nlet y"),
    ("export type X = string;\nexport default {a: 1}", "\nexport default {a: 1}"),
    ("interface A extends B<C> { x(): void }\nfoo()", "\nfoo()"),
    ("import type {A} from 'a';\nimport b from 'b';", "\nimport b from 'b';"),
    ("import type * as P from 'p';", ""),
    ("function f<T>(a: T, b?: string): Promise<T> { return a }", "function f(a, b) { return a }"),
    ("const f = async (a: string, {b}: {b: X}): Promise<void> => a;", "const f = async (a, {b}) => a;"),
    ("const o = { m(a: string): string { return a } }", "const o = { m(a) { return a } }"),
    ("const v = a ? (b) : {c: 1};", "const v = a ? (b) : {c: 1};"),
    ("const v = a < b ? c : d;", "const v = a < b ? c : d;"),
    ("new Map<string, X[]>()", "new Map()"),
    ("a!.b = c![0]; if (!d) e()", "a.b = c[0]; if (!d) e()"),
    ("const o = {type: 'doc', as: 1, interface: 2}", "const o = {type: 'doc', as: 1, interface: 2}"),
    (
      "editUrl: (options => { const u: string = 'x'; return u }) as P.F,",
      "editUrl: (options => { const u = 'x'; return u }),"
    ),
    ("try {} catch (e: unknown) { f(e as Error) }", "try {} catch (e) { f(e) }"),
    ("const s = 'const a: B = 1'; // const a: B = 1", "const s = 'const a: B = 1'; // const a: B = 1"),
    ("const t = `${a as string}: x`", "const t = `${a as string}: x`"),
    ("declare const x: string;\ny()", "\ny()"),
  ])
  func typesAreTakenOut(_ text: String, _ expected: String) {
    #expect(stripped(text) == expected.filter { $0 != " " })
  }

  @Test func linesKeepTheirNumbers() {
    let text = "type A = {\n  b: string;\n};\nconst c: A = {b: 'x'};\n"
    #expect(TypeScript.strip(Array(text.utf8)).count { $0 == 0x0A } == 4)
  }

  @Test(arguments: [
    ("import a from 'a'", "const a=require.named(require('a'));"),
    ("import * as a from \"a\";", "const a=require(\"a\");"),
    (
      "import {a, b as c, type D, default as e} from 'a';",
      "const {a:a,b:c}=require('a'),e=require.named(require('a'));"
    ),
    (
      "import a, {b} from './a.json' with {type: 'json'};",
      "const a=require.named(require('./a.json')),{b:b}=require('./a.json');"
    ),
    ("import 'a';", "require('a');"),
    ("export default {a: 1};", "exports.default = {a: 1};"),
    ("export default function f() {}", " function f() {}\nexports.default=f;"),
    ("export const a = 1, b = 2;", " const a = 1, b = 2;\nexports.a=a;"),
    ("export {a, b as default} from 'm';", "\nexports.a=require('m').a;exports.default=require('m').b;"),
    ("export * from 'm';", "require.all(require('m'),exports);"),
    ("export * as n from 'm';", "exports.n=require('m');"),
  ])
  func modulesAreRewritten(_ text: String, _ expected: String) {
    let result = String(decoding: ScriptModules.rewrite(Array(text.utf8)), as: UTF8.self)
    let head = "Object.defineProperty(exports,'__esModule',{value:true});"
    #expect(result.trimmingSpace == (head + expected).trimmingSpace)
  }

  @Test func scriptsWithoutModulesStayAsTheyAre() {
    let text = "module.exports = {a: require('x'), import: 1, b: o.export};"
    #expect(String(decoding: ScriptModules.rewrite(Array(text.utf8)), as: UTF8.self) == text)
  }
}
