// Measures and tries the Markdown renderer, beside the tests:
//
//     swift run -c release MarkdownBenchmark            CPU time for parse and HTML of a page, 1,000 pages with tables
//     swift run -c release MarkdownBenchmark fuzz 5     five minutes of random and mutated text
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.dropFirst().first.map(Double.init)) {
case (nil, nil):
  RenderingTime.measure(pages: HandbookPages.all(1_000))
case ("fuzz", .some(.some(let minutes))):
  let seed = arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : 1
  var fuzzing = Fuzzing(seed: seed)
  exit(fuzzing.run(minutes: minutes) ? 0 : 1)
default:
  print("usage: MarkdownBenchmark [fuzz MINUTES [SEED]]")
  exit(64)
}
