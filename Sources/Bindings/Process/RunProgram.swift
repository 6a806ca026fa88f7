import CProcess
import Glibc

extension Program {
  /// Runs the program to its end, or kills it with all that it started when its time is over or this process is told
  /// to end (SIGINT, SIGTERM, SIGHUP). One program runs at a time.
  /// - Parameter output: told what it writes, errors included, as it comes.
  /// - Throws: `Failure` when it cannot be started.
  package func run(output: ([UInt8]) -> Void) throws(Failure) -> End {
    let signals = handpress_watch_signals()
    defer { handpress_stop_watching(signals) }
    let (child, pipe) = try start()
    defer { close(pipe) }
    let deadline = limits.seconds > 0 ? handpress_deadline(UInt32(clamping: limits.seconds)) : -1
    defer { if deadline >= 0 { close(deadline) } }
    let early = follow(pipe: pipe, signals: signals, deadline: deadline, output: output)
    // Also after a good end: nothing that it has started stays behind.
    if early != nil { handpress_kill(child) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    handpress_kill(child)
    if let early { return early }
    return handpress_did_exit(status) != 0
      ? .exited(handpress_exit_code(status)) : .killed(signal: handpress_end_signal(status))
  }

  /// Ends this process the way a signal would have, after what was watched for it has been cleaned up.
  package static func pass(on signal: Int32) { handpress_raise(signal) }

  /// The executable of a name in the folders of a `PATH`; nil when there is none.
  package static func find(_ name: String, path: String) -> String? {
    path.split(separator: ":").map { "\($0)/\(name)" }.first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
  }

  private func start() throws(Failure) -> (child: pid_t, pipe: Int32) {
    var child: pid_t = 0
    var pipe: Int32 = -1
    let reason = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0.name)=\($0.value)" }) { environment in
        folder.withCString { folder in
          var program = handpress_program(
            arguments: arguments, environment: environment, folder: folder,
            cpu_seconds: UInt64(limits.seconds), memory_bytes: UInt64(limits.memory),
            file_bytes: UInt64(limits.file))
          return handpress_start(&program, &child, &pipe)
        }
      }
    }
    guard reason == 0 else { throw Failure(reason: String(cString: strerror(reason))) }
    return (child, pipe)
  }

  /// Hands on what is written until the pipe closes.
  /// - Returns: why the program has to end before its time; nil when it came to its end by itself.
  private func follow(pipe: Int32, signals: Int32, deadline: Int32, output: ([UInt8]) -> Void) -> End? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var watched = [pipe, signals, deadline].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&watched, nfds_t(watched.count), -1) > 0 else { continue }
      if watched[1].revents != 0, let signal = readByte(signals) { return .interrupted(signal: Int32(signal)) }
      if watched[2].revents != 0 { return .timedOut }
      guard watched[0].revents != 0 else { continue }
      let count = read(pipe, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      output(Array(buffer[..<count]))
    }
  }

  private func readByte(_ descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? byte : nil
  }
}

/// Strings as C has them in `argv`: an array of pointers with NULL at its end.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return (copies + [nil]).withUnsafeBufferPointer { body($0.baseAddress!) }
}
