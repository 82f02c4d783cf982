import Dispatch
import Synchronization

/// Runs work on chunks of a range of positions, on up to `jobs` threads; every thread has a worker of its own.
///
/// - Parameters:
///   - worker: makes what a thread needs for itself.
///   - chunk: how many positions one worker takes at once: few where each is much work.
///   - body: does one position; a chunk goes to one worker, in its order. The first error ends the work and is thrown.
///   - finish: called with each worker when no position is left.
func inParallel<Worker>(
  _ count: Int, jobs: Int, chunk: Int = 64, worker makeWorker: @autoclosure @Sendable () -> Worker,
  body: @Sendable (inout Worker, Int) throws -> Void, finish: @Sendable (inout Worker) throws -> Void = { _ in }
) throws {
  let next = Mutex(0)
  let failure = Mutex<(any Error)?>(nil)
  let threads = min(jobs, (count + chunk - 1) / chunk)
  DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
    var worker = makeWorker()
    while true {
      let start = next.withLock { position in
        defer { position += chunk }
        return position
      }
      guard failure.withLock({ $0 == nil }) else { return }
      do {
        guard start < count else { return try finish(&worker) }
        for position in start..<min(start + chunk, count) { try body(&worker, position) }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
}
