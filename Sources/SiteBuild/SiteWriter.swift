import Diagnostics
import Files
import Publishing
import Rendering
import Search
import Site
import Synchronization
import Templates

/// Renders every page and file of a site and hands them to the publisher; without one it only finds faults.
struct SiteWriter {
  let build: Build
  let model: SiteModel
  let templates: TemplateSet
  let publisher: Publisher?
  let materials: PageMaterials
  private let offline: OfflineFiles
  private let rosterPages: [RosterPage]

  init(
    build: Build, model: SiteModel, templates: TemplateSet, publisher: Publisher?, materials: PageMaterials
  ) {
    self.build = build
    self.model = model
    self.templates = templates
    self.publisher = publisher
    self.materials = materials
    rosterPages = RosterPage.all(model)
    offline = OfflineFiles(model, rosterPages)
  }

  func write(drafts: [String], theme: ThemeFiles) throws {
    let links = build.links(model, drafts: drafts)
    // These first: the list of all pages is large, and is gone before the handbook's findings come.
    let rosterPlaces = try writeRosterPages()
    let (findings, collectors) = try writeHandbook(links)
    let asked = FragmentCheck.asked(findings)
    let places = rosterPlaces.merging(try writeHandbookPages(GatheredTexts(findings), asked)) { own, _ in own }
    build.collector.report(findings.flatMap { $0?.diagnostics ?? [] })
    build.collector.report(FragmentCheck(findings: findings, places: places).diagnostics)
    build.collector.report(
      OrphanCheck(handbook: model.handbook, findings: findings, playbooks: playbooks).diagnostics)
    try writeLinkReport(findings.flatMap { $0?.external ?? [] })
    for redirect in model.redirects {
      try publisher?.write(redirect.address.file, RedirectPage(redirect, model).html(templates))
    }
    try RosterFilesWriter(build: build, model: model, publisher: publisher).write()
    try writeSearch(collectors)
    try writeSiteFiles(theme)
    for path in build.files.assets { try publisher?.copy(from: build.files.root + "content/" + path, to: path) }
  }

  /// What was found in each entry of the handbook, by its position, and what the search knows of them.
  private func writeHandbook(_ links: LinkIndex) throws -> ([PageWriter.Findings?], [SearchCollector]) {
    let entries = model.handbook.entries
    let order = entries.indices.sorted { entries[$0].parent < entries[$1].parent }
    let findings = Mutex([PageWriter.Findings?](repeating: nil, count: entries.count))
    let collectors = Mutex<[SearchCollector]>([])
    let (model, templates, root, publisher) = (model, templates, build.files.root, publisher)
    let (materials, offline, backlinks) = (materials, offline, try backlinks(links))
    try inParallel(
      order.count, jobs: build.request.jobs,
      worker: HandbookWorker(
        PageWriter(
          model: model, templates: templates, links: links, materials: materials, backlinks: backlinks,
          isSearched: publisher != nil),
        root: root)
    ) { worker, position in
      let index = order[position]
      var found = try worker.write(index, entries[index])
      try publisher?.write(entries[index].address.file, worker.html)
      offline.note(entries[index].address.file, worker.html)
      for file in worker.collect(found.document, at: position) { try publisher?.write(file) }
      found.document = nil
      findings.withLock { [found] in $0[index] = found }
    } finish: { worker in
      collectors.withLock { [search = worker.search] in $0.append(search) }
    }
    return (findings.withLock { $0 }, collectors.withLock { $0 })
  }

  /// The files of the search: what is made from the roster comes behind the handbook's pages.
  private func writeSearch(_ collectors: [SearchCollector]) throws {
    guard let publisher else { return }
    let documents = SearchDocuments(model)
    var roster = SearchCollector()
    // Chunks of positions go to one collector each.
    let first = (model.handbook.entries.count + 63) / 64 * 64
    for (offset, document) in documents.roster.enumerated() { roster.add(document, at: first + offset) }
    for file in SearchIndex(collectors + [roster]).files + [documents.now] {
      try publisher.write(file)
      // Words and titles; the texts are found in the pages.
      if !file.path.hasPrefix("search/text/") { offline.add(file.path, file.bytes) }
    }
  }

  /// The report stands beside the other data files; a site without any has it where a page links out.
  private func writeLinkReport(_ links: [PageLinks.External]) throws {
    guard let publisher, model.hasRoster || !links.isEmpty else { return }
    try publisher.write(Places.linkReport.file, ExternalLinks(links).file)
    try publisher.write(ExternalLinks.schema.0.file, ExternalLinks.schema.1)
  }

  private var playbooks: [Int] {
    model.organisation.rotas.compactMap { rota in
      rota.practice.playbook.flatMap { model.handbook.bySource[$0.path] }
    }
  }

  /// The pages made from the roster; the answer is which places each of them has.
  private func writeRosterPages() throws -> [Address: [String]] {
    let (pages, offline) = (rosterPages, offline)
    let places = Mutex<[Address: [String]]>([:])
    let (model, templates, publisher) = (model, templates, publisher)
    try inParallel(pages.count, jobs: build.request.jobs, chunk: 4, worker: ()) { _, position in
      let html = pages[position].html(model, templates)
      places.withLock { $0[pages[position].address] = HTMLPlaces.ids(in: html) }
      try publisher?.write(pages[position].address.file, html)
      offline.note(pages[position].address.file, html)
    }
    return places.withLock { $0 }
  }

  /// The pages made from those of the handbook; the answer is which places each of them has that links lead into.
  private func writeHandbookPages(_ texts: GatheredTexts, _ asked: Set<Address>) throws -> [Address: [String]] {
    var places: [Address: [String]] = [:]
    for page in model.handbookPages {
      let html = page.html(model, templates, texts)
      if asked.contains(page.address) { places[page.address] = HTMLPlaces.ids(in: html) }
      try publisher?.write(page.address.file, html)
    }
    return places
  }

  private func writeSiteFiles(_ theme: ThemeFiles) throws {
    guard let publisher else { return }
    let files = SiteFiles(model)
    let pages =
      rosterPages.filter(\.isFound).map(\.address)
      + model.handbookPages.filter(\.isFound).map(\.address)
    if let sitemap = files.sitemap(pages) { try publisher.write("sitemap.xml", sitemap) }
    try publisher.write("robots.txt", files.robots())
    if let feed = model.feedBytes { try publisher.write(Places.siteFeed.file, feed) }
    for asset in theme.assets {
      try publisher.write("theme/" + asset.name, asset.bytes)
      offline.add("theme/\(asset.name)?v=\(theme.version)", asset.bytes)
    }
    try publisher.write("sw.js", offline.script(version: theme.version))
  }
}

/// What one thread needs to write pages: a renderer and buffers that are used again.
struct HandbookWorker {
  private let writer: PageWriter
  private let root: String
  private var source: [UInt8] = []
  private(set) var html: [UInt8] = []
  private(set) var search = SearchCollector()

  init(_ writer: PageWriter, root: String) {
    self.writer = writer
    self.root = root
  }

  /// Takes a page into the search; the answer is the files that are complete with it.
  mutating func collect(_ document: SearchDocument?, at position: Int) -> [SearchFile] {
    guard let document else { return [] }
    search.add(document, at: position)
    return search.takeFiles()
  }

  mutating func write(_ index: Int, _ entry: Handbook.Entry) throws -> PageWriter.Findings {
    html.removeAll(keepingCapacity: true)
    guard !entry.isImplied else {
      return writer.write(index, body: UnsafeBufferPointer(start: nil, count: 0), into: &html)
    }
    try readFile(root + "content/" + entry.page.source, into: &source)
    let isValid = source.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    var found = source.withUnsafeBufferPointer { bytes in
      let start = min(entry.page.bodyOffset, bytes.count)
      return writer.write(index, body: UnsafeBufferPointer(rebasing: bytes[start...]), into: &html)
    }
    if !isValid { found.diagnostics = [SourceFiles.notUTF8("content/" + entry.page.source, source)] }
    return found
  }
}

extension Publisher {
  fileprivate func write(_ file: SearchFile) throws { try write(file.path, file.bytes) }
}
