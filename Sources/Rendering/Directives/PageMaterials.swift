package import Diagnostics
package import Markdown

/// What pages take in beside the roster: snippets, tables, the sizes of pictures.
package struct PageMaterials: Sendable {
  /// Files below content/ that pages may include or show as tables, by their path there.
  package let texts: [String: SourceFile]
  /// The links in them.
  package let linksOfTexts: [String: [UInt8]]
  /// Paths of files that are no UTF-8, told already.
  package var unreadable: Set<String>
  /// The size of the picture at a path below content/, where it is known.
  package var pictureSize: @Sendable (String) -> PixelSize?

  package init(
    texts: [String: SourceFile], unreadable: Set<String> = [],
    pictureSize: @escaping @Sendable (String) -> PixelSize?
  ) {
    self.texts = texts
    linksOfTexts = texts.mapValues { Array($0.text.utf8).withUnsafeBufferPointer { LinkScan.links(of: $0) } }
    self.unreadable = unreadable
    self.pictureSize = pictureSize
  }
}
