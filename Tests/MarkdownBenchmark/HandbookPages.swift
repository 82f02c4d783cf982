/// Pages as a support handbook has them: headings, paragraphs with links, lists, a table, a code block. About 5 KB each.
enum HandbookPages {
  static func all(_ count: Int) -> [[UInt8]] { (0..<count).map { Array(page($0).utf8) } }

  private static func page(_ number: Int) -> String {
    let sections = (1...6).map { section(number, $0) }.joined()
    return "# Runbook \(number)\n\nWho helps with *service \(number)*, and [when to page](page-\(number / 2).md).\n\n"
      + sections
  }

  private static func section(_ page: Int, _ section: Int) -> String {
    let rows = (1...5).map { row in
      "| check-\(page)-\(row) | `svc-\(row)` is **up** | [logs](../logs/\(row).md) | \(row * 7 % 100) % |\n"
    }
    return """
      ## Step \(section): look at the queue

      The engineer on support looks at the queue of service \(page) first. Most alarms clear within ten minutes; those
      that do not are in [the list of known faults](known-faults.md#fault-\(section)) or new. Ask in #support-\(page) before
      you restart anything, and write down *what you saw* and **what you did**.

      1. Open the dashboard and note the time.
      2. Compare it with `queue_depth{service="\(page)"}`.
         - more than 100: page the escalation manager
         - less: wait, and look again
      3. Tell the reporter, even if there is no news yet.

      \(section % 3 == 0 ? "| Check | Means | Where | Share |\n|:------|-------|:-----:|------:|\n" + rows.joined() : "")
      ```sh
      kubectl -n svc-\(page) get pods | grep -v Running
      ```

      > Escalate after twenty minutes, whatever the hour.


      """
  }
}
