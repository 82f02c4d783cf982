import CivilTime
import Diagnostics
import YAML

extension RosterReader {
  func readComposition(_ node: YAMLNode) -> CompositionRule? {
    let known = ["at_least", "of", "prefer", "why", "review_on"]
    guard let fields = fields(node, "a composition rule", known), let wish = readWish(fields) else { return nil }
    return CompositionRule(
      wish: wish, why: fields.text("why"), reviewOn: fields.day("review_on"), range: node.range)
  }

  private func readWish(_ fields: Fields) -> CompositionRule.Wish? {
    switch (fields["at_least"], fields["prefer"]) {
    case (.some, nil):
      guard let count = fields.number("at_least", atLeast: 1), let group = group(fields.required("of")) else {
        return nil
      }
      return .atLeast(count, of: group)
    case (nil, .some):
      let groups = fields.list("prefer").compactMap { group($0) }
      return groups.isEmpty ? nil : .prefer(groups)
    default:
      collector.report(
        .error("value-missing", "A composition rule says either 'at_least' or 'prefer'", at: fields.node.range))
      return nil
    }
  }

  private func group(_ node: YAMLNode?) -> String? {
    reference(node, "group of any person", in: names.groups, "unknown-group")
  }
}
