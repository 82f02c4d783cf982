internal import Files
private import Glibc

/// The list, in the output folder, of the files there that sitegen wrote: a version line, then a path a line, by bytes.
///
///     sitegen manifest 1
///     404.html
///     playbook/index.html
///
/// A file whose path nobody may learn from the list stands there as its folder and a digest of its path, behind two
/// slashes: `//calendar/people/4be1…`; it is ours where the folder holds a file whose path has that digest.
///
/// In a path `\n` stands for a line feed and `\\` for a backslash. Where the first line is another one the list counts
/// as empty, and lines that are no paths below the output folder are passed over: then nothing is taken for ours that
/// might not be.
struct Manifest: Equatable, Sendable {
  var paths: Set<SitePath>
  /// Those among them that the list does not name.
  private(set) var secrets: Set<SitePath>

  init(_ paths: some Sequence<SitePath> = [], secrets: Set<SitePath> = []) {
    self.paths = Set(paths)
    self.secrets = secrets
  }

  /// The manifest in an output folder; empty where there is none.
  init(of site: OpenFile) throws {
    let bytes = try manifestBytes(in: site)
    self.init(parsing: bytes)
    secrets = try secretPaths(bytes, in: site)
    paths.formUnion(secrets)
  }

  func union(_ other: Manifest) -> Manifest {
    Manifest(paths.union(other.paths), secrets: secrets.union(other.secrets))
  }

  init(parsing bytes: [UInt8]) {
    self.init(listedPaths(bytes))
  }

  var serialized: [UInt8] {
    var bytes = Array("\(versionLine)\n".utf8)
    for path in paths.subtracting(secrets).sorted() {
      append(path, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    for line in secrets.map(\.secretLine).sorted() { bytes += "\(line)\n".utf8 }
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

extension SitePath {
  /// Its folder and a digest of its path: FNV-1a with 64 bits, too few to find a name of 160 by.
  fileprivate var secretLine: String {
    let digest = bytes.dropLast().reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64(UInt8(bitPattern: $1))) &* 0x100_0000_01b3
    }
    return "//\((parent ?? .root).text)/\(String(digest, radix: 16))"
  }
}

/// The files in an output folder that its manifest lists by digest.
private func secretPaths(_ bytes: [UInt8], in site: OpenFile) throws -> Set<SitePath> {
  let lines = Set(
    bytes.split(separator: UInt8(ascii: "\n")).dropFirst().filter { $0.starts(with: "//".utf8) }.map {
      String(decoding: $0, as: UTF8.self)
    })
  var found: Set<SitePath> = []
  for folder in Set(
    lines.map { SitePath(String($0.dropFirst(2).split(separator: "/").dropLast().joined(separator: "/"))) })
  {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
    guard let open = try? OpenFile(folder.bytes, in: site, flags: flags) else { continue }
    let files = try open.entries().filter { $0.kind == .file }.map { folder.appending($0.name) }
    found.formUnion(files.filter { lines.contains($0.secretLine) })
  }
  return found
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
