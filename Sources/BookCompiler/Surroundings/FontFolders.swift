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
  init(of folders: FontFolders) {
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
      candidate.files.lazy.compactMap { folders.file($0) }.first.map {
        FallbackFont(
          key: candidate.key, file: $0, script: candidate.script, isMonospaced: candidate.isMonospaced)
      }
    }
  }

  private struct Candidate {
    var key: String
    var files: [String]
    var script = FallbackFont.Script.plain
    var isMonospaced = false
  }

  /// Fonts for what the book's own have not, in the order they are asked.
  private static let candidates = [
    Candidate(key: "monosymbols", files: ["DejaVuSansMono.ttf"], isMonospaced: true),
    Candidate(key: "serif", files: ["DejaVuSerif.ttf"]),
    Candidate(key: "symbols", files: ["DejaVuSans.ttf"]),
    Candidate(key: "pictures", files: ["Symbola_hint.ttf", "Symbola.ttf", "NotoSansSymbols2-Regular.ttf"]),
    Candidate(key: "cjk", files: ["NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "wqy-zenhei.ttc"]),
    Candidate(key: "arabic", files: ["NotoNaskhArabic-Regular.ttf", "NotoSansArabic-Regular.ttf"], script: .arabic),
    Candidate(key: "hebrew", files: ["NotoSerifHebrew-Regular.ttf", "NotoSansHebrew-Regular.ttf"], script: .hebrew),
    Candidate(key: "devanagari", files: ["NotoSerifDevanagari-Regular.ttf"], script: .devanagari),
    Candidate(key: "bengali", files: ["NotoSerifBengali-Regular.ttf"], script: .bengali),
    Candidate(key: "tamil", files: ["NotoSerifTamil-Regular.ttf"], script: .tamil),
    Candidate(key: "thai", files: ["NotoSerifThai-Regular.ttf"], script: .thai),
    Candidate(key: "math", files: ["texgyrepagella-math.otf"]),
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
