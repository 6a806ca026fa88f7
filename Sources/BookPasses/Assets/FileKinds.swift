/// Media types by file extension, for files that are no pictures and so do not say what they are.
enum FileKinds {
  /// nil for an extension we do not know.
  static func mediaType(ofExtension name: String) -> String? { types[name] }

  /// Formats a book can show, if need be after they were made into another.
  static let images: Set = [
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "image/avif", "image/heic", "image/tiff",
  ]

  private static let types: [String: String] = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml", "avif": "image/avif", "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff",
    "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
    "tar": "application/x-tar", "tgz": "application/gzip", "json": "application/json", "yaml": "application/yaml",
    "yml": "application/yaml", "toml": "application/toml", "xml": "application/xml", "csv": "text/csv",
    "txt": "text/plain", "log": "text/plain", "html": "text/html", "htm": "text/html", "css": "text/css",
    "js": "text/javascript", "mjs": "text/javascript", "ts": "text/plain", "tsx": "text/plain", "jsx": "text/plain",
    "py": "text/x-python", "sh": "application/x-sh", "ipynb": "application/json", "sql": "application/sql",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm", "wav": "audio/wav", "drawio": "application/xml",
  ]
}
