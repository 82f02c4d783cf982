internal import Files
private import Glibc
private import Synchronization

/// Brings the files of a site into the output folder; nothing else writes there.
///
/// It knows no page and no feed, only paths and bytes. What always holds: the output folder has the last edition or the
/// new one, whatever moment a build fails or is killed at; a file with the same bytes as before keeps its inode and
/// time; and what others put into the folder stays, since only files named in `.sitegen-manifest` are ours to change.
///
///     let publisher = try Publisher(output: "public")
///     try publisher.write("index.html", bytes)
///     let summary = try publisher.commit()
///
/// Where the folder cannot be exchanged as a whole (a mount, a disk without hard links, a parent folder that may not be
/// written) the files are put in place one by one: then none is ever half-written, but a kill may leave some pages new
/// and some old until the next build.
package final class Publisher: Sendable {
  private let output: String
  private let place: OutputPlace
  private let work: WorkFolder
  private let before: Manifest
  private let disk: Disk
  private let workers: Workers
  private let state = Mutex(State())

  private struct State {
    /// What a path got in this build.
    enum Fate {
      case unchanged
      case staged(replacing: Bool)
    }

    var fates: [SitePath: Fate] = [:]
    /// What the manifest must not name.
    var secrets: Set<SitePath> = []
    var inTheWay: [SitePath] = []
    /// Folders that nothing of others stands in the way of.
    var clearFolders: Set<SitePath> = []
    var edition: Edition?
    var isClosed = false
  }

  /// Takes the output folder, which may be missing, empty, a link to a folder, or hold an earlier edition; clears away
  /// what killed builds left.
  ///
  /// One build at a time has an output folder: a second one waits for `patience`, then fails.
  ///
  /// - Parameter jobs: how many threads `commit` may use.
  package init(output: String, jobs: Int = 2, patience: Duration = .seconds(10), disk: Disk = Disk()) throws {
    self.output = output
    workers = Workers(count: jobs)
    self.disk = disk
    place = try OutputPlace(output, disk: disk)
    work = try place.workFolder(patience: patience, disk: disk)
    let site = place.site
    before = try site.map { try Manifest(of: $0) } ?? Manifest()
    if let site { try work.removeOldSite(replacedBy: site, with: before) }
    try TreeRemoval(disk: disk, root: work.folder).removeTree(.newSite)
  }

  deinit { abandon() }

  /// Gives the site a file: kept if the same bytes stand there already, else written aside until `commit`.
  ///
  /// The path goes from the output folder, with `/` between names; each is given once. Several threads may write at
  /// once.
  package func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws {
    try write(SitePath(path), Bytes(bytes: UnsafeRawBufferPointer(bytes)))
  }

  /// - Parameter isSecret: whether nothing else in the output folder may tell the path.
  package func write(_ path: String, _ bytes: [UInt8], isSecret: Bool = false) throws {
    if isSecret { state.withLock { _ = $0.secrets.insert(SitePath(path)) } }
    try bytes.withUnsafeBufferPointer { try write(path, $0) }
  }

  /// Gives the site a copy of a file that stands elsewhere.
  package func copy(from sourcePath: String, to path: String) throws {
    try write(SitePath(path), try SourceFile(sourcePath))
  }

  /// Publishes what was written, and takes away what earlier builds wrote and this one did not.
  ///
  /// Where nothing differs nothing is touched. Throws `PublicationRefused` where files of others are in the way, else
  /// `FileFailure`; in both cases the last edition stands, and `abandon` clears away the new one.
  package func commit() throws -> PublicationSummary {
    let plan = try close()
    var summary = PublicationSummary()
    summary.written = plan.staged.count
    summary.unchanged = plan.after.paths.count - plan.staged.count
    if !plan.isEmpty {
      let publication = Publication(place: place, work: work, plan: plan, disk: disk, workers: workers)
      summary.removed = try publication.publish(edition)
    }
    // The site stands; what cannot be cleared away now is at the next build.
    try? work.remove()
    return summary
  }

  /// Clears away what was written aside and lets the next build have the output folder; nothing after a commit.
  package func abandon() {
    state.withLock { $0.isClosed = true }
    try? work.remove()
  }
}

extension Publisher {
  private func write(_ path: SitePath, _ content: some Content) throws {
    precondition(path.isPublishable, "'\(path.text)' is no path below the output folder")
    claim(path)
    guard let site = place.site else { return try stage(path, content, replacing: false) }
    let comparison = OutputComparison(site: site, before: before)
    if let obstacle = obstacle(to: path, comparison) { return refuse([obstacle]) }
    switch try comparison.compare(path, with: content) {
    case .same: break
    case .missing: try stage(path, content, replacing: false)
    case .changed: try stage(path, content, replacing: true)
    case .inTheWay(let paths): refuse(paths)
    }
  }

  private func claim(_ path: SitePath) {
    state.withLock { state in
      precondition(!state.isClosed, "'\(path.text)' comes after the end of the build")
      let earlier = state.fates.updateValue(.unchanged, forKey: path)
      precondition(earlier == nil, "'\(path.text)' is written twice")
    }
  }

  private func stage(_ path: SitePath, _ content: some Content, replacing: Bool) throws {
    try disk.makeFile(path, in: try edition().folder, content)
    state.withLock { $0.fates[path] = .staged(replacing: replacing) }
  }

  private func refuse(_ paths: [SitePath]) {
    state.withLock { $0.inTheWay += paths }
  }

  /// The nearest thing of others that stands where a folder of this path has to be.
  private func obstacle(to path: SitePath, _ comparison: OutputComparison) -> SitePath? {
    for folder in path.parents {
      if state.withLock({ $0.clearFolders.contains(folder) }) { return nil }
      if comparison.isObstructed(folder) { return folder }
      state.withLock { _ = $0.clearFolders.insert(folder) }
    }
    return nil
  }

  private func edition() throws -> Edition {
    try state.withLock { state in
      if let edition = state.edition { return edition }
      let edition = try Edition(in: work, replacing: place.site, disk: disk)
      state.edition = edition
      return edition
    }
  }

  private func close() throws -> PublicationPlan {
    let state = state.withLock { state in
      precondition(!state.isClosed, "a build is published once")
      state.isClosed = true
      return state
    }
    guard state.inTheWay.isEmpty else { throw PublicationRefused(inTheWay: state.inTheWay, of: output) }
    let staged = state.fates.compactMapValues { fate in
      if case .staged(let replacing) = fate { replacing } else { nil }
    }
    return PublicationPlan(staged: staged, before: before, after: Manifest(state.fates.keys, secrets: state.secrets))
  }
}
