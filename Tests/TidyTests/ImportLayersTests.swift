import Testing

/// The arrows of ARCHITECTURE.md: a room imports what its entry in Package.swift names, and nothing else.
@Suite struct ImportLayersTests {
  /// Modules of the system and the toolchain, and the rooms that may use them.
  private static let system: [String: @Sendable (String) -> Bool] = [
    "Dispatch": { $0 == "SourceText" },
    "Synchronization": { _ in true },
    // Sines and powers are all that drawings need of it.
    "Glibc": { $0 == "BookCompiler" || $0 == "Diagrams" || $0.hasSuffix("Binding") },
    "Foundation": { $0 == "handpress" || $0 == "BookCompiler" },
  ]

  @Test func roomsImportOnlyWhatTheyDeclare() throws {
    let declared = try declaredDependencies()
    let sources = try Checkout.files(in: "Sources", ending: ".swift")
    #expect(sources.count > 50)
    for file in sources {
      let allowed = try #require(declared[file.room], "\(file.path): no such room in Package.swift")
      for module in file.imports {
        let isAllowed = allowed.contains(module) || ImportLayersTests.system[module]?(file.room) == true
        #expect(isAllowed, "\(file.path) imports \(module)")
      }
    }
  }

  @Test func onlyBindingsImportCLibraries() throws {
    for file in try Checkout.files(in: "Sources", ending: ".swift") where !file.room.hasSuffix("Binding") {
      let foreign = file.imports.filter { $0.hasPrefix("C") && $0.dropFirst().first?.isUppercase == true }
      #expect(foreign.allSatisfy { $0 == "CTemplates" }, "\(file.path) imports \(foreign)")
    }
  }

  @Test func readersAndRenderersNeverMeet() throws {
    let declared = try declaredDependencies()
    for (room, dependencies) in declared.sorted(by: { $0.key < $1.key }) where room.hasSuffix("Renderer") {
      #expect(!dependencies.contains { $0.hasSuffix("Reader") }, "\(room)")
    }
  }

  @Test func onlyTheDriverIsPublic() throws {
    for file in try Checkout.files(in: "Sources", ending: ".swift")
    where file.room != "BookCompiler" && !file.isGeneratedTable {
      let published = file.lines.filter { $0.contains("public ") && !$0.contains("//") }
      #expect(published.isEmpty, "\(file.path): \(published.first ?? "")")
    }
  }

  /// Room → what its entry names, read from the manifest's own lines.
  private func declaredDependencies() throws -> [String: Set<String>] {
    let manifest = try Checkout.text("Package.swift")
    let entry = #/\b(room|binding|executableTarget)\(\s*(?:name: )?"(\w+)"(?:,\s*(?:dependencies: )?\[([^\]]*)\])?/#
    var declared: [String: Set<String>] = [:]
    for match in manifest.matches(of: entry) {
      let name = match.1 == "binding" ? "\(match.2)Binding" : String(match.2)
      var names = Set((match.3 ?? "").matches(of: #/"(\w+)"/#).map { String($0.1) })
      if match.3?.contains("mustache") == true { names.insert("Mustache") }
      if match.3?.contains("yams") == true { names.insert("Yams") }
      if match.3?.contains("argumentParser") == true { names.insert("ArgumentParser") }
      declared[name] = names
    }
    return declared
  }
}
