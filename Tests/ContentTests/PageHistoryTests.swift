import CivilTime
import Content
import Testing

@Suite("The history of pages")
struct PageHistoryTests {
  /// What git writes, with `^` for a mark, `@` for the second one and a space for its zero byte.
  private func history(_ log: String) -> PageHistory {
    let bytes = log.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "^"): 1
      case UInt8(ascii: "@"): 2
      case UInt8(ascii: " "): 0
      default: byte
      }
    }
    return PageHistory(log: bytes)
  }

  private func times(_ history: PageHistory, _ path: String) -> [Int?] {
    [history.changed(path)?.seconds, history.added(path)?.seconds]
  }

  @Test("The newest commit of a file says when it changed, the one that added it when it began")
  func ordinary() {
    let history = history("^30@HEAD->main,tag:v1 \nM content/a.md ^20@ ^10@ \nA content/a.md A content/b/ö.md A x.md ")
    #expect(times(history, "a.md") == [30, 10])
    #expect(times(history, "b/ö.md") == [10, 10])
    #expect(times(history, "x.md") == [nil, nil])
  }

  @Test("A removal is no change of the file that stands there now")
  func removed() {
    let history = history("^40@ \nA content/a.md ^30@ \nD content/a.md ^10@ \nA content/a.md ")
    #expect(times(history, "a.md") == [40, 40])
  }

  @Test("At the boundary of a shallow clone every file looks new, and nothing is said of them")
  func shallow() {
    let history = history("^40@HEAD->main \nM content/a.md ^30@grafted \nA content/a.md A content/b.md ")
    #expect(times(history, "a.md") == [40, nil])
    #expect(times(history, "b.md") == [nil, nil])
  }

  @Test("Whatever else the program says is no history", arguments: ["", " ", "fatal: no", "^x@ M content/a.md", "^1"])
  func noise(log: String) {
    #expect(times(history(log), "a.md") == [nil, nil])
  }
}
