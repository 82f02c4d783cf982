import Diagnostics
import Files
import Images
import Markdown
import Rendering
import Synchronization

extension Build {
  /// Reads the snippets and tables that pages may take in; pictures are looked at when a page shows one.
  func readMaterials() throws -> PageMaterials {
    var texts: [String: SourceFile] = [:]
    var unreadable: Set<String> = []
    var found: [Diagnostic] = []
    for path in files.materials {
      if let file = try files.text(path, &found) { texts[path] = file } else { unreadable.insert(path) }
    }
    collector.report(found)
    let pictures = PictureSizes(root: files.root)
    return PageMaterials(texts: texts, unreadable: unreadable) { pictures.size($0) }
  }
}

/// The sizes of pictures below content/, each read once.
private final class PictureSizes: Sendable {
  private let root: String
  private let known = Mutex<[String: PixelSize?]>([:])

  /// So many bytes of a picture hold its size.
  private static let headLength = 256 * 1024

  init(root: String) { self.root = root }

  /// `nil` where the file is no picture that is known; one that cannot be read is told when it is copied.
  func size(_ path: String) -> PixelSize? {
    if let size = known.withLock({ $0[path] }) { return size }
    let bytes = (try? readFile(root + "content/" + path, first: PictureSizes.headLength)) ?? []
    let size = bytes.withUnsafeBufferPointer { pictureSize(of: $0) }.map {
      PixelSize(width: $0.width, height: $0.height)
    }
    known.withLock { $0[path] = .some(size) }
    return size
  }
}
