import CivilTime
import Roster

/// The chain of an escalation as a picture: a bar of time, a stretch for each step, and the promise as a mark on it.
struct EscalationPicture {
  private let steps: [(number: Int, start: Int, end: Int)]
  private let promise: Int?
  private let title: String
  /// The minutes that the whole width stands for.
  private let span: Int

  private static let width = 360
  private static let inset = 8

  init(_ escalation: Practice.Escalation, _ rota: Rota) {
    var (total, steps) = (0, [(number: Int, start: Int, end: Int)]())
    for (index, step) in escalation.steps.enumerated() {
      let end = total + (step.within.minutes ?? 0)
      steps.append((index + 1, total, end))
      total = end
    }
    self.steps = steps
    promise = escalation.promise?.minutes
    span = max(total, promise ?? 0, 1)
    let words = zip(escalation.steps, steps).map { step, part in
      let seat = rota.seats.first { $0.id.description == step.seat }?.title ?? step.seat
      return "\(seat) until minute \(part.end)"
    }
    let promised = escalation.promise.map { "; promised within \($0)" } ?? ""
    title = "Escalation of \(rota.title): \(words.joined(separator: ", then "))\(promised)"
  }

  var svg: String {
    let bars = steps.map { step in
      let (left, right) = (x(step.start), x(step.end))
      return
        "<rect class=\"step step-\((step.number - 1) % 4)\" x=\"\(left)\" y=\"24\" width=\"\(max(right - left - 2, 2))\""
        + " height=\"28\" rx=\"3\"/>"
        + "<text class=\"step-number\" x=\"\((left + right) / 2 - 1)\" y=\"43\" text-anchor=\"middle\">\(step.number)</text>"
        + tick(step.end, "\(step.end) min", at: 68)
    }
    let mark = promise.map { minutes in
      "<line class=\"promise\" x1=\"\(x(minutes))\" y1=\"16\" x2=\"\(x(minutes))\" y2=\"60\"/>"
        + tick(minutes, "promise \(minutes) min", at: 11)
    }
    return
      "<svg class=\"escalation\" viewBox=\"0 0 \(EscalationPicture.width) 74\" role=\"img\" aria-label=\"\(title.escaped)\">"
      + bars.joined() + (mark ?? "") + "</svg>\n"
  }

  private func x(_ minutes: Int) -> Int {
    EscalationPicture.inset + minutes * (EscalationPicture.width - 2 * EscalationPicture.inset) / span
  }

  /// A text below or above a moment, kept within the picture.
  private func tick(_ minutes: Int, _ text: String, at y: Int) -> String {
    let (place, anchor) = minutes * 10 > span * 9 ? (EscalationPicture.width - 2, "end") : (x(minutes), "middle")
    return "<text class=\"step-end\" x=\"\(place)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text.escaped)</text>"
  }
}
