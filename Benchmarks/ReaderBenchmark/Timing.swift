import BookModel
import Foundation

/// What a piece of work cost: CPU seconds of every repetition, and how much it made.
struct Timing {
  var repetitions: [Double]
  var blocks = 0
  var inlines = 0

  var median: Double { repetitions.sorted()[repetitions.count / 2] }

  /// Repeats reading for some seconds, three times at least, the first repetition uncounted.
  ///
  /// Every repetition must make the very tree that the first made; comparing is not timed.
  static func repeated(for seconds: Double, _ read: () -> [[Block]]) -> Timing {
    let expected = read()
    var timing = Timing(repetitions: [])
    for blocks in expected {
      blocks.walk { _ in timing.blocks += 1 }
      blocks.walkInlines { _ in timing.inlines += 1 }
    }
    let end = ContinuousClock.now + .seconds(seconds)
    while timing.repetitions.count < 3 || ContinuousClock.now < end {
      let start = processSeconds(RUSAGE_SELF)
      let pages = read()
      timing.repetitions.append(processSeconds(RUSAGE_SELF) - start)
      precondition(pages == expected, "reading the same pages twice made two different trees")
    }
    return timing
  }

  /// CPU seconds, user and system, of this process or of its children that have ended.
  static func processSeconds(_ who: __rusage_who) -> Double {
    var usage = rusage()
    getrusage(who.rawValue, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

/// Figures as lines of text.
enum Figures {
  static func megabytes(_ bytes: Int) -> String { String(format: "%.2f", Double(bytes) / 1e6) }

  static func show(_ name: String, bytes: Int, _ timing: Timing) {
    let speed = String(format: "%.1f", Double(bytes) / 1e6 / timing.median)
    let best = String(format: "%.1f", Double(bytes) / 1e6 / (timing.repetitions.min() ?? timing.median))
    let made = timing.blocks == 0 ? "" : ", \(timing.blocks) blocks, \(timing.inlines) inlines"
    print("\(name): \(speed) MB/s (best \(best)), \(timing.repetitions.count) repetitions\(made)")
  }

  static func showRatio(_ name: String, _ ours: Timing, _ theirs: Timing) {
    print("\(name): \(String(format: "%.2f", theirs.median / ours.median))")
  }
}
