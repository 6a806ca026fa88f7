/// A PDF of cairo's with what PDF/A-2 wants otherwise (ISO 19005-2) put right, in as many bytes, so that every object stays
/// where the file says it is.
///
/// - Pictures are not smoothed (§6.2.8); null is as good as no entry (PDF 1.7 §7.3.9).
/// - A TrueType font by numbers says which glyph a number is, here the one of that number (§6.2.11.3.2). cairo 1.16 leaves
///   it out.
func archivable(_ pdf: [UInt8]) -> [UInt8] {
  var pdf = pdf
  var isTrueType = false
  var index = 0
  while let name = pdf[index...].firstIndex(of: UInt8(ascii: "/")) {
    index = name + 1
    let rest = pdf[name...]
    if rest.starts(with: "/CIDFontType".utf8) {
      isTrueType = rest.starts(with: "/CIDFontType2".utf8)
    } else if rest.starts(with: smoothed) {
      pdf.replaceSubrange(name..<(name + smoothed.count), with: asIs)
    } else if isTrueType, rest.starts(with: system) {
      pdf.replaceSubrange(name..<(name + system.count), with: systemWithGlyphs)
    }
  }
  return pdf
}

private let smoothed = Array("/Interpolate true".utf8)
private let asIs = Array("/Interpolate null".utf8)
private let system = Array(
  "/CIDSystemInfo\n   << /Registry (Adobe)\n      /Ordering (Identity)\n      /Supplement 0\n   >>".utf8)
private let systemWithGlyphs: [UInt8] = {
  let words = Array("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity".utf8)
  return words + [UInt8](repeating: UInt8(ascii: " "), count: system.count - words.count)
}()
