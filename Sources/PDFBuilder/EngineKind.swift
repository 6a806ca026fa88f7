/// The TeX engines that the class has a layer for, and what can be expected of each.
package enum EngineKind: String, Sendable, CaseIterable {
  case luatex = "LuaTeX"
  case xetex = "XeTeX"
  /// XeTeX with LaTeX in one program.
  case tectonic = "Tectonic"

  /// From the first line of what an engine says of itself when it is asked for its version: `This is LuaHBTeX, Version
  /// 1.15.0`, `XeTeX 3.14`, `tectonic 0.15.0`; nil for any other.
  package init?(account: some StringProtocol) {
    let account = account.lowercased()
    if account.contains("luatex") || account.contains("luahbtex") {
      self = .luatex
    } else if account.contains("xetex") {
      self = .xetex
    } else if account.contains("tectonic") {
      self = .tectonic
    } else {
      return nil
    }
  }

  /// From the name of a program that need not be there: `xelatex`, `/opt/bin/tectonic`; others are taken for LuaTeX.
  package init(program: String) {
    let name = program.split(separator: "/").last?.lowercased() ?? ""
    self = name.contains("xetex") || name.contains("xelatex") ? .xetex : name.contains("tectonic") ? .tectonic : .luatex
  }

  /// Whether it can write the structure of a book into the PDF, which is done in Lua.
  var canTag: Bool { self == .luatex }

  /// Whether it can set letters of fonts that hold pictures, as those of emoji do.
  package var hasColourFonts: Bool { self == .luatex }

  /// Whether the class can mirror its pages, for a book that runs from right to left.
  package var mirrorsPages: Bool { self == .luatex }

  /// Whether it finds fonts of the machine by their paths; else it wants them beside the text.
  package var readsFontsOfMachine: Bool { self != .tectonic }

  /// Whether it runs as many passes as there have to be by itself.
  var repeatsPasses: Bool { self == .tectonic }

  /// What installs all that the class needs, on Debian and its kin; Tectonic is in none of their lists.
  var installation: String {
    let debian = "sudo apt-get install --no-install-recommends"
    return switch self {
    case .luatex: "\(debian) texlive-luatex texlive-latex-recommended"
    case .xetex: "\(debian) texlive-xetex texlive-latex-recommended"
    case .tectonic: "cargo install tectonic"
    }
  }
}
