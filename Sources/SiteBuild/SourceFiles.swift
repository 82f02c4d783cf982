import Diagnostics
import Files

/// The files below content/, sorted by what they are.
struct SourceFiles {
  /// The folder that holds content/, with a slash at its end.
  let root: String
  private(set) var settings: String?
  /// Paths below content/, as all that follow.
  private(set) var pages: [String] = []
  private(set) var roster: [String] = []
  private(set) var assets: [String] = []
  /// Snippets and tables, which pages take in.
  private(set) var materials: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Lists content/; a folder without one is a `BuildFailure`, a disk that fails a `FileFailure`.
  init(source: String) throws {
    root = source.hasSuffix("/") ? source : source + "/"
    guard FileTree.isFolder(root + "content") else { throw BuildFailure.noContent(source) }
    let tree = try FileTree(of: root + "content")
    for entry in tree.entries { take(entry.path) }
    diagnostics = tree.omissions.map(Diagnostic.omitted)
  }

  private mutating func take(_ path: String) {
    let folder = path.prefix { $0 != "/" }
    switch folder {
    case "site.yml": settings = path
    case "roster": roster.append(path)
    case "data", "snippets": materials.append(path)
    default: if path.hasSuffix(".md") { pages.append(path) } else { assets.append(path) }
    }
  }

  /// Texts that take the place of files below content/, or stand beside them.
  private var overlay: [String: String] = [:]

  /// These files, with other texts in place of some.
  ///
  /// - Parameter texts: by path below the source folder: `content/roster/changes.yml`.
  func with(_ texts: [String: String]) -> SourceFiles {
    var files = self
    for (path, text) in texts {
      let path = String(path.dropFirst("content/".count))
      if !files.roster.contains(path) { files.roster.append(path) }
      files.overlay[path] = text
    }
    return files
  }

  /// The text of a file below content/; bytes that are no UTF-8 are an error at the first of them, and then `nil` returns.
  func text(_ path: String, _ diagnostics: inout [Diagnostic]) throws -> SourceFile? {
    if let text = overlay[path] { return SourceFile(path: "content/" + path, text: text) }
    let bytes = try readFile(root + "content/" + path)
    if let text = String(validating: bytes, as: UTF8.self) {
      return SourceFile(path: "content/" + path, text: text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
    }
    diagnostics.append(SourceFiles.notUTF8("content/" + path, bytes))
    return nil
  }

  /// An error at the first byte that is no UTF-8.
  static func notUTF8(_ file: String, _ bytes: some Collection<UInt8>) -> Diagnostic {
    var (line, column) = (1, 1)
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while case .valid(let scalar) = decoder.parseScalar(from: &iterator) {
      let isLineEnd = scalar.count == 1 && scalar.first == UInt8(ascii: "\n")
      (line, column) = isLineEnd ? (line + 1, 1) : (line, column + scalar.count)
    }
    return .error(
      "encoding", "This byte is no UTF-8", at: SourceRange(file: file, line: line, column: column),
      notes: [.init("save the file as UTF-8")])
  }
}

/// Why a build could not begin.
package enum BuildFailure: Error, CustomStringConvertible {
  case noContent(String)
  /// A rota that the command line names, and those that there are.
  case noRota(String, [String])
  /// A seat of a rota, and those that it has.
  case noSeat(String, String, [String])
  case noPerson(String, [String])
  /// A file whose list is written in one bracket, so that no line can be appended.
  case closedList(String)

  package var description: String {
    switch self {
    case .noContent(let source):
      "'\(source)' holds no folder content/: start sitegen where content/ stands, or name that folder with --source"
    case .noRota(let name, let known): "'\(name)' is no rota\(didYouMean(name, known))"
    case .noSeat(let name, let rota, let known):
      "'\(name)' is no seat of \(rota), which has \(known.joined(separator: ", "))"
    case .noPerson(let name, let known): "'\(name)' is nobody in people.yml\(didYouMean(name, known))"
    case .closedList(let path): "'\(path)' is one list in brackets: write it with a line for each change"
    }
  }
}

extension Diagnostic {
  fileprivate static func omitted(_ omission: FileTree.Omission) -> Diagnostic {
    let why =
      switch omission.reason {
      case .notAFile: "is neither a file nor a folder"
      case .brokenLink: "is a link to nothing"
      case .loop: "is a link to a folder that it stands in"
      case .nameNotUTF8: "has a name that is no UTF-8"
      case .unreadable: "cannot be read"
      }
    return .error(
      "file-unreadable", "'\(omission.path)' \(why)",
      at: SourceRange(file: "content/" + omission.path, line: 1, column: 1))
  }
}
