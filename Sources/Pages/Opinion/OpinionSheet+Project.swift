internal import Compliance
internal import Documents
internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Quantities
internal import Wording

extension OpinionSheet {
  /// Rows of a table of plan data; the layers have all.
  private static var mostRows: Int { 60 }

  /// What is to be built, row by row and stage by stage.
  func project() -> Markup {
    (plan.parcels.count > 1 ? parcelTable() : Markup())
      + facilityTable()
      + stageTable()
      + overlapNotice()
  }

  private func parcelTable() -> Markup {
    let parcels = plan.parcels
    let hasPhases = parcels.phase.contains { $0 != nil }
    return table(
      "parcels", caption: say(OpinionWords.parcelsOfThePlan),
      head: [.text(say(OpinionWords.parcel)), .number(say(OpinionWords.households))]
        + [.number(say(OpinionWords.residents))]
        + (hasPhases ? [.number(say(OpinionWords.stage))] : [])
    ) {
      for row in (0..<parcels.count).prefix(Self.mostRows) {
        tag("tr") {
          nameCell(parcels.rows.ids[row], parcels.rows.names[row])
          amountCell(parcels.households[row])
          tag("td", ["class": "n"]) {
            people[row].map { NumberWords.text($0, decimals: 0) } ?? say(OpinionWords.notGiven)
            if parcels.population[row] == nil, people[row] != nil {
              tag("small") { say(OpinionWords.estimated) }
            }
          }
          if hasPhases { phaseCell(parcels.phase[row]) }
        }
      }
    } + more(parcels.count, in: FileName.planParcels)
  }

  private func facilityTable() -> Markup {
    let facilities = plan.facilities
    guard facilities.count > 0 else { return Markup() }
    let columns: [(title: String, values: [Amount?])] = [
      (say(OpinionWords.floorArea), facilities.floorArea),
      (say(OpinionWords.land), facilities.landArea),
      (say(OpinionWords.places), facilities.places), (say(OpinionWords.beds), facilities.beds),
    ].filter { column in column.1.contains { $0 != nil } }
    let hasPhases = facilities.phase.contains { $0 != nil }
    return table(
      "planned", caption: say(OpinionWords.facilitiesOfThePlan),
      head: [.text(say(PageWords.facility)), .text(say(PageWords.kind))]
        + columns.map { .number($0.title) } + (hasPhases ? [.number(say(OpinionWords.stage))] : [])
    ) {
      for row in (0..<facilities.count).prefix(Self.mostRows) {
        tag("tr") {
          nameCell(facilities.rows.ids[row], facilities.rows.names[row])
          tag("td") { say(imprint.kinds.all[facilities.kind[row]].name) }
          for column in columns { amountCell(column.values[row]) }
          if hasPhases { phaseCell(facilities.phase[row]) }
        }
      }
    } + more(facilities.count, in: FileName.planFacilities)
  }

  /// What stands, and what the clauses say of it, when each stage is finished.
  private func stageTable() -> Markup {
    guard !review.phases.isEmpty else { return Markup() }
    return table(
      "stages", caption: say(OpinionWords.stageByStage),
      head: [
        .text(say(OpinionWords.finished)), .number(say(OpinionWords.parcels)),
        .number(say(OpinionWords.facilities)), .text(say(PageWords.verdict)),
        .text(say(OpinionWords.failsWhat)), .text(say(OpinionWords.undecided)),
      ]
    ) {
      for phase in review.phases {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(OpinionWords.stage(phase.phase)) }
          stageCell(OpinionWords.parcels, "\(phase.parcels)", "n")
          stageCell(OpinionWords.facilities, "\(phase.facilities)", "n")
          tag("td", ["data-l": say(PageWords.verdict)]) { mark(phase.verdict) }
          for (verdict, title) in [
            (Verdict.fail, OpinionWords.failsWhat), (.unknown, OpinionWords.undecided),
          ] {
            let keys = phase.clauses.filter { $0.countedVerdict == verdict }.map(\.key)
            tag("td", ["data-l": say(title)]) { keys.isEmpty ? "–" : references(to: keys) }
          }
        }
      }
    }
      + tag("p", ["class": "small"]) {
        say(OpinionWords.withoutStages)
      }
  }

  /// A cell that says on a narrow screen what it is about.
  private func stageCell(_ title: LocalizedText, _ text: String, _ look: String) -> Markup {
    tag("td", ["class": look, "data-l": say(title)]) { text }
  }

  private func overlapNotice() -> Markup {
    guard !review.overlaps.isEmpty else { return Markup() }
    let pairs = review.overlaps.map { overlap in
      let area = NumberWords.text(Amount(rounding: overlap.area) ?? .zero, decimals: 0)
      return say(OpinionWords.overlap(of: overlap.planParcel, on: overlap.parcel, area: area))
    }
    return tag("p", ["class": "notice"]) {
      tag("b") { say(OpinionWords.pleaseCheck) }
      say(OpinionWords.overlaps(list(pairs)))
    }
  }

  // MARK: Cells

  func nameCell(_ id: String, _ name: String?) -> Markup {
    tag("th", ["scope": "row"]) {
      name ?? id
      if name != nil { tag("small", ["class": "id"]) { id } }
    }
  }

  private func amountCell(_ amount: Amount?) -> Markup {
    tag("td", ["class": "n"]) { amount.map { NumberWords.text($0) } ?? "–" }
  }

  private func phaseCell(_ phase: Int?) -> Markup {
    tag("td", ["class": "n"]) { phase.map { "\($0)" } ?? "–" }
  }

  private func more(_ count: Int, in file: String) -> Markup {
    guard count > Self.mostRows else { return Markup() }
    return tag("p", ["class": "small"]) {
      say(OpinionWords.firstRows(Self.mostRows, of: count, file: file))
    }
  }
}
