import Dispatch

/// Maps over the inputs on up to `workers` threads; results and findings come back in input order, so that
/// neither timing nor the number of workers can ever change an output.
///
/// - Parameter workers: how many threads may work at once; 1 runs everything in the calling thread.
package func parallelMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], workers: Int, findings: inout Findings,
  _ transform: @Sendable (Input, inout Findings) -> Output
) -> [Output] {
  let results = parallelMap(inputs, workers: workers) { input in
    var own = Findings()
    let output = transform(input, &own)
    return (output, own)
  }
  for (_, own) in results { findings.append(own) }
  return results.map(\.0)
}

/// Maps over the inputs on up to `workers` threads; results come back in input order.
package func parallelMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], workers: Int, _ transform: @Sendable (Input) -> Output
) -> [Output] {
  guard workers > 1, inputs.count > 1 else { return inputs.map(transform) }
  return [Output](unsafeUninitializedCapacity: inputs.count) { buffer, count in
    let slots = Slots(base: buffer.baseAddress!)
    let lanes = min(workers, inputs.count)
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      // Interleaved lanes: neighbours differ little in size, so the lanes end at about the same time.
      for index in stride(from: lane, to: inputs.count, by: lanes) {
        (slots.base + index).initialize(to: transform(inputs[index]))
      }
    }
    count = inputs.count
  }
}

/// A pointer that crosses threads; sound because every lane writes slots of its own.
private struct Slots<Element>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
}

/// Work that goes on beside the caller until its value is asked for.
package final class Deferred<Value: Sendable>: @unchecked Sendable {
  private let group = DispatchGroup()
  private let work: @Sendable () -> Value
  private var result: Value?

  /// - Parameter workers: with 1 the work is done when its value is asked for, in the caller's thread.
  package init(workers: Int, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    guard workers > 1 else { return }
    // Sound without a lock: the group orders the writing of the result before every reading of it.
    DispatchQueue.global().async(group: group) { self.result = work() }
  }

  /// Waits for the work to end. For one thread, once.
  package func value() -> Value {
    group.wait()
    return result ?? work()
  }
}
