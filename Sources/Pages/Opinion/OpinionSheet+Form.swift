internal import Compliance
internal import Documents
internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The first page: a form with its number, what is known of the project, the conclusion, and who signs.
extension OpinionSheet {
  /// What the sheet is called, as the bureau has it.
  var kindOfSheet: String { say(letterhead.title ?? OpinionWords.kindOfSheet) }

  /// What the project is called: as its data says, else as its file.
  var projectName: String { plan.facts[.projectName] ?? plan.name }

  var letterhead: Letterhead { city.project.letterhead }

  func masthead() -> Markup {
    tag("header") {
      if let bureau = letterhead.bureau { tag("p", ["class": "bureau"]) { say(bureau) } }
      tag("h1") { kindOfSheet }
      tag("p", ["class": "number"]) {
        if let number = letterhead.number {
          say(OpinionWords.number) + say(Marks.colon) + number
        } else {
          say(OpinionWords.number) + say(Marks.colon)
          say(OpinionWords.blankNumber)
        }
      }
      if let note = city.project.note {
        tag("p", ["class": "notice"]) {
          tag("b") { say(PageWords.pleaseNote) }
          say(note)
        }
      }
    }
  }

  /// What is known of the project, and blanks for what is not.
  func facts() -> Markup {
    tag("table", ["class": "facts"]) {
      tag("tbody") {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(OpinionWords.plan) }
          tag("td", ["colspan": "3"]) {
            tag("b") { projectName }
            if projectName != plan.name {
              tag("small", ["class": "id"]) { say(OpinionWords.planFile(plan.name)) }
            }
          }
        }
        factRow(
          (OpinionWords.developer, filled(.developer)), (OpinionWords.designer, filled(.designer)))
        factRow(
          (OpinionWords.site, filled(.site)),
          (OpinionWords.planningConditions, filled(.planningConditions)))
        factRow(
          (OpinionWords.typeOfReview, typeOfReview), (OpinionWords.submitted, filled(.submitted)))
        if plan.parcels.count > 0 {
          factRow(
            (OpinionWords.housingLand, Markup(housingLand)),
            (OpinionWords.households, Markup(sum(plan.parcels.households))))
          factRow(
            (OpinionWords.people, Markup(residents)),
            (
              OpinionWords.stages,
              Markup(
                plan.phases.isEmpty
                  ? say(OpinionWords.noStages) : say(OpinionWords.stageCount(plan.phases.count)))
            ))
        }
        factRow(
          (OpinionWords.place, Markup(say(city.project.name))),
          (
            OpinionWords.asOf,
            Markup(
              city.project.asOf.map { say($0.words) } ?? say(PageWords.notStated))
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
          tag("td", ["colspan": "3"]) { documents }
        }
      }
    }
  }

  /// Those in force, then drafts apart from them: they are no more than a reference.
  private var documents: Markup {
    let drafts = review.packs.filter { $0.document.status == .draft }
    let inForce = review.packs.filter { $0.document.status != .draft }
    return tag("ol", ["class": "documents"]) {
      for pack in inForce { tag("li") { document(pack) } }
      for pack in drafts {
        tag("li") {
          say(OpinionWords.forReference)
          document(pack)
        }
      }
    }
  }

  private func factRow(
    _ a: (name: LocalizedText, value: Markup), _ b: (name: LocalizedText, value: Markup)
  ) -> Markup {
    tag("tr") {
      for fact in [a, b] {
        tag("th", ["scope": "row"]) { say(fact.name) }
        tag("td") { fact.value }
      }
    }
  }

  /// What is known, else room to write it.
  private func filled(_ fact: PlanFact) -> Markup {
    plan.facts[fact].map { Markup($0) } ?? Markup("\u{00A0}")
  }

  private var typeOfReview: Markup {
    Markup(say(OpinionWords.reviewOfDesign(round: plan.facts[.round])))
  }

  private var housingLand: String {
    guard let landArea else { return say(OpinionWords.lots(plan.parcels.count)) }
    return landArea + say(Marks.bracketed(say(OpinionWords.lots(plan.parcels.count))))
  }

  private var residents: String {
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
    return residents
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
      + (missing == 0 ? "" : say(OpinionWords.parcelsNotGiven(missing)))
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

  /// Who reviewed and who answers for it: lines to sign on, and nothing that looks like a seal.
  func signatures() -> Markup {
    tag("div", ["class": "signatures"]) {
      tag("p", ["class": "office"]) {
        say(OpinionWords.reviewingBureau) + say(Marks.colon)
        if let bureau = letterhead.bureau { say(bureau) } else { tag("i") {} }
        " "
        say(OpinionWords.toBeSealed)
      }
      tag("div", ["class": "lines"]) {
        for label in [
          OpinionWords.reviewedBy, OpinionWords.checkedBy, OpinionWords.approvedBy,
          OpinionWords.date,
        ] {
          tag("div") {
            tag("span") { say(label) + say(Marks.lastColon) }
            if label == OpinionWords.date {
              tag("em") { say(OpinionWords.blankDate) }
            } else {
              tag("i") {}
            }
          }
        }
      }
      if !letterhead.copies.isEmpty {
        tag("p", ["class": "small"]) {
          say(OpinionWords.copies) + say(Marks.colon)
            + letterhead.copies.joined(separator: say(Marks.listComma))
        }
      }
      tag("p", ["class": "small"]) { say(OpinionWords.noPermit) }
    }
  }
}
