import CZip

/// One file of an archive that was read.
package struct ArchiveFile: Equatable, Sendable {
  package let path: String
  package let isStored: Bool
  package let bytes: [UInt8]

  package init(path: String, isStored: Bool, bytes: [UInt8]) {
    self.path = path
    self.isStored = isStored
    self.bytes = bytes
  }
}

/// Reads a ZIP archive whole, its files in the order they stand in its directory.
/// - Throws: `ArchiveError.failed` when it is damaged.
package func readArchive(_ bytes: [UInt8]) throws(ArchiveError) -> [ArchiveFile] {
  let result = bytes.withUnsafeBytes { buffer -> Result<[ArchiveFile], ArchiveError> in
    Result { () throws(ArchiveError) in try readFiles(buffer) }
  }
  return try result.get()
}

private func readFiles(_ buffer: UnsafeRawBufferPointer) throws(ArchiveError) -> [ArchiveFile] {
  var error = zip_error_t()
  zip_error_init(&error)
  guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error) else {
    throw .failed(message(&error))
  }
  guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
    zip_source_free(source)
    throw .failed(message(&error))
  }
  defer { zip_discard(archive) }
  var files: [ArchiveFile] = []
  for index in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
    files.append(try readFile(index, of: archive))
  }
  return files
}

private func readFile(_ index: zip_uint64_t, of archive: OpaquePointer) throws(ArchiveError) -> ArchiveFile {
  var stat = zip_stat_t()
  guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name,
    let file = zip_fopen_index(archive, index, 0)
  else { throw .failed(message(zip_get_error(archive))) }
  defer { zip_fclose(file) }
  let size = Int(stat.size)
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = size == 0 ? 0 : max(0, Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(size))))
  }
  guard bytes.count == size else { throw .failed("`\(String(cString: name))` is damaged") }
  return ArchiveFile(path: String(cString: name), isStored: stat.comp_method == ZIP_CM_STORE, bytes: bytes)
}
