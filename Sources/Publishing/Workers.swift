private import Dispatch
private import Synchronization

/// The threads that work on many files of the output folder at once.
struct Workers: Sendable {
  let count: Int

  /// Gives each worker an equal run of neighbouring elements; the results in the elements' order.
  ///
  /// Throws one failure where there are any; the other workers end first.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (ArraySlice<Element>) throws -> [Result]
  ) throws -> [Result] {
    guard count > 1 && elements.count >= 64 else { return try transform(elements[...]) }
    let outcomes = Mutex<[Int: Swift.Result<[Result], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      let run = elements.count * worker / count..<elements.count * (worker + 1) / count
      let outcome = Swift.Result { try transform(elements[run]) }
      outcomes.withLock { $0[worker] = outcome }
    }
    let results = outcomes.withLock { $0 }
    return try (0..<count).flatMap { try results[$0]?.get() ?? [] }
  }

  func forEach<Element: Sendable>(_ elements: [Element], _ step: @Sendable (Element) throws -> Void) throws {
    _ = try map(elements) { run -> [Never] in
      for element in run { try step(element) }
      return []
    }
  }
}
