import CJavaScriptCore

/// Ends scripts that run too long or ask for too much memory.
///
/// The engine asks every `period` of CPU time whether a script may go on; the periods of all evaluations of a sandbox
/// are counted together, so that no clock is needed. Endless recursion the engine ends by itself, with a RangeError.
final class Guardian {
  private static let period = 0.05

  /// In seconds of CPU time.
  private(set) var timeLimit: Double
  private let group: js_group_ref
  private var periods: Int
  private let memory: Int
  private var used = 0
  private(set) var isSpent = false

  init(group: js_group_ref, timeLimit: Double) {
    self.group = group
    self.timeLimit = timeLimit
    periods = max(1, Int(timeLimit / Guardian.period))
    memory = js_peak_memory() + JavaScriptSandbox.memoryLimit
  }

  /// Begins to watch; must be called again whenever the engine has asked, or it asks no more.
  func watch(_ js: js_functions) {
    let user = Unmanaged.passUnretained(self).toOpaque()
    js.ContextGroupSetExecutionTimeLimit(
      group, Guardian.period,
      { _, user in
        guard let user else { return true }
        return Unmanaged<Guardian>.fromOpaque(user).takeUnretainedValue().mustEnd()
      }, user)
  }

  /// Gives the next evaluation a time of its own, in seconds of CPU time.
  func renew(timeLimit: Double) {
    self.timeLimit = timeLimit
    periods = max(1, Int(timeLimit / Guardian.period))
    used = 0
  }

  /// Lets no further script run.
  func spend() { isSpent = true }

  private func mustEnd() -> Bool {
    used += 1
    isSpent = isSpent || used >= periods || js_peak_memory() > memory
    if !isSpent, let functions = js_load() { watch(functions.pointee) }
    return isSpent
  }
}
