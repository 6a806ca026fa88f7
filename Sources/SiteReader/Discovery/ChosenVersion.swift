import BookModel
import SourceText

extension Finder {
  /// The docs in the version the caller asks for, where they have it; the others in the one their site serves first.
  mutating func versioned(_ all: [SiteSettings.Docs]) -> [SiteSettings.Docs] {
    guard let wanted = options.version else { return all }
    var known: [String] = []
    var isFound = false
    let result = all.map { docs in
      let versions = DocsVersion.all(of: docs, siteFolder: siteFolder, world: world)
      for version in versions where !known.contains(version.name) { known.append(version.name) }
      guard let version = versions.first(where: { $0.callings.contains(wanted) }) else { return docs }
      isFound = true
      chosenVersion = version.label
      var chosen = docs
      chosen.version = version.name
      return chosen
    }
    if !isFound {
      findings.error(
        .versionUnknown, "the docs have no version `\(wanted)`",
        notes: ["their versions are \(known.map { "`\($0)`" }.joined(separator: ", "))"],
        help: nearest(to: wanted, among: known).map { "did you mean `\($0)`?" })
    }
    return result
  }
}
