private import Glibc

/// Makes a system call again for as long as a signal interrupts it.
@inline(__always)
package func uninterrupted(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
