import Foundation

/// As much of JSON Schema (draft 2020-12) as the data files' own schemas use.
struct Schema {
  private let root: [String: Any]

  init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// Where a document is not what the schema says, a line each; nothing where it is.
  func faults(in text: String) throws -> [String] {
    faults(try JSONSerialization.jsonObject(with: Data(text.utf8)), root, "")
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.replacing("#/$defs/", with: "")
      let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return definition.map { faults(value, $0, path) } ?? ["\(path): no '\(reference)'"]
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.count { faults(value, $0, path).isEmpty }
      return fitting == 1 ? [] : ["\(path): fits \(fitting) of \(choices.count)"]
    }
    var found: [String] = []
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    let type = Self.type(of: value)
    if !types.isEmpty, !types.contains(type), !(type == "number" && types.contains("integer")) {
      found.append("\(path): is \(Self.type(of: value))")
    }
    if let words = schema["enum"] as? [Any], !words.contains(where: { "\($0)" == "\(value)" }) {
      found.append("\(path): '\(value)' is none of \(words)")
    }
    if schema["pattern"] as? String == "Z$", (value as? String)?.hasSuffix("Z") != true {
      found.append("\(path): no Z")
    }
    if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
      found += values.enumerated().flatMap { faults($1, items, "\(path)/\($0)") }
    }
    return found + members(value, schema, path)
  }

  private func members(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let members = value as? [String: Any] else { return [] }
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
    let unknown = schema["additionalProperties"] as? Bool == false ? members.keys.filter { known[$0] == nil } : []
    return missing.map { "\(path): lacks '\($0)'" } + unknown.map { "\(path): has '\($0)'" }
      + known.flatMap { name, part in members[name].map { faults($0, part, "\(path)/\(name)") } ?? [] }
  }

  private static func type(of value: Any) -> String {
    switch value {
    case is NSNull: "null"
    case is String: "string"
    case is [Any]: "array"
    case is [String: Any]: "object"
    case let number as NSNumber where String(cString: number.objCType) == "c": "boolean"
    default: "number"
    }
  }
}
