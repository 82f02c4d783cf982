// Theme carries the default theme inside the program, so that a binary copied anywhere builds a whole site.
private import CTheme

/// The theme that serves where a site has no templates/ of its own, or lacks a file there.
package enum DefaultTheme {
  /// Every file by its name: `page.mustache`, `site.css`.
  package static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for position in 0..<theme_file_count() {
      let file = theme_file_at(position)
      files[String(cString: file.name)] = Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))
    }
    return files
  }()
}
