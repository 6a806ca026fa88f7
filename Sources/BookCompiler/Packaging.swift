import DeflateBinding
import EPUBRenderer
import SourceText
import XMLBinding
import ZipBinding

/// The files of an EPUB as one archive (OCF 3.3 §4.2): checked, deflated in parallel, in the order given.
///
/// Every XML file is read again by another parser before it is packed. That one is not well formed is a bug of
/// ours, never the author's, and stops the program rather than publish a broken book.
func archive(_ files: [EPUBFile], workers: Int) throws(BuildFailure) -> [UInt8] {
  let members = parallelMap(files, workers: workers) { file in
    requireWellFormed(file)
    return member(file)
  }
  do {
    return try writeArchive(members)
  } catch {
    throw .cannotArchive(reason: String(describing: error))
  }
}

private func requireWellFormed(_ file: EPUBFile) {
  guard file.mediaType.hasSuffix("xml"), !file.isPicture else { return }
  do {
    try checkWellFormed(file.bytes)
  } catch {
    fatalError("\(file.path) was written as XML that is not well formed, which is a bug in Handpress: \(error)")
  }
}

/// `mimetype` stands first and stored (OCF 3.3 §4.2.6); pictures that are compressed already gain nothing.
private func member(_ file: EPUBFile) -> ArchiveMember {
  let isStored = file.path == "mimetype" || file.isCompressed
  return ArchiveMember(
    path: file.path, isStored: isStored, crc: crc32(file.bytes), uncompressedSize: file.bytes.count,
    bytes: isStored ? file.bytes : deflate(file.bytes))
}

extension EPUBFile {
  fileprivate var isPicture: Bool { mediaType.hasPrefix("image/") }
  fileprivate var isCompressed: Bool { isPicture && mediaType != "image/svg+xml" }
}
