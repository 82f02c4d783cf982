package import Diagnostics

/// Answers what a text asks of the site around it: where links lead, what directives become, who `@name` is.
package protocol ReferenceResolver {
  /// Appends the address that the published link needs; unescaped, the renderer encodes it. The answer is the size of an
  /// image, where it is known.
  ///
  /// - Parameter range: the place of the destination in the source, or of the block that holds the link.
  mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) -> PixelSize?

  /// Appends the HTML that stands for a directive, or hands back a text to be rendered in its place. A directive that
  /// means nothing is the resolver's to report.
  mutating func expand(_ directive: Directive, into out: inout [UInt8]) -> IncludedText?

  /// Called when a text that `expand` handed back is rendered.
  mutating func finishInclude()

  /// Appends the HTML that stands for `@name`, or answers `false` where nobody is called so: the text then stays.
  mutating func mention(_ name: UnsafeBufferPointer<UInt8>, isInLink: Bool, into out: inout [UInt8]) -> Bool
}

/// The size of a picture, in pixels.
package struct PixelSize: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A text to be rendered where another one asks for it.
package struct IncludedText: Sendable {
  package var bytes: [UInt8]
  package var file: String

  package init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }
}

/// Leaves every link and name as it was written; a directive has nothing to stand for.
package struct UnresolvedReferences: ReferenceResolver {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func resolve(
    _ destination: UnsafeBufferPointer<UInt8>, kind: LinkKind, at range: SourceRange, into out: inout [UInt8]
  ) -> PixelSize? {
    out.append(contentsOf: destination)
    return nil
  }

  package mutating func expand(_ directive: Directive, into out: inout [UInt8]) -> IncludedText? {
    diagnostics.append(
      .error(
        "directive-alone", "'\(directive.name.text)' takes facts from a site: this text stands in none",
        at: directive.range))
    return nil
  }

  package mutating func finishInclude() {}

  package mutating func mention(_ name: UnsafeBufferPointer<UInt8>, isInLink: Bool, into out: inout [UInt8]) -> Bool {
    false
  }
}
