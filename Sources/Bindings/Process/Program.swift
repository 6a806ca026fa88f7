/// A program to run: alone in a process group, with limits, and with nothing around it but what is said here.
package struct Program: Sendable {
  /// The absolute path of the executable.
  package var path: String
  package var arguments: [String]
  /// All of its environment, in this order.
  package var environment: [(name: String, value: String)]
  /// The absolute path of the folder it works in.
  package var folder: String
  package var limits: Limits

  package init(
    path: String, arguments: [String], environment: [(name: String, value: String)], folder: String, limits: Limits
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.limits = limits
  }

  /// What a program may use up; 0 is no limit.
  package struct Limits: Equatable, Sendable {
    /// Seconds of CPU time, and of wall time.
    package var seconds: Int
    /// Bytes of address space, which is more than what is resident.
    package var memory: Int
    /// Bytes that a file it writes may have.
    package var file: Int

    package init(seconds: Int, memory: Int, file: Int) {
      self.seconds = seconds
      self.memory = memory
      self.file = file
    }
  }

  /// How a program came to its end.
  package enum End: Equatable, Sendable {
    case exited(Int32)
    /// By a signal that somebody else sent, such as the kernel at the limit of CPU time.
    case killed(signal: Int32)
    /// Killed by us after the limit of wall time.
    case timedOut
    /// Killed by us, since this process was told by a signal to end.
    case interrupted(signal: Int32)
  }

  /// It could not be started.
  package struct Failure: Error, Equatable, Sendable {
    package var reason: String

    package init(reason: String) { self.reason = reason }
  }
}
