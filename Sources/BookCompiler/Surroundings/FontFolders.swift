import Glibc
import LaTeXRenderer
import SourceText

/// The fonts of this machine by the names of their files.
struct FontFolders: Sendable {
  /// The path of each file; of several of one name, the first in the order of the folders.
  private let paths: [String: String]

  /// Where Debian and TeX Live put fonts.
  static let standard = FontFolders([
    "/usr/share/fonts/opentype", "/usr/share/fonts/truetype", "/usr/local/share/fonts",
    "/usr/share/texmf/fonts/opentype", "/usr/share/texlive/texmf-dist/fonts/opentype",
    "/usr/share/texlive/texmf-dist/fonts/truetype", "/usr/local/share/texmf/fonts",
  ])

  init(_ folders: [String]) {
    var paths: [String: String] = [:]
    for folder in folders { FontFolders.collect(folder, depth: 5, into: &paths) }
    self.paths = paths
  }

  private static func collect(_ folder: String, depth: Int, into paths: inout [String: String]) {
    guard depth > 0, let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      if [".otf", ".ttf", ".ttc"].contains(where: { name.hasSuffix($0) }) {
        if paths[name] == nil { paths[name] = path }
      } else if Int(entry.pointee.d_type) == Int(DT_DIR) {
        collect(path, depth: depth - 1, into: &paths)
      }
    }
  }

  /// A font by its file; nil when the machine has it not. Those of TeX's own folders are found by their names.
  func file(_ name: String) -> FontFile? {
    guard let path = paths[name] else { return nil }
    let folder = path.contains("/texmf") ? nil : String(path.dropLast(name.utf8.count))
    return FontFile(name: name, folder: folder) { readBytes(atPath: path) }
  }

  /// A family by the pattern of its files, in which `*` is the style.
  func family(_ pattern: String, _ regular: String, _ bold: String, _ italic: String, _ boldItalic: String)
    -> FontFamily?
  {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    let name = { (style: String) in parts.joined(separator: style) }
    return file(name(regular)).map {
      FontFamily(regular: $0, bold: file(name(bold)), italic: file(name(italic)), boldItalic: file(name(boldItalic)))
    }
  }
}

extension LaTeXFonts {
  /// The fonts the book is designed for: the program's own, and the others as far as the machine has them.
  /// - Parameter language: of the book; it decides between Chinese, Japanese and Korean shapes of a letter.
  init(of folders: FontFolders, language: String) {
    self.init()
    body = folders.family("texgyrepagella-*.otf", "regular", "bold", "italic", "bolditalic")
    sans = FontFile.ours("Inter-Regular.otf").map {
      FontFamily(
        regular: $0, bold: .ours("Inter-SemiBold.otf"), italic: .ours("Inter-Italic.otf"),
        boldItalic: .ours("Inter-SemiBoldItalic.otf"))
    }
    mono = folders.family("JetBrainsMono-*.ttf", "Regular", "Bold", "Italic", "BoldItalic")
    display = .ours("InterDisplay-Bold.otf")
    math = folders.file("texgyrepagella-math.otf")
    emoji = folders.file("NotoColorEmoji.ttf")
    fallbacks = LaTeXFonts.candidates.compactMap { candidate in
      candidate.files.lazy.compactMap { files in folders.file(files[0]).map { ($0, files) } }.first
        .map { file, files in
          FallbackFont(
            key: candidate.key, file: file, bold: files.dropFirst().first.flatMap { folders.file($0) },
            italic: files.dropFirst(2).first.flatMap { folders.file($0) }, scale: LaTeXFonts.scales[files[0]] ?? 1,
            index: file.name.hasSuffix("CJK-Regular.ttc") ? LaTeXFonts.face(of: language) : 0, script: candidate.script,
            roles: candidate.roles)
        }
    }
  }

  /// The face of Noto's collections with the letters as a language writes them: Unicode has one number for the shapes that
  /// China, Taiwan, Japan and Korea give a letter.
  private static func face(of language: String) -> Int {
    let tag = language.lowercased()
    if tag.hasPrefix("ja") { return 0 }
    if tag.hasPrefix("ko") { return 1 }
    guard tag.hasPrefix("zh") else { return 2 }
    if tag.contains("hk") || tag.contains("mo") { return 4 }
    return tag.contains("hant") || tag.contains("tw") ? 3 : 2
  }

  private struct Candidate {
    var key: String
    /// Each a face, its bold one and its slanted one.
    var files: [[String]]
    var script = FallbackFont.Script.plain
    var roles: Set<FontRole> = [.body, .sans, .mono]

    init(
      _ key: String, _ files: [[String]], script: FallbackFont.Script = .plain,
      roles: Set<FontRole> = [.body, .sans, .mono]
    ) {
      (self.key, self.files, self.script, self.roles) = (key, files, script, roles)
    }

    /// A font of Noto's for a script.
    init(
      _ key: String, _ script: FallbackFont.Script, _ names: String..., first: [[String]] = [], others: [[String]] = [],
      roles: Set<FontRole> = [.body, .sans, .mono]
    ) {
      (self.key, self.roles) = (key, roles)
      self.script = script
      files = first + names.map { ["Noto\($0)-Regular.ttf", "Noto\($0)-Bold.ttf"] } + others
    }
  }

  private static let dejaVuSans = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]
  private static let amiri = ["Amiri-Regular.ttf", "Amiri-Bold.ttf", "Amiri-Slanted.ttf"]
  private static let frankRuehl = [
    "FrankRuehlCLM-Medium.ttf", "FrankRuehlCLM-Bold.ttf", "FrankRuehlCLM-MediumOblique.ttf",
  ]
  private static let nachlieli = ["NachlieliCLM-Light.otf", "NachlieliCLM-Bold.otf"]
  /// For fonts whose letters are small in their square: so that they look as large as TeX Gyre Pagella beside them.
  private static let scales = ["Amiri-Regular.ttf": 1.15, "FrankRuehlCLM-Medium.ttf": 1.08]

  /// Fonts for what the book's own have not, in the order they are asked.
  private static let candidates = [
    Candidate("monosymbols", [["DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"]], roles: [.mono]),
    Candidate("arabic", .arabic, "NaskhArabic", first: [amiri], roles: [.body]),
    Candidate("arabicsans", .arabic, "SansArabic", others: [dejaVuSans], roles: [.sans, .mono]),
    Candidate("hebrew", .hebrew, "SerifHebrew", first: [frankRuehl], roles: [.body]),
    Candidate("hebrewsans", .hebrew, "SansHebrew", others: [nachlieli, dejaVuSans], roles: [.sans, .mono]),
    Candidate("devanagari", .devanagari, "SerifDevanagari", "SansDevanagari"),
    Candidate("bengali", .bengali, "SerifBengali", "SansBengali"),
    Candidate("gurmukhi", .gurmukhi, "SerifGurmukhi", "SansGurmukhi"),
    Candidate("gujarati", .gujarati, "SerifGujarati", "SansGujarati"),
    Candidate("oriya", .oriya, "SerifOriya", "SansOriya"),
    Candidate("tamil", .tamil, "SerifTamil", "SansTamil"),
    Candidate("telugu", .telugu, "SerifTelugu", "SansTelugu"),
    Candidate("kannada", .kannada, "SerifKannada", "SansKannada"),
    Candidate("malayalam", .malayalam, "SerifMalayalam", "SansMalayalam"),
    Candidate("sinhala", .sinhala, "SerifSinhala", "SansSinhala"),
    Candidate("thai", .thai, "SerifThai", "SansThai"),
    Candidate("lao", .lao, "SerifLao", "SansLao", others: [dejaVuSans]),
    Candidate("tibetan", .tibetan, "SerifTibetan"),
    Candidate("myanmar", .myanmar, "SerifMyanmar", "SansMyanmar"),
    Candidate("georgian", .georgian, "SerifGeorgian", "SansGeorgian", others: [dejaVuSans]),
    Candidate("armenian", .armenian, "SerifArmenian", "SansArmenian", others: [dejaVuSans]),
    Candidate("ethiopic", .ethiopic, "SerifEthiopic", "SansEthiopic"),
    Candidate("khmer", .khmer, "SerifKhmer", "SansKhmer"),
    Candidate("serif", [["DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"]], roles: [.body]),
    Candidate("symbols", [dejaVuSans]),
    Candidate("pictures", [["Symbola_hint.ttf"], ["Symbola.ttf"], ["NotoSansSymbols2-Regular.ttf"]]),
    Candidate(
      "cjk", [["NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc", "NotoSansCJK-Regular.ttc"]], script: .ideographs,
      roles: [.body]),
    Candidate(
      "cjksans", [["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], ["wqy-zenhei.ttc"]], script: .ideographs,
      roles: [.sans, .mono]),
    Candidate("math", [["texgyrepagella-math.otf"]]),
  ]
}

/// - Returns: nil when the file cannot be read.
private func readBytes(atPath path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  guard fseek(file, 0, SEEK_END) == 0 else { return nil }
  let size = ftell(file)
  guard size > 0, fseek(file, 0, SEEK_SET) == 0 else { return nil }
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}
