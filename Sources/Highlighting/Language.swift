// Highlighting marks the parts of source code with spans. It refuses to know pages and colours. Always true: without its
// tags the HTML is the code, escaped; spans never nest; the time is linear in the code.

/// A language of fenced code that is known.
package enum Language: String, Sendable, CaseIterable {
  case shell = "Shell"
  case console = "Console"
  case yaml = "YAML"
  case json = "JSON"
  case sql = "SQL"
  case python = "Python"
  case javaScript = "JavaScript"
  case typeScript = "TypeScript"
  case go = "Go"
  case java = "Java"
  case diff = "Diff"

  /// The language that a word behind a fence names, whatever its case: `sh`, `yml`, `postgresql`.
  package init?(_ name: UnsafeBufferPointer<UInt8>) {
    guard (1...16).contains(name.count) else { return nil }
    self.init(String(decoding: name, as: UTF8.self))
  }

  package init?(_ name: String) {
    guard let language = Language.byName[name.lowercased()] else { return nil }
    self = language
  }

  /// What readers call it.
  package var title: String { rawValue }

  private static let byName: [String: Language] = [
    "sh": .shell, "bash": .shell, "zsh": .shell, "ksh": .shell, "shell": .shell, "console": .console,
    "shell-session": .console, "terminal": .console, "yaml": .yaml, "yml": .yaml, "json": .json, "jsonc": .json,
    "json5": .json, "sql": .sql, "postgresql": .sql, "postgres": .sql, "psql": .sql, "mysql": .sql, "sqlite": .sql,
    "python": .python, "py": .python, "python3": .python, "py3": .python, "javascript": .javaScript,
    "js": .javaScript, "mjs": .javaScript, "cjs": .javaScript, "node": .javaScript, "jsx": .javaScript,
    "typescript": .typeScript, "ts": .typeScript, "tsx": .typeScript, "go": .go, "golang": .go, "java": .java,
    "diff": .diff, "patch": .diff,
  ]

  /// Appends code as HTML: escaped, its tokens in `<span class="hl-…">`.
  package func highlight(_ code: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var scanner = Scanner(code)
    swap(&scanner.out, &out)
    switch self {
    case .shell: scanner.scanShell(isSession: false)
    case .console: scanner.scanShell(isSession: true)
    case .yaml: scanner.scanYAML()
    case .diff: scanner.scanDiff()
    case .json: scanner.scan(.json)
    case .sql: scanner.scan(.sql)
    case .python: scanner.scan(.python)
    case .javaScript: scanner.scan(.javaScript)
    case .typeScript: scanner.scan(.typeScript)
    case .go: scanner.scan(.go)
    case .java: scanner.scan(.java)
    }
    scanner.finish()
    swap(&scanner.out, &out)
  }
}

/// What a stretch of code is; the raw value is its class.
enum Token: String {
  case comment = "hl-c"
  case string = "hl-s"
  /// Numbers and constants.
  case number = "hl-n"
  case keyword = "hl-k"
  /// Keys and variables.
  case property = "hl-p"
  /// Functions, commands, decorators.
  case function = "hl-f"
  case inserted = "hl-i"
  case deleted = "hl-d"
  /// Heads of hunks, prompts.
  case head = "hl-h"
}
