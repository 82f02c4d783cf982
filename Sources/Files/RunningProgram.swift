private import CPosix
private import Glibc

/// Another program at work whose output is wanted later; the one place where sitegen starts any.
///
/// It reads nothing, and what it complains of is lost: it may be missing, and then it has nothing to say.
package final class RunningProgram {
  private let process: pid_t
  private let output: OpenFile
  private var isFinished = false

  private init(_ process: pid_t, _ output: OpenFile) {
    // Zero and negative numbers mean groups of processes, and all of them.
    precondition(process > 1, "\(process) is the number of no single program")
    self.process = process
    self.output = output
  }

  /// Starts a program that is looked for as a shell would; `nil` where it cannot be started.
  ///
  /// - Parameter settings: `NAME=value`, before what this program's environment says.
  package static func start(_ command: [String], settings: [String] = []) -> RunningProgram? {
    let file = cposix_memory_file()
    guard file >= 0 else { return nil }
    let output = OpenFile(descriptor: file, path: command[0])
    let process = withCStrings(command) { arguments in
      withCStrings(settings) { settings in cposix_start(arguments, settings, file) }
    }
    return process > 1 ? RunningProgram(process, output) : nil
  }

  /// Stops a program that nobody waited for.
  deinit {
    guard !isFinished else { return }
    kill(process, SIGKILL)
    _ = wait()
  }

  /// Waits for the program's end; the answer is what it wrote, or `nil` where it failed.
  package func finish() -> [UInt8]? {
    precondition(!isFinished, "a program ends once")
    guard wait() == 0, let size = try? output.status().st_size else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { space in
        uninterrupted { pread(output.descriptor, space.baseAddress! + count, space.count - count, off_t(count)) }
      }
      guard got > 0 else { return nil }
      count += got
    }
    return bytes
  }

  /// The status with which the program ended: 0 where all went well.
  private func wait() -> Int32 {
    isFinished = true
    var status: Int32 = -1
    return uninterrupted { Int(waitpid(process, &status, 0)) } == Int(process) ? status : -1
  }
}

/// The texts as C has them, a null behind the last; they live as long as the call.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>>) -> Result
) -> Result {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  var pointers = copies.map { UnsafePointer($0) } + [nil]
  return pointers.withUnsafeMutableBufferPointer { pointers in
    pointers.baseAddress!.withMemoryRebound(to: UnsafePointer<CChar>.self, capacity: pointers.count) { body($0) }
  }
}
