/// Names of files in the container: lower-case ASCII letters, digits and `-`, which every reader and store takes.
enum FileNames {
  /// The name of a chapter's file: `c012-guides-install.xhtml`, of its second file `c012-guides-install-2.xhtml`.
  static func chapter(number: Int, of count: Int, slug: String, run: Int) -> String {
    numbered("c", number, of: count, slug: slug) + (run == 0 ? "" : "-\(run + 1)") + ".xhtml"
  }

  /// `p02-guides.xhtml`
  static func part(number: Int, of count: Int, label: String) -> String {
    numbered("p", number, of: count, slug: label) + ".xhtml"
  }

  /// `i007-architecture.png`
  static func picture(number: Int, of count: Int, stem: String, mediaType: String) -> String {
    numbered("i", number, of: count, slug: stem) + "." + fileExtension(of: mediaType)
  }

  /// `f0012.png`: what the tool has drawn itself.
  static func artwork(_ letter: String, number: Int, of count: Int) -> String {
    numbered(letter, number, of: count, slug: "") + ".png"
  }

  /// The ending that belongs to a core media type (EPUB 3.3 §3.2).
  static func fileExtension(of mediaType: String) -> String {
    switch mediaType {
    case "image/jpeg": "jpg"
    case "image/gif": "gif"
    case "image/svg+xml": "svg"
    case "image/webp": "webp"
    default: "png"
    }
  }

  private static func numbered(_ letter: String, _ number: Int, of count: Int, slug: String) -> String {
    let digits = String(number)
    let width = max(3, String(count).utf8.count)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    let slug = self.slug(slug)
    return letter + zeros + digits + (slug.isEmpty ? "" : "-" + slug)
  }

  /// At most 60 bytes of a name that file systems, zip tools and old readers agree on.
  static func slug(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 where bytes.count < 60 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
