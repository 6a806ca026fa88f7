/// Arithmetic on relative paths, without touching a disk.
package enum Paths {
  /// `path` resolved against `folder` with `.` and `..` worked out.
  /// - Returns: nil when the result would leave the root.
  package static func resolve(_ path: String, in folder: String = "") -> String? {
    var segments: [Substring] = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." {
        guard segments.popLast() != nil else { return nil }
      } else {
        segments.append(segment)
      }
    }
    return segments.joined(separator: "/")
  }

  /// `a` and `b` with a `/` between; an empty side adds nothing.
  package static func join(_ a: String, _ b: String) -> String {
    a.isEmpty ? b : b.isEmpty ? a : a.hasSuffix("/") ? a + b : a + "/" + b
  }

  /// The path without its last segment; empty at the root.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// The last segment.
  package static func name(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// The last segment without its extension.
  package static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The extension in lower case, without the dot; empty when there is none.
  package static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
