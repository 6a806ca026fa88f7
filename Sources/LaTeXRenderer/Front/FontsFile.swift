import SourceText

extension Edition {
  /// `fonts.tex`: the fonts by file, only those the book needs.
  func fontsFile(_ needs: FontNeeds) -> LaTeXFile {
    let tex = LaTeXWriter()
    let writer = FontsWriter(tex: tex, options: options)
    tex.raw("% The fonts of the book. Others may be put in their places.")
    tex.newline()
    if let body = options.fonts.body {
      writer.family("setmainfont", body, features: "RawFeature={-tlig;-clig;-calt;-ccmp;-locl;-rlig;-mark;-mkmk}")
    }
    if let sans = options.fonts.sans {
      writer.family("setsansfont", sans, features: "RawFeature={-tlig;-liga;-clig;-calt;-ccmp;-locl;-rlig;-mark;-mkmk}")
    }
    if let mono = options.fonts.mono { writer.family("setmonofont", mono, features: "Renderer=Base,RawFeature=-tlig") }
    if let display = options.fonts.display { writer.display(display) }
    if needs.strike { writer.strike() }
    if needs.math { writer.math(options.fonts.math) }
    if needs.emoji, let emoji = options.fonts.emoji { writer.emoji(emoji) }
    for index in needs.fallbacks.sorted() {
      let font = options.fonts.fallbacks[index]
      writer.fallback(font)
    }
    return LaTeXFile(path: "fonts.tex", bytes: tex.output, origins: tex.origins)
  }

  /// The files of the fonts that the book needs and TeX does not find by their names.
  func fontFiles(_ needs: FontNeeds) -> [LaTeXFile] {
    let fonts = options.fonts
    var files = [fonts.body, fonts.sans, fonts.mono].compactMap(\.self).flatMap {
      [$0.regular, $0.bold, $0.italic, $0.boldItalic]
    }
    files += [fonts.display, needs.math ? fonts.math : nil, needs.emoji ? fonts.emoji : nil]
    files += needs.fallbacks.sorted().flatMap { [fonts.fallbacks[$0].file, fonts.fallbacks[$0].bold] }
    var seen = Set<String>()
    let carried = files.compactMap(\.self).filter { file in
      (file.isOurs || options.carriesFonts && file.folder != nil) && seen.insert(file.name).inserted
    }
    return carried.compactMap { file in
      file.read().map { LaTeXFile(path: "fonts/" + file.name, bytes: $0) }
    }
  }
}

/// Writes the commands of fontspec.
private struct FontsWriter {
  let tex: LaTeXWriter
  let options: LaTeXOptions

  func family(_ command: LaTeXName, _ family: FontFamily, features: StaticString) {
    tex.command(command, .path(family.regular.name))
    tex.raw("[")
    tex.raw(features)
    folder(of: family.regular)
    style(",BoldFont=", family.bold)
    style(",ItalicFont=", family.italic)
    style(",BoldItalicFont=", family.boldItalic)
    tex.raw("]")
    tex.newline()
  }

  private func style(_ key: StaticString, _ file: FontFile?) {
    guard let file else { return }
    tex.raw(key)
    tex.path(file.name)
  }

  private func folder(of file: FontFile) {
    guard let folder = file.folder else { return }
    tex.raw(",Path=")
    tex.path(options.carriesFonts ? "fonts/" : folder)
  }

  func display(_ file: FontFile) {
    tex.raw("\\newfontfamily\\hpdisplayface{")
    tex.path(file.name)
    tex.raw("}[RawFeature={-tlig;-liga;-clig;-calt;-ccmp;-locl;-rlig;-mark;-mkmk},BoldFont=*")
    folder(of: file)
    tex.raw("]")
    tex.newline()
    // Bold, so that letters of other fonts are.
    tex.raw("\\renewcommand\\hpdisplayfont{\\hpdisplayface\\bfseries}")
    if options.fonts.setsAllHeadings { tex.raw("\\let\\hpheadfont\\hpdisplayfont") }
    tex.newline()
  }

  func strike() {
    tex.raw("\\usepackage{lua-ul}")
    tex.newline()
  }

  func math(_ file: FontFile?) {
    tex.raw("\\usepackage{mathtools}\\usepackage[warnings-off={mathtools-colon,mathtools-overbracket}]{unicode-math}")
    tex.newline()
    guard let file else { return }
    tex.raw("\\setmathfont{")
    tex.path(file.name)
    tex.raw("}[Scale=1")
    folder(of: file)
    tex.raw("]")
    tex.newline()
  }

  func emoji(_ file: FontFile) {
    tex.command(
      "hpdeclarefont", .word("emoji"), .path(file.name),
      .body { [self] in
        tex.raw("Renderer=HarfBuzz")
        folder(of: file)
      })
    tex.newline()
  }

  /// Upright letters stand for slanted ones too, which most scripts do not have.
  func fallback(_ font: FallbackFont) {
    tex.command(
      "hpdeclarefont", .path(font.key), .path(font.file.name),
      .body { [self] in
        tex.raw(font.script.features)
        folder(of: font.file)
        if font.file.name.hasSuffix(".ttc") {
          tex.raw(",FontIndex=")
          for digit in String(font.index).utf8 { tex.byte(digit) }
        }
        tex.raw(",ItalicFont=*")
        style(",BoldFont=", font.bold ?? font.file)
        style(",BoldItalicFont=", font.bold ?? font.file)
      })
    tex.newline()
  }
}
