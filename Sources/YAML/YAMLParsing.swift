package import Diagnostics
private import Yams

extension YAMLNode {
  /// Reads one YAML document; an empty one is `null`.
  ///
  /// - Parameters:
  ///   - file: the name for places.
  ///   - firstLine: the line of the file (from 1) on which `text` begins.
  ///   - diagnostics: gets one error, `yaml-syntax` or `yaml-duplicate-key`, where the text is no YAML; then `nil` returns.
  package static func parse(
    _ text: String, file: String, firstLine: Int = 1, diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    let places = Places(text: text, file: file, firstLine: firstLine)
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else { return YAMLNode(.null, range: places.start) }
      return places.node(node, depth: 0, at: places.start, diagnostics: &diagnostics)
    } catch let error as YamlError {
      diagnostics.append(places.diagnostic(error))
    } catch {
      diagnostics.append(.error("yaml-syntax", "\(error)", at: places.start))
    }
    return nil
  }
}

/// Turns libYAML's marks (columns in code points) into source ranges (columns in bytes).
private struct Places {
  let lines: [Substring]
  /// Whether columns in code points and in bytes are the same, line by line.
  let isASCII: [Bool]
  let file: String
  let firstLine: Int
  var start: SourceRange { SourceRange(file: file, line: firstLine, column: 1) }

  init(text: String, file: String, firstLine: Int) {
    // A line may end in CR LF, which is one character.
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    isASCII = lines.map { $0.utf8.allSatisfy { $0 < 128 } }
    self.file = file
    self.firstLine = firstLine
  }

  private func bytes(of scalars: Int, in line: Substring) -> Int {
    line.unicodeScalars.prefix(scalars).reduce(0) { $0 + UTF8.width($1) }
  }

  func range(_ mark: Mark?, length: Int = 1) -> SourceRange {
    guard let mark else { return start }
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
    let column = isASCII[min(mark.line, isASCII.count) - 1] ? mark.column : bytes(of: mark.column - 1, in: line) + 1
    return SourceRange(file: file, line: firstLine + mark.line - 1, column: column, length: length)
  }

  /// The range of a scalar as it stands in the file; a quoted one's includes its quotes.
  private func range(_ scalar: Node.Scalar) -> SourceRange {
    let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
    let begin = range(scalar.mark)
    let line = lines.indices.contains(begin.start.line - firstLine) ? lines[begin.start.line - firstLine] : ""
    let rest = max(1, line.utf8.count - begin.start.column + 1)
    return range(scalar.mark, length: min(rest, scalar.string.utf8.count + quotes))
  }

  func node(_ node: Node, depth: Int, at fallback: SourceRange, diagnostics: inout [Diagnostic]) -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      let isNull = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return YAMLNode(isNull ? .null : .scalar(scalar.string), range: scalar.string.isEmpty ? fallback : range(scalar))
    case .sequence(let sequence):
      let place = range(sequence.mark)
      return YAMLNode(
        .sequence(sequence.map { self.node($0, depth: depth + 1, at: place, diagnostics: &diagnostics) }), range: place)
    case .mapping(let mapping):
      let entries = mapping.map { entry($0.key, $0.value, depth: depth, diagnostics: &diagnostics) }
      return YAMLNode(.mapping(entries), range: range(mapping.mark))
    case .alias:
      return YAMLNode(.null, range: fallback)
    }
  }

  private func entry(_ key: Node, _ value: Node, depth: Int, diagnostics: inout [Diagnostic]) -> YAMLNode.Entry {
    guard case .scalar(let scalar) = key else {
      diagnostics.append(
        .error("yaml-syntax", "A key is a word, not \(key.isSequence ? "a list" : "a mapping")", at: range(key.mark)))
      return YAMLNode.Entry(key: "", keyRange: range(key.mark), value: YAMLNode(.null, range: range(key.mark)))
    }
    let keyRange = range(scalar)
    return YAMLNode.Entry(
      key: scalar.string, keyRange: keyRange,
      value: node(value, depth: depth + 1, at: keyRange, diagnostics: &diagnostics))
  }
}

extension Places {
  func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let note = context.map { [Diagnostic.Note($0.text, range: range($0.mark))] } ?? []
      return .error("yaml-syntax", "No valid YAML: \(problem)", at: range(mark), notes: note)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicate(duplicates.sorted().first ?? "", from: context.mark)
    case .reader(let problem, _, _, _):
      return .error("yaml-syntax", "No valid YAML: \(problem)", at: start)
    default:
      return .error("yaml-syntax", "No valid YAML: \(error)", at: start)
    }
  }

  /// Points at the second of two equal keys: libYAML tells only where their mapping begins.
  private func duplicate(_ key: String, from mark: Mark) -> Diagnostic {
    let indent = String(repeating: " ", count: max(0, mark.column - 1))
    let found = lines.indices.dropFirst(max(0, mark.line - 1)).filter { index in
      [key, "\"\(key)\"", "'\(key)'"].contains { lines[index].hasPrefix("\(indent)\($0):") }
    }
    let place: (Int) -> SourceRange = {
      SourceRange(file: file, line: firstLine + $0, column: mark.column, length: key.utf8.count)
    }
    guard found.count > 1 else {
      return .error("yaml-duplicate-key", "'\(key)' stands twice in one mapping", at: range(mark))
    }
    return .error(
      "yaml-duplicate-key", "'\(key)' stands twice", at: place(found[1]),
      notes: [Diagnostic.Note("the first is here", range: place(found[0]))])
  }
}

extension Node {
  fileprivate var isSequence: Bool {
    if case .sequence = self { return true }
    return false
  }
}
