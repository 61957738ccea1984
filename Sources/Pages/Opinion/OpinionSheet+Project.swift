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
      residents = say("not stated", "未提供")
    } else if estimated == parcels.count {
      residents += say(" (estimated)", "（估算）")
    } else if estimated > 0 {
      residents += say(
        " (\(many(estimated, "parcel", "parcels")) estimated)", "（其中\(estimated)个地块为估算）")
    }
    let missing = people.count { $0 == nil }
    if missing > 0, missing < people.count {
      residents += say("; \(many(missing, "parcel", "parcels")) not stated", "；\(missing)个地块未提供")
    }
    return tag("table", ["class": "facts"]) {
      tag("tbody") {
        tag("tr") {
          tag("th", ["scope": "row"]) { say("Plan", "项目名称") }
          tag("td", ["colspan": "3"]) { tag("b") { plan.name } }
        }
        factRow(
          (say("Place", "所在地区"), say(city.project.name)),
          (
            say("As of", "审查基准日"),
            city.project.asOf.map { "\($0)" } ?? say("not stated", "未注明")
          ))
        factRow(
          (
            say("Parcels", "住宅地块"),
            say("\(parcels.count)", "\(parcels.count)个")
              + (landArea.map { say(" (\($0))", "（\($0)）") } ?? "")
          ),
          (say("Households", "户数"), sum(parcels.households)))
        factRow(
          (say("Residents", "居住人口"), residents),
          (
            say("Stages", "建设分期"),
            plan.phases.isEmpty
              ? say("none stated", "未分期") : say("\(plan.phases.count)", "分\(plan.phases.count)期")
          ))
        tag("tr") {
          tag("th", ["scope": "row"]) { say("Facilities", "配建设施") }
          tag("td", ["colspan": "3"]) { facilitySummary }
        }
        tag("tr") {
          tag("th", ["scope": "row"]) { say("Documents", "审查依据") }
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
    return NumberWords.text(hectares) + say("\u{00A0}ha", "公顷")
  }

  private func sum(_ counts: [Amount?]) -> String {
    let known = counts.compactMap { $0 }
    guard !known.isEmpty else { return say("not stated", "未提供") }
    let missing = counts.count - known.count
    return NumberWords.text(known.reduce(.zero, +))
      + (missing == 0
        ? "" : say("; \(many(missing, "parcel", "parcels")) not stated", "；\(missing)个地块未提供"))
  }

  /// How many of each kind.
  private var facilitySummary: String {
    guard plan.facilities.count > 0 else { return say("none planned", "未规划") }
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
      return say("\(entry.count) × \(name)", "\(name)\(entry.count)处")
    }.joined(separator: say(", ", "、"))
  }

  private func parcelTable() -> Markup {
    let parcels = plan.parcels
    let hasPhases = parcels.phase.contains { $0 != nil }
    return table(
      "parcels", caption: say("Parcels of the plan", "规划地块"),
      head: [.text(say("Parcel", "地块")), .number(say("Households", "户数"))]
        + [.number(say("Residents", "人口"))] + (hasPhases ? [.number(say("Stage", "期次"))] : [])
    ) {
      for row in (0..<parcels.count).prefix(Self.mostRows) {
        tag("tr") {
          nameCell(parcels.rows.ids[row], parcels.rows.names[row])
          amountCell(parcels.households[row])
          tag("td", ["class": "n"]) {
            people[row].map { NumberWords.text($0, decimals: 0) } ?? say("not stated", "未提供")
            if parcels.population[row] == nil, people[row] != nil {
              tag("small") { say(" (estimated)", "（估算）") }
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
      (say("Floor area, m²", "建筑面积（m²）"), facilities.floorArea),
      (say("Land, m²", "用地面积（m²）"), facilities.landArea),
      (say("Places", "托位（个）"), facilities.places), (say("Beds", "床位（张）"), facilities.beds),
    ].filter { column in column.1.contains { $0 != nil } }
    let hasPhases = facilities.phase.contains { $0 != nil }
    return table(
      "planned", caption: say("Facilities of the plan", "规划配建设施"),
      head: [.text(say("Facility", "设施")), .text(say("Kind", "类型"))]
        + columns.map { .number($0.title) } + (hasPhases ? [.number(say("Stage", "期次"))] : [])
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
      "stages", caption: say("Stage by stage: what stands by then", "分期审查：各期完成时的情况"),
      head: [
        .text(say("Finished", "完成至")), .number(say("Parcels", "地块")),
        .number(say("Facilities", "设施")), .text(say("Verdict", "结论")),
        .text(say("Does not comply with", "不符合")), .text(say("Undecided", "无法判定")),
      ]
    ) {
      for phase in review.phases {
        tag("tr") {
          tag("th", ["scope": "row"]) { say("Stage \(phase.phase)", "第\(phase.phase)期") }
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
        say(
          "Housing without a stage stands from the first, a facility without one only with the last.",
          "未注明期次的住宅按第一期计，未注明期次的设施按最后一期计。")
      }
  }

  private func overlapNotice() -> Markup {
    guard !review.overlaps.isEmpty else { return Markup() }
    let pairs = review.overlaps.map { overlap in
      let area = NumberWords.text(Amount(rounding: overlap.area) ?? .zero, decimals: 0)
      return say(
        "\(overlap.planParcel) on \(overlap.parcel) (\(area) m²)",
        "\(overlap.planParcel) 与 \(overlap.parcel)（\(area) m²）")
    }
    return tag("p", ["class": "notice"]) {
      tag("b") { say("Please check. ", "请核实：") }
      say(
        "The plan lies on parcels that are there already: \(list(pairs)). They were taken to stay;"
          + " if they are to be cleared, take them out of the city's layer and review again.",
        "规划地块与既有小区重叠：\(list(pairs))。审查时按既有小区保留处理；如将拆除，请从现状图层中删除后重新审查。")
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
    tag("td", ["class": "n"]) { amount.map { NumberWords.text($0) } ?? say("–", "–") }
  }

  private func phaseCell(_ phase: Int?) -> Markup {
    tag("td", ["class": "n"]) { phase.map { "\($0)" } ?? "–" }
  }

  private func more(_ count: Int, in file: String) -> Markup {
    guard count > Self.mostRows else { return Markup() }
    return tag("p", ["class": "small"]) {
      say(
        "The first \(Self.mostRows) of \(count); all are in \(file).",
        "共\(count)个，仅列前\(Self.mostRows)个，全部见 \(file)。")
    }
  }
}
