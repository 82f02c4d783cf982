import Publishing
import Rendering
import Roster
import Synchronization

/// Writes the feeds and the data files, several at once.
struct RosterFilesWriter {
  let build: Build
  let model: SiteModel
  let publisher: Publisher?

  func write() throws {
    guard let publisher, model.hasRoster else { return }
    let feeds = Feeds(model, try events())
    try build.checkSequences(of: feeds, feeds.all())
    let files = self.files(feeds)
    try inParallel(files.count, jobs: build.request.jobs, chunk: 1, worker: ()) { _, position in
      let file = files[position]
      try publisher.write(file.path, file.bytes(), isSecret: file.isSecret)
    }
  }

  private func events() throws -> [RotaEvents] {
    let rotas = model.schedule.rotas.count
    let events = Mutex([RotaEvents?](repeating: nil, count: rotas))
    let model = model
    try inParallel(rotas, jobs: build.request.jobs, chunk: 1, worker: ()) { _, rota in
      let made = RotaEvents(model, rota: rota)
      events.withLock { $0[rota] = made }
    }
    return events.withLock { $0.compactMap { $0 } }
  }

  /// A file that is made when its turn comes.
  private struct File: Sendable {
    var path: String
    var isSecret = false
    var bytes: @Sendable () -> [UInt8]
  }

  private func files(_ feeds: Feeds) -> [File] {
    let data = DataFiles(model)
    var files = [
      File(path: Places.quarter.file) { [model] in QuarterPicture(model).svg },
      File(path: Places.allFeed.file) { feeds.all() }, File(path: Places.gapFeed.file) { feeds.gaps() },
      File(path: Places.nowData.file) { data.now() }, File(path: Places.fairnessData.file) { data.fairness() },
      File(path: Places.peopleData.file) { data.people() }, File(path: Places.expertsData.file) { data.experts() },
      File(path: Places.usergroupsData.file) { data.usergroups() },
    ]
    for schedule in model.schedule.rotas {
      let rota = schedule.rota
      files.append(File(path: Places.feed(rota.id).file) { feeds.rota(rota) })
      files += rota.seats.map { seat in File(path: Places.feed(rota.id, seat.id).file) { feeds.seat(seat, of: rota) } }
      files.append(File(path: Places.topic(rota.id).file) { data.topic(schedule) })
      files.append(File(path: Places.badge(rota.id).file) { [model] in Badge(schedule, model).svg })
      files.append(File(path: Places.tickets(rota.id).file) { data.tickets(schedule) })
      files.append(File(path: Places.data(rota.id).file) { data.rota(schedule) })
    }
    files += model.organisation.people.compactMap { person in
      model.feed(of: person.id).map { address in
        File(path: address.file, isSecret: model.settings.hasSecretFeeds) { feeds.person(person, at: address) }
      }
    }
    files += model.organisation.teams.map { team in File(path: Places.feed(team.id).file) { feeds.team(team) } }
    files += FeedCodes(model).files.map { code in File(path: code.path) { code.bytes() } }
    return files + DataFiles.schemas.map { schema in File(path: schema.0.file) { schema.1 } }
  }
}
