import DiskTestSupport
import Files
import Glibc
import Publishing

/// A temporary folder with an output folder `public` in it.
struct TestSite {
  let folder = TemporaryFolder()

  var output: String { folder("public") }

  /// Publishes these files, and clears away what a failure leaves.
  @discardableResult
  func publish(
    _ files: KeyValuePairs<String, String>, to output: String? = nil, disk: Disk = Disk()
  ) throws -> PublicationSummary {
    let publisher = try Publisher(output: output ?? self.output, patience: .seconds(1), disk: disk)
    for (path, text) in files { try publisher.write(path, Array(text.utf8)) }
    return try publisher.commit()
  }

  /// What is published, without the manifest, as `TemporaryFolder.tree` shows it.
  var published: [String] { folder.tree("public").filter { !$0.hasPrefix(".sitegen-manifest") } }

  /// What a reader can ask for: files alone.
  var pages: [String] { published.filter { !$0.hasSuffix("/") } }
}

extension Disk {
  /// A disk that cannot exchange two folders, as where the output folder is a mount.
  static let withoutExchange = Disk { change in
    if change == .exchange { throw FileFailure("public", cannot: "exchange", code: EBUSY) }
  }

  /// A disk that refuses hard links.
  static let withoutLinks = Disk { change in
    if change == .link { throw FileFailure("public", cannot: "link", code: EPERM) }
  }
}
