import SourceText

public func build(_ options: BuildOptions, progress: @Sendable (String) -> Void) throws(BuildFailure) -> BuildReport {
  BuildReport(written: [], diagnostics: [], files: SourceFiles())
}
