import DiskTestSupport
import Foundation

/// A page in a browser that is driven from outside: keys as a reader presses them, and questions to the page.
///
/// It speaks the browser's DevTools protocol over two pipes: messages are JSON, each ended by a zero byte.
final class BrowserPage {
  /// What a page is shown with.
  struct Setting {
    var width = 1280
    var isDark = false
    var isPrint = false
    var hasScript = true
    /// The instant at which the page is read, in RFC 3339; its clock stands still. `nil` is the real one, for pages
    /// that are built for the day of the test.
    var instant: String? = "2026-11-23T12:00:00Z"
    /// What runs before the page's own scripts.
    var script: String?
  }

  /// The browser did not do what it was asked, or the page never came to say what was waited for.
  struct Failure: Error {
    var text: String
  }

  private let folder = TemporaryFolder()
  private let process = Process()
  private let toBrowser: FileHandle
  private let fromBrowser: FileHandle
  private var unread: [UInt8] = []
  private var count = 0
  private var session: String?

  /// Starts a browser and opens a file in it, or an address of the web.
  init(_ place: String, _ setting: Setting = Setting()) throws {
    let pipes = [folder("to"), folder("from")]
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure(text: "no pipe \(pipe)") }
    // Opened both ways, a pipe waits for nobody at its other end.
    guard let to = FileHandle(forUpdatingAtPath: pipes[0]), let from = FileHandle(forUpdatingAtPath: pipes[1]) else {
      throw Failure(text: "no pipes")
    }
    (toBrowser, fromBrowser) = (to, from)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      #"exec "$0" --headless --no-sandbox --disable-gpu --no-first-run --user-data-dir="$1" "#
        + #"--remote-debugging-pipe 3<"$2" 4>"$3" 2>"$1/log""#,
      Browser.path ?? "", folder.path, pipes[0], pipes[1],
    ]
    try process.run()
    try show(setting)
    try go(to: place)
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  private func show(_ setting: Setting) throws {
    let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session = try send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": setting.width, "height": 900, "deviceScaleFactor": 1, "mobile": setting.width < 500])
    let scheme = ["name": "prefers-color-scheme", "value": setting.isDark ? "dark" : "light"]
    try send("Emulation.setEmulatedMedia", ["media": setting.isPrint ? "print" : "screen", "features": [scheme]])
    for source in [setting.instant.map(stoppedClock), setting.script].compactMap({ $0 }) {
      try send("Page.enable", [:])
      try send("Page.addScriptToEvaluateOnNewDocument", ["source": source])
    }
    try send("Emulation.setScriptExecutionDisabled", ["value": !setting.hasScript])
  }

  private func stoppedClock(at instant: String) -> String {
    """
    Date = class extends Date {
      constructor(...parts) { super(...(parts.length ? parts : ['\(instant)'])) }
      static now() { return new Date().getTime() }
    }
    """
  }

  /// Opens another file or address, and waits for all that belongs to it.
  func go(to place: String) throws {
    try send("Page.navigate", ["url": place.hasPrefix("/") ? "file://\(place)" : place])
    try wait(until: "location.protocol !== 'about:' && document.readyState === 'complete'")
  }

  /// What an expression of JavaScript gives in the page, as text.
  @discardableResult
  func value(of expression: String) throws -> String {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": "(async () => String(await (\(expression))))()", "returnByValue": true, "awaitPromise": true])
    return (answer["result"] as? [String: Any])?["value"] as? String ?? ""
  }

  /// Waits until an expression of JavaScript is true in the page, at most ten seconds.
  func wait(until expression: String) throws {
    for _ in 0..<500 {
      if try value(of: expression) == "true" { return }
      usleep(20_000)
    }
    throw Failure(text: "never came true: \(expression)")
  }

  /// Presses keys one after the other, as they are called in the standard for keyboard events.
  func press(_ keys: String..., control: Bool = false) throws {
    for key in keys {
      var event: [String: Any] = [
        "key": key, "modifiers": control ? 2 : 0, "windowsVirtualKeyCode": Self.code(of: key),
      ]
      if key.count == 1, !control { event["text"] = key }
      if key == "Enter" { event["text"] = "\r" }
      try send("Input.dispatchKeyEvent", event.merging(["type": "keyDown"]) { $1 })
      event["text"] = nil
      try send("Input.dispatchKeyEvent", event.merging(["type": "keyUp"]) { $1 })
    }
  }

  private static func code(of key: String) -> Int {
    let named = ["Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "/": 191]
    return named[key] ?? Int(key.uppercased().unicodeScalars.first?.value ?? 0)
  }

  /// Writes a text where the focus is.
  func type(_ text: String) throws {
    try send("Input.insertText", ["text": text])
  }

  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
    count += 1
    var message: [String: Any] = ["id": count, "method": method, "params": parameters]
    message["sessionId"] = session
    toBrowser.write(try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try next()
      guard answer["id"] as? Int == count else { continue }
      if let error = answer["error"] as? [String: Any] { throw Failure(text: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// The next message of the browser, for which half a minute is waited.
  private func next() throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = Data(unread[..<end])
        unread.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: fromBrowser.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 30_000) == 1 else { throw Failure(text: "the browser is silent") }
      unread += fromBrowser.availableData
    }
  }
}
