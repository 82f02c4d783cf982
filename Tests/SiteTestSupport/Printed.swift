package import Diagnostics

/// Diagnostics as the command line prints them, without colour.
///
/// - Parameter files: the text of each file that a place may name.
package func printed(_ diagnostics: [Diagnostic], _ files: [String: String]) -> String {
  let printer = DiagnosticText(colour: false) { file, line in
    let lines = files[file]?.split(omittingEmptySubsequences: false) { $0.isNewline } ?? []
    return lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil
  }
  return diagnostics.map(printer.text).joined()
}
