import CZip

/// Writes a ZIP archive in memory, in the order given.
///
/// The same members give the same bytes on every machine: the time is DOS's first (1980-01-01 00:00), the
/// attributes are those of a regular file that all may read (0100644), there are no extra fields. A name beyond
/// ASCII carries the UTF-8 flag. For an EPUB give `mimetype` first and stored (OCF 3.3, section 4.3).
package func writeArchive(_ members: [ArchiveMember]) throws(ArchiveError) -> [UInt8] {
  try ArchiveLimits.check(members)
  guard !members.isEmpty else { throw .failed("it would hold no file") }
  var error = zip_error_t()
  zip_error_init(&error)
  guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw .failed(message(&error)) }
  defer { zip_source_free(target) }
  // The archive frees its source when it closes; we read from it afterwards.
  zip_source_keep(target)
  guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
    zip_source_free(target)
    throw .failed(message(&error))
  }
  do throws(ArchiveError) {
    for member in members { try add(member, to: archive) }
  } catch {
    zip_discard(archive)
    throw error
  }
  guard zip_close(archive) == 0 else {
    let said = message(zip_get_error(archive))
    zip_discard(archive)
    throw .failed(said)
  }
  return try contents(of: target)
}

private func add(_ member: ArchiveMember, to archive: OpaquePointer) throws(ArchiveError) {
  let source = try memberSource(member)
  let index = zip_file_add(archive, member.path, source, ZIP_FL_ENC_UTF_8)
  guard index >= 0 else {
    zip_source_free(source)
    let error = zip_get_error(archive)
    throw zip_error_code_zip(error) == ZIP_ER_EXISTS ? .duplicatePath(member.path) : .failed(message(error))
  }
  let position = zip_uint64_t(index)
  let regularFile: zip_uint32_t = 0o100644
  let firstDay: zip_uint16_t = 1 << 5 | 1
  guard zip_set_file_compression(archive, position, member.isStored ? ZIP_CM_STORE : ZIP_CM_DEFAULT, 0) == 0,
    zip_file_set_dostime(archive, position, 0, firstDay, 0) == 0,
    zip_file_set_external_attributes(archive, position, 0, zip_uint8_t(ZIP_OPSYS_UNIX), regularFile << 16) == 0
  else { throw .failed(message(zip_get_error(archive))) }
}

private func contents(of source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
  var stat = zip_stat_t()
  guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
    throw .failed(message(zip_source_error(source)))
  }
  defer { zip_source_close(source) }
  let size = Int(stat.size)
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = max(0, Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(size))))
  }
  guard bytes.count == size else { throw .failed(message(zip_source_error(source))) }
  return bytes
}

/// What libzip says of its error.
func message(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
  guard let error, let text = zip_error_strerror(error) else { return "for a reason that libzip does not name" }
  defer { zip_error_fini(error) }
  return String(cString: text)
}
