/// `sw.js`: what browsers keep of the site, and what is done with it.
package enum OfflineScript {
  /// - Parameters:
  ///   - files: addresses below the root as a browser asks for them, the home page's empty, each with what changes as its bytes do.
  ///   - version: of the theme.
  package static func bytes(_ files: [(address: String, revision: String)], version: String) -> [UInt8] {
    let list = JSONValue.object(files.map { ($0.address, .string($0.revision)) })
    var out = Array(
      "// What this site keeps for reading without a network. Written by sitegen.\nself.SITE = { files: ".utf8)
    list.write(into: &out)
    return out + " }\nimportScripts('theme/offline.js?v=\(version)')\n".utf8
  }
}
