import BookModel
import SourceText

extension FrontWriter {
  /// Cover, half title, title page, colophon, contents, and the outline that readers show beside the pages.
  func frontMatter(_ chapters: [LaTeXFile]) {
    outline(edition.order.entries)
    tex.closing("hpfrontmatter")
    tex.newline()
    if let cover = edition.coverPath {
      tex.command("hpcover", .path(cover))
      tex.newline()
    }
    if edition.isPrint {
      tex.command("hphalftitle", text(edition.title))
      tex.newline()
    }
    titlePage()
    colophon()
    let weight = chapters.reduce(0) { $0 + $1.bytes.count }
    let contents = ContentsDepth(edition, weight: weight)
    tex.environment("hpcontents", text(words.contents)) {
      lines(edition.order.entries, level: 0, depth: contents.depth, headings: contents.showsHeadings)
    }
    tex.blankLine()
  }

  func backCover() {
    guard let cover = edition.options.backCover else { return }
    tex.command("hpbackcover", .path(Edition.backCoverPath), .plain(cover.alternative))
    tex.newline()
  }

  private func titlePage() {
    tex.command(
      "hptitlepage", text(edition.title), text(metadata.subtitle),
      .body { [self] in
        for credit in credits {
          tex.opening("para")
          content.text(credit)
          tex.closing("endpara")
        }
      },
      .body { [self] in
        let lines = [metadata.version.map { "\(words.version) \($0)" }, metadata.publisher].compactMap(\.self)
        for line in lines where !line.isBlank {
          tex.opening("para")
          content.text(line)
          tex.closing("endpara")
        }
      })
    tex.blankLine()
  }

  /// Who made the book: authors by their names alone, others by what they did, in the order of first mention.
  private var credits: [String] {
    var roles: [String] = []
    for author in metadata.authors where !roles.contains(author.role) { roles.append(author.role) }
    return roles.map { role in
      let names = metadata.authors.filter { $0.role == role }.map(\.name).joined(separator: ", ")
      return role == "aut" ? names : words.fill(words.deed(of: role), name: names)
    }
  }

  /// What edition this is, who holds the rights, and what it is set in.
  private func colophon() {
    tex.environment("hpcolophon", text(words.colophon)) {
      fact(words.title, [edition.title, metadata.subtitle].compactMap(\.self).joined(separator: ": "))
      fact(words.version, metadata.version)
      fact(words.commit, edition.options.commit)
      fact(words.date, edition.options.date ?? metadata.date)
      fact(words.publisher, metadata.publisher)
      fact(words.identifier, metadata.identifier)
      fact(words.website, edition.book.site.url.map { $0 + edition.book.site.baseURL })
      fact(words.fonts, fontNames)
      for line in [metadata.rights, words.madeWith] where line?.isBlank == false {
        tex.opening("para")
        content.text(line ?? "")
        tex.closing("endpara")
        tex.newline()
      }
    }
    tex.blankLine()
  }

  private func fact(_ name: String, _ value: String?) {
    guard let value, !value.isBlank else { return }
    tex.command("hpfact", text(name), text(value))
    tex.newline()
  }

  /// The families by the names of their files, up to the style.
  private var fontNames: String {
    let fonts = edition.options.fonts
    let files = [fonts.body?.regular, fonts.sans?.regular, fonts.mono?.regular].compactMap(\.self)
    return files.map { FontNames.family(of: $0.name) }.joined(separator: ", ")
  }
}

/// Names of families as people know them, with their licences.
enum FontNames {
  static func family(of file: String) -> String {
    let stem = Paths.stem(of: file)
    let family = stem.split(separator: "-").first.map(String.init) ?? stem
    return known[family.lowercased()] ?? family
  }

  private static let known: [String: String] = [
    "texgyrepagella": "TeX Gyre Pagella (GUST Font License)",
    "inter": "Inter (SIL Open Font License)",
    "jetbrainsmono": "JetBrains Mono (SIL Open Font License)",
    "libertinusserif": "Libertinus Serif (SIL Open Font License)",
  ]
}
