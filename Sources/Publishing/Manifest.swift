internal import Files
private import Glibc

/// The list, in the output folder, of the files there that sitegen wrote: a version line, then a path a line, by bytes.
///
///     sitegen manifest 1
///     404.html
///     playbook/index.html
///
/// In a path `\n` stands for a line feed and `\\` for a backslash. Where the first line is another one the list counts
/// as empty, and lines that are no paths below the output folder are passed over: then nothing is taken for ours that
/// might not be.
struct Manifest: Equatable, Sendable {
  var paths: Set<SitePath>

  init(_ paths: some Sequence<SitePath> = []) {
    self.paths = Set(paths)
  }

  /// The manifest in an output folder; empty where there is none.
  init(of site: OpenFile) throws {
    self.init(parsing: try manifestBytes(in: site))
  }

  init(parsing bytes: [UInt8]) {
    self.init(listedPaths(bytes))
  }

  var serialized: [UInt8] {
    var bytes = Array("\(versionLine)\n".utf8)
    for path in paths.sorted() {
      append(path, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The folders that hold these files.
  var folders: Set<SitePath> {
    var folders: Set<SitePath> = []
    for path in paths {
      for parent in path.parents {
        guard folders.insert(parent).inserted else { break }
      }
    }
    return folders
  }

  private func append(_ path: SitePath, to bytes: inout [UInt8]) {
    for byte in path.bytes.dropLast() {
      switch UInt8(bitPattern: byte) {
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case let byte: bytes.append(byte)
      }
    }
  }
}

extension SitePath {
  static let manifest = SitePath(".sitegen-manifest")
}

private let versionLine = "sitegen manifest 1"

private func manifestBytes(in site: OpenFile) throws -> [UInt8] {
  do {
    return try readFile(SitePath.manifest.text, in: site)
  } catch  where error.code == ENOENT {
    return []
  }
}

private func listedPaths(_ bytes: [UInt8]) -> [SitePath] {
  let lines = bytes.split(separator: UInt8(ascii: "\n"))
  guard let first = lines.first, first.elementsEqual(versionLine.utf8) else { return [] }
  let paths = lines.dropFirst().map { SitePath(unescaped(String(decoding: $0, as: UTF8.self))) }
  return paths.filter(\.isPublishable)
}

private func unescaped(_ line: String) -> String {
  guard line.utf8.contains(UInt8(ascii: "\\")) else { return line }
  var text = ""
  var isEscaped = false
  for scalar in line.unicodeScalars {
    if scalar == "\\" && !isEscaped {
      isEscaped = true
    } else {
      text.unicodeScalars.append(isEscaped && scalar == "n" ? "\n" : scalar)
      isEscaped = false
    }
  }
  return text
}
