/// A folder on the machine that the driver has made for us: the job folder, or the cache kept between builds.
///
/// Paths are relative to it, with `/` between segments. Nothing here leaves it.
package protocol WorkingFolder {
  /// The absolute path, for the engine to work in.
  var path: String { get }
  /// The bytes of a file; nil when it is not there or cannot be read.
  func read(_ path: String) -> [UInt8]?
  /// Writes a file whole, with the folders above it.
  /// - Throws: `TypesetFailure.folder`
  func write(_ bytes: [UInt8], to path: String) throws(TypesetFailure)
  /// Removes a file, if it is there.
  func remove(_ path: String)
  /// Every file below the folder, in byte order of the paths.
  func files() -> [String]
}
