import CZip

/// The source of one member. Its stat reports the method, both sizes and the check sum, so libzip copies the
/// bytes as they are. Ownership passes to the archive that it is added to.
func memberSource(_ member: ArchiveMember) throws(ArchiveError) -> OpaquePointer {
  var error = zip_error_t()
  zip_error_init(&error)
  let state = Unmanaged.passRetained(MemberReader(member))
  guard let source = zip_source_function_create(answer, state.toOpaque(), &error) else {
    state.release()
    throw .failed(message(&error))
  }
  return source
}

/// How far libzip has read a member.
private final class MemberReader {
  let member: ArchiveMember
  var position = 0

  init(_ member: ArchiveMember) { self.member = member }

  func read(into target: UnsafeMutableRawPointer?, count: Int) -> Int {
    let taken = min(count, member.bytes.count - position)
    member.bytes.withUnsafeBytes { bytes in
      guard taken > 0, let target, let base = bytes.baseAddress else { return }
      target.copyMemory(from: base + position, byteCount: taken)
    }
    position += taken
    return taken
  }

  func describe(in stat: UnsafeMutablePointer<zip_stat_t>) {
    zip_stat_init(stat)
    stat.pointee.size = zip_uint64_t(member.uncompressedSize)
    stat.pointee.comp_size = zip_uint64_t(member.bytes.count)
    stat.pointee.crc = member.crc
    stat.pointee.comp_method = zip_uint16_t(member.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE)
    stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD)
  }
}

/// What libzip calls to read a member; `data` and `count` mean what the command says.
private func answer(
  state: UnsafeMutableRawPointer?, data: UnsafeMutableRawPointer?, count: zip_uint64_t, command: zip_source_cmd_t
) -> zip_int64_t {
  guard let state else { return -1 }
  let reference = Unmanaged<MemberReader>.fromOpaque(state)
  switch command {
  case ZIP_SOURCE_OPEN:
    reference.takeUnretainedValue().position = 0
    return 0
  case ZIP_SOURCE_READ:
    return zip_int64_t(reference.takeUnretainedValue().read(into: data, count: Int(count)))
  case ZIP_SOURCE_CLOSE:
    return 0
  case ZIP_SOURCE_STAT:
    guard let data else { return -1 }
    reference.takeUnretainedValue().describe(in: data.assumingMemoryBound(to: zip_stat_t.self))
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  case ZIP_SOURCE_ERROR:
    // Reading memory cannot fail: two zeros, for the codes of libzip and of the system.
    data?.initializeMemory(as: UInt8.self, repeating: 0, count: Int(count))
    return zip_int64_t(count)
  case ZIP_SOURCE_FREE:
    reference.release()
    return 0
  case ZIP_SOURCE_SUPPORTS:
    let supported = [ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR]
    return supported.reduce(1 << zip_int64_t(ZIP_SOURCE_FREE.rawValue)) { $0 | 1 << zip_int64_t($1.rawValue) }
  default:
    return -1
  }
}
