import DiskTestSupport
import Files
import Testing

@Suite("Other programs")
struct RunningProgramTests {
  @Test("What a program wrote is there at its end, be it a megabyte, and it worked meanwhile")
  func output() {
    let long = RunningProgram.start(["sh", "-c", "head -c 1000000 /dev/zero; echo done >&2"])
    let short = RunningProgram.start(["sh", "-c", "printf %s \"$A\"; cat"], settings: ["A=b c", "HOME=/"])
    #expect(short?.finish() == Array("b c".utf8))
    #expect(long?.finish() == Array(repeating: 0, count: 1_000_000))
  }

  @Test("A program that is missing, fails or is stopped has nothing to say")
  func failures() {
    let missing = RunningProgram.start(["no-such-program-at-all"])
    #expect(missing?.finish() == nil)
    #expect(RunningProgram.start(["sh", "-c", "echo half; exit 3"])?.finish() == nil)
    #expect(RunningProgram.start(["sh", "-c", "echo half; kill -9 $$"])?.finish() == nil)
  }

  @Test("A program that nobody waits for is stopped")
  func abandoned() throws {
    let folder = TemporaryFolder()
    do {
      _ = RunningProgram.start(["sh", "-c", "sleep 1; echo late > \(folder("late"))"])
    }
    _ = RunningProgram.start(["sleep", "1.3"])?.finish()
    #expect(folder.text("late") == nil)
  }
}
