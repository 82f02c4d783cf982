package import Diagnostics
package import Roster

/// A promise of a rota as its page states it: kept, or why not.
package struct KeptPromise: Sendable {
  /// `First response within 20 min`.
  package var words: String
  /// What says that it is not kept; `nil` where it is.
  package var broken: Diagnostic?
}

extension Schedule {
  /// What a rota promises, each with the check that found it broken.
  ///
  /// - Parameter faults: what `PromiseChecks` found for the whole schedule.
  package func promises(of rota: RotaSchedule, _ organisation: Organisation, faults: [Diagnostic]) -> [KeptPromise] {
    let files = [rota.rota.range.file, organisation.plans[rota.rota.id]?.file ?? ""]
    let own = faults.filter { fault in fault.range.map { files.contains($0.file) } ?? false }
    let broken = { (ids: Set<String>) in own.first { ids.contains($0.id) } }
    let practice = rota.rota.practice
    var promises: [KeptPromise] = []
    if let escalation = practice.escalation, let within = escalation.promise {
      promises.append(
        KeptPromise(
          words: "First response within \(within)",
          broken: broken(["promise-escalation", "promise-chain", "promise-hours"])))
    }
    promises += practice.responses.map { response in
      let fault = own.first { $0.id == "promise-reply" && $0.range == response.range }
      let hours = response.clock == .covered ? " of covered time" : ""
      return KeptPromise(words: "\(response.request): answered within \(response.within)\(hours)", broken: fault)
    }
    promises += coverage(of: rota.rota, organisation, faults)
    promises.append(KeptPromise(words: "Turns are published well ahead", broken: broken(["plan-notice"])))
    promises.append(KeptPromise(words: "Enough people for each seat", broken: broken(["rota-members"])))
    promises.append(KeptPromise(words: "Turns of a length that people can live with", broken: broken(["rota-turn"])))
    promises.append(KeptPromise(words: "Nobody serves far more or less than the share", broken: broken(["rota-share"])))
    return promises
  }

  private func coverage(of rota: Rota, _ organisation: Organisation, _ faults: [Diagnostic]) -> [KeptPromise] {
    organisation.teams.flatMap(\.coverage).filter { $0.promise != nil && $0.rotas.contains(rota.id) }.map { group in
      let fault = faults.first { $0.id == "coverage-gap" && $0.range == group.range }
      return KeptPromise(words: "\(group.title): \(group.promise ?? "")", broken: fault)
    }
  }
}
