import BookModel

extension Edition {
  /// `theme.tex`: the palette of `theme.yml` and the signs of admonitions, as the class takes them:
  /// `\hpadmonitioncolor{tip}{0.1216 0.4235 0.2627}{0.9385 0.9597 0.9484}` and `\hpadmonitionicon{tip}{images/icon-tip.pdf}`.
  func themeFile() -> LaTeXFile {
    let tex = LaTeXWriter()
    tex.raw("% The colours of the book, from its theme.yml, and the signs of admonitions. Three numbers from 0 to 1.")
    tex.newline()
    if let theme = options.theme {
      let writer = ThemeWriter(tex: tex)
      writer.accent(theme.accent.light)
      for style in Admonition.Style.allCases { writer.admonition(style, theme[style].light) }
      for role in Theme.CodeRole.allCases { writer.code(role, theme[role].light) }
    }
    for style in Admonition.Style.allCases where options.icons[style] != nil {
      tex.command("hpadmonitionicon", .word(style.word), .path(Edition.iconPath(style)))
      tex.newline()
    }
    return LaTeXFile(path: "theme.tex", bytes: tex.output, origins: tex.origins)
  }

  func iconFiles() -> [LaTeXFile] {
    Admonition.Style.allCases.compactMap { style in
      options.icons[style].map { LaTeXFile(path: Edition.iconPath(style), bytes: $0) }
    }
  }

  private static func iconPath(_ style: Admonition.Style) -> String { "images/icon-\(style.rawValue).pdf" }
}

private struct ThemeWriter {
  let tex: LaTeXWriter

  func accent(_ color: Theme.Color) {
    tex.command("hpaccent", numbers(color), numbers(color.tint))
    tex.newline()
  }

  func admonition(_ style: Admonition.Style, _ color: Theme.Color) {
    tex.command("hpadmonitioncolor", .word(style.word), numbers(color), numbers(color.tint))
    tex.newline()
  }

  func code(_ role: Theme.CodeRole, _ color: Theme.Color) {
    tex.command("hpcodecolor", .plain(role.rawValue), numbers(color))
    tex.newline()
  }

  private func numbers(_ color: Theme.Color) -> LaTeXWriter.Argument {
    .plain([color.red, color.green, color.blue].map { LaTeXWriter.decimal(Double($0) / 255) }.joined(separator: " "))
  }
}

extension Theme.Color {
  /// What 7% of the colour makes of white paper: the tint of the EPUB's panels.
  fileprivate var tint: Theme.Color {
    func mixed(_ channel: UInt8) -> UInt8 { UInt8(255 - (0.07 * Double(255 - channel)).rounded()) }
    return Theme.Color(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }
}
