import BookModel
import SourceText

/// Reads one file and looks at what it is.
struct AssetReading: Sendable {
  let world: any World
  let fetched: [String: [UInt8]]

  func asset(for request: AssetRequest) -> Result<Asset, AssetFailure> {
    do {
      let (path, bytes) = try contents(of: request.source)
      return try .success(checked(path, bytes, as: request.use))
    } catch {
      return .failure(error)
    }
  }

  private func contents(of source: AssetRequest.Source) throws(AssetFailure) -> (String, [UInt8]) {
    switch source {
    case .file(let path):
      do {
        return (path, try world.read(path))
      } catch {
        throw .unreadable(error)
      }
    case .fetched(let address):
      let path = LocalAddress(address).path.split(separator: "/").dropFirst().joined(separator: "/")
      return ("remote/" + path, fetched[address] ?? [])
    case .embedded(let bytes): return (DataAddresses.name(of: bytes), bytes)
    }
  }

  private func checked(_ path: String, _ bytes: [UInt8], as use: AssetRequest.Use) throws(AssetFailure) -> Asset {
    let header = ImageHeader(bytes: bytes)
    let isPicture = header.map { FileKinds.images.contains($0.mediaType) } ?? false
    let isDrawing = header?.mediaType == "image/svg+xml"
    if use == .picture, !isPicture { throw .format(header?.mediaType) }
    if isDrawing, let danger = SVGDangers.first(in: bytes) { throw .unsafe(danger) }
    let kept = isDrawing ? SVGIdentifiers.mended(bytes) ?? bytes : bytes
    let type = header?.mediaType ?? FileKinds.mediaType(ofExtension: Paths.fileExtension(of: path))
    return Asset(path: path, mediaType: type ?? "application/octet-stream", bytes: kept, size: header?.size)
  }
}
