/// The values of attributes in HTML, in the order of the text.
package func attributes(_ names: [String], of html: String) -> [String] {
  html.split(separator: " ").flatMap { part in
    names.compactMap { name in
      guard part.hasPrefix("\(name)=\"") else { return nil }
      return String(part.dropFirst(name.count + 2).prefix { $0 != "\"" })
    }
  }
}

/// The file of a site that a relative link of a file leads to.
package func landing(of link: String, from file: String) -> String {
  var folders = file.split(separator: "/").dropLast().map(String.init)
  let path = link.prefix { $0 != "?" && $0 != "#" }
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  for part in parts.dropLast() where part != "." {
    if part == ".." { folders.removeLast() } else { folders.append(part) }
  }
  let last = parts.last ?? ""
  return (folders + [last.isEmpty ? "index.html" : last]).joined(separator: "/")
}
