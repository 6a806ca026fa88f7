import Foundation
import SourceText

/// Fetches pictures from the network, which only happens when the user asks for it.
///
/// The addresses come from the handbook's authors, who may be strangers: only `http` and `https`, only addresses that
/// everyone may reach (a build machine's own services stay out of reach, also by a redirection), with limits on
/// size, time and redirections. The transfer itself is curl's.
struct RemotePictures: Sendable {
  /// Bytes a picture may have.
  static let sizeLimit = 20_000_000
  private static let redirectionLimit = 5

  /// Whether an IP address may be asked; `IPAddress.isPublic`, but in tests of a server on this machine.
  var mayAsk: @Sendable (IPAddress) -> Bool = { $0.isPublic }

  enum Failure: Error, Equatable {
    case address(String)
    case transfer(String)
    case noCurl
  }

  /// The bytes of every picture that could be had, by address; a finding for each of the others.
  func fetch(_ addresses: [String], workers: Int, findings: inout Findings) -> [String: [UInt8]] {
    let results = parallelMap(addresses, workers: max(workers, 4)) { address in
      Result { () throws(Failure) in try fetch(address) }
    }
    var pictures: [String: [UInt8]] = [:]
    for (address, result) in zip(addresses, results) {
      switch result {
      case .success(let bytes): pictures[address] = bytes
      case .failure(let failure): findings.add(failure.diagnostic(for: address))
      }
    }
    return pictures
  }

  func fetch(_ address: String) throws(Failure) -> [UInt8] {
    var next = address
    for _ in 0...RemotePictures.redirectionLimit {
      switch try transfer(next) {
      case .picture(let bytes): return bytes
      case .redirection(let target): next = target
      }
    }
    throw .transfer("it is redirected more than \(RemotePictures.redirectionLimit) times")
  }

  private enum Answer {
    case picture([UInt8])
    case redirection(String)
  }

  private func transfer(_ address: String) throws(Failure) -> Answer {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = url.host(percentEncoded: false), !host.isEmpty
    else { throw .address("it is no http or https address") }
    let port = url.port ?? (scheme == "https" ? 443 : 80)
    let candidates = IPAddress.resolve(host)
    guard let place = candidates.first else { throw .address("the host `\(host)` is not known") }
    guard candidates.allSatisfy(mayAsk) else { throw .address("`\(host)` is a machine of a private network") }
    // Told the IP address that was looked at, curl cannot be sent elsewhere by a second look-up.
    let run = try curl(["--resolve", "\(host):\(port):\(place.bracketed)", "--", address])
    let words = run.report.split(separator: "\n").last?.split(separator: " ").map(String.init) ?? []
    if let status = words.first.flatMap({ Int($0) }), (300..<400).contains(status), words.count > 1 {
      return .redirection(words[1])
    }
    guard run.status == 0 else {
      throw .transfer(run.report.split(separator: "\n").first.map(String.init) ?? "it failed")
    }
    return .picture(run.bytes)
  }

  private func curl(_ arguments: [String]) throws(Failure) -> (bytes: [UInt8], report: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "curl", "--silent", "--show-error", "--fail", "--globoff", "--proto", "=http,https", "--max-redirs", "0",
        "--connect-timeout", "10", "--max-time", "60", "--max-filesize", String(RemotePictures.sizeLimit),
        "--write-out", "%{stderr}%{http_code} %{redirect_url}",
      ] + arguments
    let output = Pipe()
    let report = Pipe()
    process.standardOutput = output
    process.standardError = report
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { throw .noCurl }
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? nil
    let text = (try? report.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw .noCurl }
    return (Array(bytes ?? Data()), String(decoding: text ?? Data(), as: UTF8.self), process.terminationStatus)
  }
}

extension RemotePictures.Failure {
  fileprivate func diagnostic(for address: String) -> Diagnostic {
    switch self {
    case .address(let reason), .transfer(let reason):
      Diagnostic(
        .warning, .remoteUnreachable, "the picture `\(address)` was not fetched: \(reason)",
        notes: ["the book shows its alternative text and a link"], help: "put a copy of it into the handbook")
    case .noCurl:
      Diagnostic(
        .warning, .remoteUnreachable, "the picture `\(address)` was not fetched: the program `curl` is not there",
        help: "apt-get install curl")
    }
  }
}
