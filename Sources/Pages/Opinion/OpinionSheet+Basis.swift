internal import Compliance
internal import Documents
internal import Geodesy
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// What the opinion rests on.
  func basis() -> Markup {
    tag("ul", ["class": "notes"]) {
      for note in basisNotes { tag("li") { say(note) } }
    }
      + flagNotes()
  }

  /// What is behind the figures, for whoever repeats them: last, and apart from what is signed.
  func annex() -> Markup {
    tag("h3") { say(OpinionWords.annex) }
      + assumptionTable(city.project) + ownTargetTable()
      + inputTable()
      + packTable()
      + tag("p", ["class": "small"]) {
        say(PageWords.madeBy(version: imprint.engineVersion))
        librariesText
        workingPlane(of: city)
        say(OpinionWords.sameSheet)
      }
  }

  private var basisNotes: [LocalizedText] {
    var notes: [LocalizedText] = []
    if let day = city.project.asOf {
      notes.append(OpinionWords.forTheDay(day))
    }
    notes += [
      OpinionWords.worstCounts,
      OpinionWords.missingNeverPasses,
    ]
    if review.clauses.contains(where: { $0.attribution == .fair }) {
      notes.append(OpinionWords.sharedFairly)
    }
    let others = Set(review.clauses.compactMap(\.attribution)).subtracting([.fair])
    notes += Attribution.allCases.filter(others.contains).map(\.explanation)
    let network = city.inputs.first { $0.role == "network" }
    if let network {
      notes.append(OpinionWords.walksAlongStreets(of: network.path))
    }
    let isStraight = review.clauses.contains {
      $0.flags.contains(.straightLine) || $0.reachMetres != nil
    }
    if isStraight, network == nil {
      let detour = city.project.assumptions.detour.map { "\($0)" } ?? "1.3"
      notes.append(OpinionWords.walksAreStraight(times: detour))
    }
    for pack in review.packs where pack.rules.contains(where: { usesWalkingTime($0) }) {
      let speed = NumberWords.text(
        pack.walkingSpeed(stated: city.project.parameters["walking_speed"]))
      notes.append(OpinionWords.walkingSpeed(of: pack.title, speed))
    }
    if review.packs.contains(where: { $0.document.status == .draft }) {
      notes.append(OpinionWords.draftsAreNotInForce)
    }
    notes.append(PageWords.paraphrased)
    return notes
  }

  private func usesWalkingTime(_ rule: Rule) -> Bool {
    guard case .walkTime(_, speed: nil) = rule.check.reach else { return false }
    return numbers.keys.contains { $0.rule == rule.id }
  }

  /// The marks that stand in the table of clauses, in words.
  private func flagNotes() -> Markup {
    let flags = review.clauses.reduce(into: Flags()) { $0.formUnion($1.flags) }
    let used = Flags.all.filter {
      flags.contains($0.flag) && $0.flag != .advisory && $0.flag != .draft
    }
    guard !used.isEmpty else { return Markup() }
    return tag("dl", ["class": "flagnotes"]) {
      for entry in used {
        tag("dt") { tag("span", ["class": "label"]) { say(FlagWords.of(entry.name).label) } }
        tag("dd") { say(FlagWords.of(entry.name).explanation) }
      }
    }
  }
}
