import Diagnostics
import Files
import Templates
import Theme

/// The theme of a site: its own files in templates/, and the default theme's where it lacks one.
struct ThemeFiles {
  private(set) var templates: [TemplateSource] = []
  /// Style sheets, scripts and pictures, by the name under theme/.
  private(set) var assets: [(name: String, bytes: [UInt8])] = []

  init(root: String) throws {
    var files = DefaultTheme.files.mapValues { (bytes: $0, isOwn: false) }
    if FileTree.isFolder(root + "templates") {
      for entry in try FileTree(of: root + "templates").entries {
        files[entry.path] = (try readFile(root + "templates/" + entry.path), true)
      }
    }
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix(".mustache") {
        let path = (file.isOwn ? "" : "(default theme) ") + "templates/" + name
        templates.append(ThemeFiles.source(name, path, file.bytes))
      } else {
        assets.append((name, DefaultTheme.published(name, file.bytes)))
      }
    }
  }

  /// The templates of the default theme alone.
  static var defaultTemplates: [TemplateSource] {
    DefaultTheme.files.filter { $0.key.hasSuffix(".mustache") }.map { source($0.key, "templates/" + $0.key, $0.value) }
  }

  private static func source(_ name: String, _ path: String, _ bytes: [UInt8]) -> TemplateSource {
    TemplateSource(name: String(name.dropLast(".mustache".count)), file: path, bytes: bytes)
  }

  /// Changes whenever a style sheet, a script or a picture does.
  var version: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for asset in assets {
      for byte in Array(asset.name.utf8) + asset.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash & 0xFFFF_FFFF, radix: 16)
  }
}
