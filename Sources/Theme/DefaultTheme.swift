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

  /// A style sheet or script as readers get it: one of the default theme without what only people need, the lines that
  /// are comments alone and spaces in style sheets. What somebody has changed is published as it is.
  package static func published(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let (isStyle, isScript) = (name.hasSuffix(".css"), name.hasSuffix(".js"))
    guard isStyle || isScript, files[name] == bytes else { return bytes }
    let text = withoutCommentLines(bytes)
    return isStyle ? withoutSpaces(text) : text
  }
}
