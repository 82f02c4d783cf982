// The feed of a year of twenty rotas, as a build writes it: `swift run -c release FeedBenchmark`.
import Dispatch
import Rendering
import Synchronization

let year = YearOfRotas()
let rotas = year.model.schedule.rotas.count

func events() -> [RotaEvents] {
  let parts = Mutex([RotaEvents?](repeating: nil, count: rotas))
  DispatchQueue.concurrentPerform(iterations: rotas) { rota in
    let events = RotaEvents(year.model, rota: rota)
    parts.withLock { $0[rota] = events }
  }
  return parts.withLock { $0.compactMap { $0 } }
}

let clock = ContinuousClock()
let times = (0..<15).map { _ in clock.measure { _ = Feeds(year.model, events()).all() } }.sorted()
let feeds = Feeds(year.model, events())
let milliseconds = { (time: Duration) in Int(time / .milliseconds(1)) }
print("\(feeds.sequences.count) events, \(feeds.all().count / 1024) kB in one feed:", terminator: " ")
print("\(milliseconds(times[7])) ms, at best \(milliseconds(times[0])) ms")
