internal import Compliance
internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Quantities
internal import Wording

extension OpinionSheet {
  /// Rows of a table of plan data; the layers have all.
  private static var mostRows: Int { 60 }

  /// What is to be built.
  func project() -> Markup {
    facts()
      + (plan.parcels.count > 1 ? parcelTable() : Markup())
      + facilityTable()
      + stageTable()
      + overlapNotice()
  }

  private func facts() -> Markup {
    let parcels = plan.parcels
    let total = people.compactMap { $0 }.reduce(.zero, +)
    let estimated = (0..<parcels.count).count { parcels.population[$0] == nil && people[$0] != nil }
    var residents = NumberWords.text(total, decimals: 0)
    if people.allSatisfy({ $0 == nil }) {
      residents = say(OpinionWords.notGiven)
    } else if estimated == parcels.count {
      residents += say(OpinionWords.estimated)
    } else if estimated > 0 {
      residents += say(OpinionWords.estimatedParcels(estimated))
    }
    let missing = people.count { $0 == nil }
    if missing > 0, missing < people.count {
      residents += say(OpinionWords.parcelsNotGiven(missing))
    }
    return tag("table", ["class": "facts"]) {
      tag("tbody") {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(OpinionWords.plan) }
          tag("td", ["colspan": "3"]) { tag("b") { plan.name } }
        }
        factRow(
          (say(OpinionWords.place), say(city.project.name)),
          (
            say(OpinionWords.asOf),
            city.project.asOf.map { "\($0)" } ?? say(PageWords.notStated)
          ))
        factRow(
          (
            say(OpinionWords.housingParcels),
            say(OpinionWords.parcelCount(parcels.count))
              + (landArea.map { say(Marks.bracketed($0)) } ?? "")
          ),
          (say(OpinionWords.households), sum(parcels.households)))
        factRow(
          (say(OpinionWords.people), residents),
          (
            say(OpinionWords.stages),
            plan.phases.isEmpty
              ? say(OpinionWords.noStages) : say(OpinionWords.stageCount(plan.phases.count))
          ))
        tag("tr") {
          tag("th", ["scope": "row"]) { say(OpinionWords.plannedFacilities) }
          tag("td", ["colspan": "3"]) {
            facilitySummary
            if !review.onSite.isEmpty {
              tag("small", ["class": "remark"]) {
                say(FacilityOnSite.heading) + say(Marks.colon)
                  + list(review.onSite.map { name(ofFacility: $0.facility) })
              }
            }
          }
        }
        tag("tr") {
          tag("th", ["scope": "row"]) { say(OpinionWords.documents) }
          tag("td", ["colspan": "3"]) {
            tag("ol", ["class": "documents"]) {
              for pack in review.packs { tag("li") { document(pack) } }
            }
          }
        }
      }
    }
  }

  private func factRow(_ a: (name: String, value: String), _ b: (name: String, value: String))
    -> Markup
  {
    tag("tr") {
      for fact in [a, b] {
        tag("th", ["scope": "row"]) { fact.name }
        tag("td") { fact.value }
      }
    }
  }

  /// `3.96 ha`, on the ground.
  private var landArea: String? {
    let column = plan.parcels.rows.wgs84
    var area = 0.0
    for row in 0..<column.count where column.kinds[row].isPolygon {
      for part in column.parts(of: row) {
        for (place, ring) in column.rings(of: part).enumerated() {
          let vertices = column.vertices(of: ring)
          let ringArea = Geodesic.wgs84.areaSquareMetres(
            longitudes: column.x[vertices].span, latitudes: column.y[vertices].span)
          area += place == 0 ? ringArea : -ringArea
        }
      }
    }
    guard area > 0, let hectares = Amount(rounding: area / 10_000) else { return nil }
    return NumberWords.text(hectares) + say(OpinionWords.hectares)
  }

  private func sum(_ counts: [Amount?]) -> String {
    let known = counts.compactMap { $0 }
    guard !known.isEmpty else { return say(OpinionWords.notGiven) }
    let missing = counts.count - known.count
    return NumberWords.text(known.reduce(.zero, +))
      + (missing == 0
        ? "" : say(OpinionWords.parcelsNotGiven(missing)))
  }

  /// How many of each kind.
  private var facilitySummary: String {
    guard plan.facilities.count > 0 else { return say(OpinionWords.nonePlanned) }
    var counts: [(kind: Int, count: Int)] = []
    for kind in plan.facilities.kind {
      if let place = counts.firstIndex(where: { $0.kind == kind }) {
        counts[place].count += 1
      } else {
        counts.append((kind, 1))
      }
    }
    return counts.map { entry in
      let name = say(imprint.kinds.all[entry.kind].name)
      return say(OpinionWords.facilityCount(entry.count, of: name))
    }.joined(separator: say(Marks.listComma))
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
          countCell(phase.parcels)
          countCell(phase.facilities)
          tag("td") { mark(phase.verdict) }
          for verdict in [Verdict.fail, .unknown] {
            let keys = phase.clauses.filter { $0.countedVerdict == verdict }.map(\.key)
            tag("td") { keys.isEmpty ? "–" : references(to: keys) }
          }
        }
      }
    }
      + tag("p", ["class": "small"]) {
        say(OpinionWords.withoutStages)
      }
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
