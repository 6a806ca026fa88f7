import BookModel
import EPUBRenderer
import SourceText

/// A book that holds every construct the model knows, for validity as a whole.
enum EveryConstruct {
  static let book: Book = {
    var metadata = Metadata(title: "The Whole & <Entire> Book", language: "en")
    metadata.subtitle = "Every construct there is"
    metadata.authors = [
      Contributor(name: "Ada Lovelace", sortName: "Lovelace, Ada"), Contributor(name: "Grace Hopper"),
      Contributor(name: "Erika Mustermann", role: "edt"), Contributor(name: "Zoë", role: "trl"),
    ]
    metadata.publisher = "Example Press"
    metadata.rights = "© 2026 Example Press. Text under CC BY 4.0."
    metadata.date = "2026-03-31"
    metadata.version = "1.2.0"
    metadata.description = "A fixture."
    metadata.subjects = ["Testing", "Publishing"]
    var site = Site()
    site.url = "https://example.org"
    site.baseURL = "/handbook/"
    let outline: [OutlineNode] = [
      .chapter(ChapterID(0)),
      .division(
        Division(
          role: .part, label: "Guides",
          children: [
            .chapter(ChapterID(1)),
            .division(
              Division(role: .section, label: "Blocks", children: [.chapter(ChapterID(2)), .chapter(ChapterID(3))])),
            .division(
              Division(role: .section, label: "Notes", opening: ChapterID(4), children: [.chapter(ChapterID(5))])),
          ])),
      .division(Division(role: .part, label: "Reference", opening: ChapterID(6), children: [.chapter(ChapterID(7))])),
      .division(Division(role: .appendix, label: "Other pages", children: [.chapter(ChapterID(8))])),
    ]
    return Book(
      metadata: metadata, site: site, outline: outline,
      chapters: [
        introduction, inlines, boxes, code, footnotes, tables, reference, written, pictures,
      ],
      assets: [Pictures.png, Pictures.svg, Pictures.download, Pictures.beside, Pictures.avif])
  }()

  static let introduction = Make.chapter(
    0, "Introduction",
    blocks: [
      Make.paragraph(
        Make.text(
          "This handbook shows how a book is made from the pages of a site. It begins where a reader begins, at "),
        Make.link(.chapter(ChapterID(1), anchor: nil), "the first guide"),
        Make.text(", and goes on to what lies behind it. Read it in any order: every chapter says what it needs.")),
      Make.heading(2, "Who it is for", "who-it-is-for"),
      Make.paragraph(
        "For people who write handbooks, and for those who read them on paper and on small screens. Nothing is asked of you but a folder of pages and a little patience."
      ),
      Make.heading(4, "A level is skipped here", "skipped"),
      Make.paragraph("The heading above was written at level 4 and stands at level 3."),
      Make.heading(2, "Überschrift mit Umlaut", "überschrift-mit-umlaut"),
      Make.paragraph(
        Make.text("Text with "), Make.link(.chapter(ChapterID(0), anchor: "überschrift-mit-umlaut"), "a link to it"),
        Make.text(".")),
      Make.block(
        .quote([
          Make.paragraph("A book is made of sentences, and a sentence of words."),
          Make.paragraph("Nobody in particular"),
        ])),
      Make.block(.thematicBreak),
      Make.heading(2, "What comes next", "1-what-comes-next"),
      Make.block(
        .cards([
          Card(
            target: .chapter(ChapterID(1), anchor: nil), label: "Inlines",
            description: "Running text and what stands in it."),
          Card(target: .external("https://example.org/a b"), label: "Elsewhere"),
          Card(target: .missing("/gone"), label: "Gone", description: "A page that is not there."),
        ])),
    ])

  static let inlines = Make.chapter(
    1, "Inlines",
    blocks: [
      Make.paragraph(
        Make.inline(.emphasis([Make.text("emphasis")])), Make.text(", "), Make.inline(.strong([Make.text("strong")])),
        Make.text(", "),
        Make.inline(.strikethrough([Make.text("struck")])), Make.text(", "), Make.inline(.code("let x = a < b && c")),
        Make.inline(.lineBreak), Make.text("after a break"), Make.inline(.softBreak), Make.text("and a soft one, "),
        Make.inline(.math(InlineMath(tex: "a^2 + b^2 = c^2"))), Make.text(" and "),
        Make.inline(.math(InlineMath(tex: "\\int_0^1 x < 1", isDisplay: true))), Make.text(".")),
      Make.paragraph(
        Make.link(.external("https://example.org/path with|bars[1]"), "an address to mend"), Make.text(", "),
        Make.link(.external("javascript:alert(1)"), "an address that is none"), Make.text(", "),
        Make.link(.missing("./gone.md"), "a page that is not there"), Make.text(", "),
        Make.link(.asset(AssetID(2)), "a download"), Make.text(", "), Make.link(.asset(AssetID(3)), "another"),
        Make.text(", "),
        Make.link(.chapter(ChapterID(2), anchor: "the-tip"), "a box in another chapter"), Make.text(", "),
        Make.inline(
          .link(
            Link(
              target: .external("https://example.org"), title: "Title & \"quotes\"",
              content: [
                Make.inline(
                  .image(Image(source: .remote("https://img.example.org/badge.svg"), alternative: "build passing")))
              ]))), Make.text(".")),
      Make.paragraph(
        Make.inline(.element(Element(name: "kbd", content: [Make.text("Ctrl")]))), Make.text("+"),
        Make.inline(.element(Element(name: "kbd", content: [Make.text("C")]))), Make.text(" H"),
        Make.inline(.element(Element(name: "sub", content: [Make.text("2")]))), Make.text("O "),
        Make.inline(.element(Element(name: "a", attributes: [ElementAttribute(name: "id", value: "spot")]))),
        Make.text(" "),
        Make.inline(.element(Element(name: "wbr"))),
        Make.inline(
          .element(
            Element(
              name: "span", attributes: [ElementAttribute(name: "lang", value: "de")], content: [Make.text("Handbuch")])
          )),
        Make.text(" "), Make.link(.chapter(ChapterID(1), anchor: "spot"), "to the spot")),
    ])

  static let boxes = Make.chapter(
    2, "Boxes",
    blocks: Admonition.Style.allCases.map { style in
      Make.block(
        .admonition(
          Admonition(
            style: style, keyword: style.rawValue,
            title: style == .tip ? [Make.text("Use the "), Make.inline(.code("fast")), Make.text(" way")] : nil,
            blocks: [
              Make.paragraph("Something that readers of this page should know about, told in a sentence or two.")
            ],
            id: style == .tip ? "the-tip" : nil)))
    } + [
      Make.block(
        .admonition(
          Admonition(
            style: .info, keyword: "important",
            blocks: [
              Make.paragraph("A box in a box:"),
              Make.block(.admonition(Admonition(style: .tip, keyword: "success", blocks: [Make.paragraph("Done.")]))),
            ]))),
      Make.block(
        .details(
          Details(
            summary: [Make.text("Show the "), Make.inline(.code("log"))],
            blocks: [
              Make.paragraph("Here it is, in full."), Make.block(.code(CodeBlock(language: nil, text: "one\ntwo\n"))),
            ]))),
      Make.block(
        .tabs(
          Tabs(
            group: "pm",
            panels: [
              Tabs.Panel(
                value: "npm", label: "npm",
                blocks: [Make.block(.code(CodeBlock(language: "bash", text: "npm install\n")))]),
              Tabs.Panel(
                value: "yarn", label: "",
                blocks: [Make.block(.code(CodeBlock(language: "bash", text: "yarn\n"))), Make.paragraph("Or so.")]),
            ]))),
      Make.heading(2, "Lists", "lists"),
      Make.block(
        .list(
          List(
            marker: .bullet, isTight: true,
            items: [
              Make.item([Make.paragraph("One")]),
              Make.item([
                Make.paragraph("Two, with a list in it:"),
                Make.block(
                  .list(
                    List(
                      marker: .ordered(start: 3), isTight: true,
                      items: [Make.item([Make.paragraph("Three")]), Make.item([Make.paragraph("Four")])]))),
              ]), Make.item([]),
            ]))),
      Make.block(
        .list(
          List(
            marker: .ordered(start: 1), isTight: false,
            items: [
              Make.item([Make.paragraph("A loose item."), Make.paragraph("Its second paragraph.")]),
              Make.item([Make.block(.code(CodeBlock(language: "swift", text: "print(1)\n")))]),
            ]))),
      Make.block(
        .list(
          List(
            marker: .bullet, isTight: true,
            items: [
              Make.item([Make.paragraph("Write the chapter")], task: true),
              Make.item([Make.paragraph("Read it again")], task: false),
            ]))),
      Make.block(
        .list(
          List(
            marker: .bullet, isTight: false,
            items: [Make.item([Make.paragraph("A loose task"), Make.paragraph("with more")], task: false)]))),
    ])

  static let code: Chapter = {
    var numbered = CodeBlock(
      language: "js", meta: "title=\"src/index.js\" {2} showLineNumbers=9",
      text:
        "function add(a, b) {\n  return a + b; // the sum of two numbers, in a line that is long enough to be broken on most screens\n}\n\nconsole.log(add(1, 2));\n"
    )
    numbered.title = "src/index.js"
    numbered.firstLineNumber = 8
    numbered.highlightedLines = [2...2, 5...5]
    var highlighted = CodeBlock(language: "python", text: "def f():\n    return 1\n")
    highlighted.highlightedLines = [1...1]
    return Make.chapter(
      3, "Code",
      blocks: [
        Make.paragraph("Some code:"),
        Make.block(
          .code(
            CodeBlock(
              language: "bash",
              text: "curl -L https://example.org/a/very/long/path/that/does/not/fit/on/a/telephone | sh\n"))),
        Make.block(.code(numbered)), Make.block(.code(highlighted)),
        Make.block(.code(CodeBlock(language: "C++", text: "")), ),
        Make.block(
          .diagram(Diagram(language: "mermaid", source: "flowchart LR\n  A[Read] --> B{Good?}\n  B -->|yes| C[Keep]\n"))
        ),
        Make.block(.math("e^{i\\pi} + 1 = 0")),
      ])
  }()

  static let footnotes = Make.chapter(
    4, "Footnotes",
    blocks: [
      Make.paragraph(
        Make.text("A note"), Make.reference(1, 1), Make.text(" and another"), Make.reference(2, 1),
        Make.text(" and the first again"), Make.reference(1, 2), Make.text(".")),
      Make.heading(2, "Same words", "same"), Make.heading(2, "Same words", "same"),
      Make.paragraph(Make.link(.chapter(ChapterID(4), anchor: "same"), "to the first of them")),
    ],
    footnotes: [
      Make.note(1, [Make.paragraph("The first note.")]),
      Make.note(
        2,
        [
          Make.paragraph("The second, of two paragraphs"),
          Make.paragraph(Make.text("and a note in a note"), Make.reference(3, 1), Make.text(".")),
        ]),
      Make.note(3, [Make.block(.code(CodeBlock(language: "sh", text: "ls\n")))]),
      Make.note(0, [Make.paragraph("A note that nothing refers to.")]),
    ])

  static let tables = Make.chapter(
    5, "Tables", showsTitle: false,
    blocks: [
      Make.heading(1, "Tables of all kinds", "tables"),
      Make.block(
        .table(
          Table(
            alignments: [.none, .center, .right],
            head: [Make.cell(Make.text("Name")), Make.cell(Make.text("Kind")), Make.cell(Make.text("Size"))],
            rows: [
              [Make.cell(Make.text("apple")), Make.cell(Make.text("fruit")), Make.cell(Make.text("12"))],
              [Make.cell(Make.text("beetroot")), Make.cell(), Make.cell(Make.inline(.code("3")))],
            ]))),
      Make.block(
        .table(
          Table(
            alignments: [.left, .none, .none, .none, .none, .none],
            head: [
              Make.cell(), Make.cell(Make.text("Monday")), Make.cell(Make.text("Tuesday")),
              Make.cell(Make.text("Wednesday")), Make.cell(Make.text("Thursday")), Make.cell(Make.text("Friday")),
            ],
            rows: [
              ["Morning", "write", "write", "read", "write", "print"].map { Make.cell(Make.text($0)) },
              ["Afternoon", "read", "mend", "mend", "bind", "rest"].map { Make.cell(Make.text($0)) },
            ]))),
      Make.block(
        .table(
          Table(
            alignments: [.none, .none], head: [Make.cell(), Make.cell()],
            rows: [[Make.cell(Make.text("no")), Make.cell(Make.text("head"))]]))),
      Make.block(.table(Table(alignments: [.none], head: [Make.cell(Make.text("no rows"))], rows: []))),
    ])

  static let reference = Make.chapter(6, "Reference", blocks: [Make.paragraph("What opens the second part.")])

  static let written = Make.chapter(
    7, "Left over",
    blocks: [
      Make.block(
        .written(
          .directive(
            Directive(name: "unknown", label: [Make.text("Label")], attributes: [], blocks: [Make.paragraph("In it.")]))
        )),
      Make.block(.written(.directive(Directive(name: "leaf", blocks: nil)))),
      Make.block(
        .written(
          .jsx(
            JSXElement(
              name: "Chart",
              attributes: [
                JSXAttribute(name: "data", value: .expression("[1, 2]"), range: Make.range),
                JSXAttribute(name: "big", value: .flag, range: Make.range),
              ], isSelfClosing: true)))),
      Make.block(.written(.jsx(JSXElement(name: "Box", content: [Make.paragraph("Inside.")])))),
      Make.block(.written(.expression("props.name"))), Make.block(.written(.esm("import x from 'y'\n"))),
      Make.block(.written(.html("<video src=\"x\"></video>\n"))),
      Make.paragraph(
        Make.inline(.written(.directive(TextDirective(name: "word")))), Make.text(" "),
        Make.inline(.written(.expression("1 + 1"))), Make.text(" "),
        Make.inline(.written(.html("<blink>"))), Make.text(" "),
        Make.inline(.written(.jsx(JSXElement(name: "Icon", isSelfClosing: true))))),
      Make.block(
        .element(
          Element(
            name: "div",
            attributes: [ElementAttribute(name: "class", value: "x"), ElementAttribute(name: "id", value: "box 1")],
            content: [Make.block(.plain([Make.text("plain text")])), Make.paragraph("and a paragraph")]))),
      Make.paragraph(Make.link(.chapter(ChapterID(7), anchor: "box 1"), "to the box")),
      Make.block(.element(Element(name: "hr"))),
    ])

  static let pictures = Make.chapter(
    8, "Pictures",
    blocks: [
      Make.block(
        .figure(
          Figure(
            image: Image(source: .asset(AssetID(1)), alternative: "Two boxes joined by a line"),
            caption: [Make.text("The plan, "), Make.inline(.emphasis([Make.text("simplified")]))]))),
      Make.block(
        .figure(
          Figure(image: Image(source: .asset(AssetID(0)), alternative: "A dot", title: "Dot", width: 40, height: 40)))),
      Make.paragraph(
        Make.text("In a line "), Make.inline(.image(Image(source: .asset(AssetID(0)), alternative: ""))),
        Make.text(", gone "),
        Make.inline(.image(Image(source: .missing("gone.png"), alternative: "a cat"))), Make.text(", remote "),
        Make.inline(.image(Image(source: .remote("https://example.org/x y.png"), alternative: ""))),
        Make.text(", of no known kind "),
        Make.inline(.image(Image(source: .asset(AssetID(4)), alternative: "a photo"))), Make.text(".")),
      Make.block(
        .figure(
          Figure(
            image: Image(source: .missing("gone.svg"), alternative: ""),
            caption: [Make.text("A caption without a picture")]))),
    ])
}
