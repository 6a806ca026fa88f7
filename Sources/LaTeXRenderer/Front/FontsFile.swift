import SourceText

extension Edition {
  /// `fonts.tex`: the fonts by file, only those the book needs.
  func fontsFile(_ needs: FontNeeds, emoji pictures: [EmojiPicture]) -> LaTeXFile {
    let tex = LaTeXWriter()
    let writer = FontsWriter(tex: tex, options: options)
    tex.raw("% The fonts of the book. Others may be put in their places.")
    tex.newline()
    if let body = options.fonts.body { writer.family("rm", body, kind: "body") }
    if let sans = options.fonts.sans { writer.family("sf", sans, kind: "sans") }
    if let mono = options.fonts.mono { writer.family("tt", mono, kind: "mono") }
    if let display = options.fonts.display { writer.display(display) }
    if needs.strike { writer.strike() }
    if needs.math { writer.math(options.fonts.math, hasColors: needs.mathColors) }
    if !needs.emoji.isEmpty, let emoji = options.fonts.emoji {
      writer.emoji(emoji)
      for picture in pictures { writer.emojiPicture(picture) }
    }
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
    files += [fonts.display, needs.math ? fonts.math : nil, needs.emoji.isEmpty ? nil : fonts.emoji]
    files += needs.fallbacks.sorted().flatMap {
      [fonts.fallbacks[$0].file, fonts.fallbacks[$0].bold, fonts.fallbacks[$0].italic]
    }
    var seen = Set<String>()
    let carried = files.compactMap(\.self).filter { file in
      (file.isOurs || options.carriesFonts && file.folder != nil) && seen.insert(file.name).inserted
    }
    return carried.compactMap { file in
      file.read().map { LaTeXFile(path: "fonts/" + file.name, bytes: $0) }
    }
  }
}

/// Writes the commands of `handpress-fonts.sty`.
private struct FontsWriter {
  let tex: LaTeXWriter
  let options: LaTeXOptions

  /// A style that the family has not is set in the nearest that it has.
  func family(_ name: StaticString, _ family: FontFamily, kind: StaticString) {
    tex.command("hpfontfamily", .word(name), .word(kind))
    tex.newline()
    let italic = family.italic ?? family.regular
    face(.word(name), "regular", family.regular)
    face(.word(name), "bold", family.bold ?? family.regular)
    face(.word(name), "italic", italic)
    face(.word(name), "bolditalic", family.boldItalic ?? family.bold ?? italic)
  }

  /// - Parameter index: the number of the font, in a collection.
  private func face(_ family: LaTeXWriter.Argument, _ style: StaticString, _ file: FontFile, index: Int? = nil) {
    let path = LaTeXWriter.Argument.path(folder(of: file) + file.name)
    if let index {
      tex.command("hpfontface", option: index, family, .word(style), path)
    } else {
      tex.command("hpfontface", family, .word(style), path)
    }
    tex.newline()
  }

  private func folder(of file: FontFile) -> String {
    guard let folder = file.folder else { return "" }
    return options.carriesFonts ? "fonts/" : folder
  }

  func display(_ file: FontFile) {
    family("display", FontFamily(regular: file), kind: "sans")
    // Bold, so that letters of other fonts are.
    tex.raw("\\renewcommand\\hpdisplayfont{\\hpusefont{display}\\bfseries}")
    if options.fonts.setsAllHeadings { tex.raw("\\let\\hpheadfont\\hpdisplayfont") }
    tex.newline()
  }

  func strike() {
    tex.raw("\\hpusestrike")
    tex.newline()
  }

  func math(_ file: FontFile?, hasColors: Bool) {
    if hasColors { tex.raw("\\usepackage[rgb]{xcolor}") }
    tex.raw("\\usepackage{mathtools}\\usepackage[warnings-off={mathtools-colon,mathtools-overbracket}]{unicode-math}")
    tex.newline()
    guard let file else { return }
    tex.raw("\\setmathfont{")
    tex.path(file.name)
    tex.raw("}[Scale=1")
    if file.folder != nil {
      tex.raw(",Path=")
      tex.path(folder(of: file))
    }
    tex.raw("]")
    tex.newline()
  }

  func emoji(_ file: FontFile) {
    family("emoji", FontFamily(regular: file), kind: "emoji")
  }

  func emojiPicture(_ picture: EmojiPicture) {
    tex.command("hpemojipicture", .emoji(picture.emoji), .path(picture.file.path))
    tex.newline()
  }

  /// Upright letters stand for slanted ones where the script has none.
  func fallback(_ font: FallbackFont) {
    tex.command("hpfontfamily", .path(font.key), .word(font.script.kind))
    tex.newline()
    if font.scale != 1 {
      tex.command("hpfontscale", .path(font.key), .fraction(font.scale))
      tex.newline()
    }
    let index = font.file.name.hasSuffix(".ttc") ? font.index : nil
    let bold = font.bold ?? font.file
    face(.path(font.key), "regular", font.file, index: index)
    face(.path(font.key), "bold", bold, index: index)
    face(.path(font.key), "italic", font.italic ?? font.file, index: index)
    face(.path(font.key), "bolditalic", bold, index: index)
  }
}
