import BookModel
import Testing

@testable import Artwork

@Suite("Formulas for LaTeX")
struct PrintableTeXTests {
  private func tex(_ source: String, isDisplay: Bool = false, _ macros: [String: String] = [:]) throws -> String {
    let own = macros.sorted { $0.key < $1.key }.map { MathMacro(name: $0.key, body: $0.value) }
    return try PrintableTeX.text(of: InlineMath(tex: source, isDisplay: isDisplay), macros: TeXMacros(own))
  }

  @Test(
    "Attacks are refused",
    arguments: [
      #"\input{/etc/passwd}"#, #"\directlua{os.execute("id")}"#, #"\write18{id}"#, #"\immediate\write18{id}"#,
      #"\csname input\endcsname{x}"#, #"\catcode`\@=11"#, #"\special{x}"#, #"\openin1=x"#, #"\include{x}"#,
      #"\verb|x|"#, #"\expandafter\input x"#, #"\edef\x{\input y}"#, #"\def\x{\input{y}}\x"#, #"\let\x=\input \x y"#,
      #"\newcommand{\frac}{\input{y}}\frac"#, #"x^^5cinput"#, #"x^^M"#, #"\includegraphics{x}"#, #"\href{x}{y}"#,
      #"\url{x}"#, #"\begin{filecontents}{x}y\end{filecontents}"#, #"\begin{verbatim}\end{verbatim}"#,
      #"\begin{\input{x}}"#, #"\loop\iftrue\repeat"#, #"\def\x{\x\x}\x"#, #"\usepackage{x}"#, #"\char`\\"#,
      #"}\input x{"#, #"{"#, #"\end{aligned}"#, #"\text{$\input x$}"#, #"\text{\input x}"#, #"\rule{9999999em}{1em}"#,
      #"\begin{array}{>{\input x}c}\end{array}"#, #"\\[\input x]"#, #"$x$"#, #"\(x\)"#, #"\kern\input x"#,
      #"\left\input x\right."#, #"\color{\input x}"#, #"\begin{aligned}\\[1em\input x]\end{aligned}"#, "x\u{0}y",
      #"\@firstoftwo x y"#, #"\ifx x y\fi"#, #"\romannumeral 1"#, #"\everymath{x}"#, #"\mathchardef\x=1"#, #"\par"#,
    ])
  func attacks(source: String) {
    #expect(throws: TeXRefusal.self) { try tex(source) }
  }

  @Test(
    "What LaTeX knows stays, and what it knows otherwise is said its way",
    arguments: [
      (#"\frac{a}{b}"#, #"\frac {a}{b}"#),
      (#"\R^n"#, #"\mathbb {R}^n"#),
      (#"\mathbf{x} \bm\alpha"#, #"\symbf {x} \symbfit \alpha"#),
      (#"\begin{align} a &= b \\ c &= d \end{align}"#, #"\begin{aligned}  a &= b \\  c &= d \end{aligned}"#),
      (#"\begin{array}{c:c} 1 & 2 \end{array}"#, #"\begin{array}{c|c}  1 & 2 \end{array}"#),
      (#"\left\lang x \right>"#, #"\left\langle x \right>"#),
      (#"\text{if $x \in \R$ ok}"#, #"\text{if \(x \in \mathbb {R}\) ok}"#),
      (#"a~b % comment"#, #"a\nobreakspace{}b"#),
      (#"{\rm abc & d}"#, #"{\mathrm{abc }& d}"#),
      (#"\kern1em x \mkern-3mu y \hspace*{2pt}"#, #"\kern 1em  x \mkern -3mu  y \hspace*{2pt}"#),
      (#"\textcolor{#f00}{x} \color{nocolor} y"#, #"\textcolor[HTML]{FF0000}{x}  y"#),
      (#"\def\x#1{[#1]} \x{2} \x3"#, #"[2] [3]"#),
      (#"\newcommand\x[2]{#2#1} \x a b"#, "ba"),
      (#"\let\leq\ge 1 \leq 2"#, #"1 \ge 2"#),
      (#"\substack{a \\ b}"#, #"\substack{a \\  b}"#),
      (##"\text{caf\'e \# \& \_}"##, ##"\text{caf\'e \# \& \_}"##),
      (#"\bra{x}"#, #"\mathinner {\langle {x}|}"#),
      (
        #"v_\mathbb{G}^\frac12 x_\alpha{y} z^\text{a b}"#,
        #"v_{\mathbb {G}}^{\frac {1}{2}} x_\alpha {y} z^{\text{a b}}"#
      ),
      ("a\n\n\nb", "a b"),
    ])
  func rewritings(source: String, expected: String) throws {
    #expect(try tex(source) == expected)
  }

  @Test("A site's macros are expanded, and win over LaTeX's")
  func siteMacros() throws {
    #expect(try tex(#"\RR \S{2}"#, [#"\RR"#: #"\mathbb{R}"#, #"\S"#: "s_{#1}"]) == #"\mathbb {R}s_{2}"#)
  }

  @Test("A tag is the number of a display, and words anywhere else")
  func tags() throws {
    #expect(try tex(#"x \tag{7}"#, isDisplay: true) == #"x \tag{7}"#)
    #expect(try tex(#"x \tag{7}"#) == #"x \qquad \text{(7)}"#)
    let aligned = try tex(#"\begin{align} x \tag{7} \end{align}"#, isDisplay: true)
    #expect(aligned == #"\begin{aligned}  x \qquad \text{(7)} \end{aligned}"#)
  }
}
