import Foundation

/// How long the calling thread itself computed, whatever else the machine had to do meanwhile.
package func threadTime(_ work: () throws -> Void) rethrows -> Duration {
  let start = threadClock()
  try work()
  return threadClock() - start
}

/// The CPU time of the calling thread (POSIX, `clock_gettime`).
private func threadClock() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
