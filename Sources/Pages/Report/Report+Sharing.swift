internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  private static var mostGroups: Int { 20 }
  /// Names spelled out per group.
  private static var mostNames: Int { 4 }

  /// Whether any rule divides shared supply.
  var hasSharing: Bool { result.findings.contains { $0.attribution == .fair } }

  /// What double counting hides, and where supply that is shared is too little.
  func sharing() -> Markup { comparisons() + shortages() }

  /// By rule: parcels that pass under each way of counting.
  private func comparisons() -> Markup {
    table(
      "sharing",
      caption: say(
        "Parcels that pass, by how shared facilities are counted. Fair is the verdict; counted for"
          + " everyone in reach is what a drawn circle shows",
        "按设施计入方式统计的达标小区数。“公平分配”为正式结论；“可达全计”即画圈法的结果，存在重复计算"),
      head: [
        .number(say("No.", "序号")), .text(say("Clause", "条款")),
        .number(say("on site only", "仅计自有")), .number(say("fair", "公平分配")),
        .number(say("pooled in the circle", "圈内合计")), .number(say("all in reach", "可达全计")),
        .number(say("hidden by double counting", "重复计算掩盖")),
        .text(say("which (all in parcels.geojson)", "所涉小区（全部见 parcels.geojson）")),
      ]
    ) {
      for (index, findings) in result.findings.enumerated() where !findings.comparisons.isEmpty {
        comparisonRow(index, findings)
      }
    }
  }

  private func comparisonRow(_ index: Int, _ findings: RuleFindings) -> Markup {
    func verdicts(_ attribution: Attribution) -> [Verdict] {
      findings.comparisons.first { $0.attribution == attribution }?.verdicts ?? []
    }
    func passes(_ verdicts: [Verdict]) -> Int { verdicts.count { $0 == .pass } }
    let inReach = verdicts(.inReach)
    let hidden = inReach.indices.filter {
      findings.verdicts[$0] == .fail && inReach[$0] == .pass
    }.map { Int32($0) }
    return tag("tr") {
      tag("td", ["class": "n"]) { reference(to: index) }
      tag("td") { say(findings.rule.says) }
      countCell(passes(verdicts(.onSite)))
      countCell(passes(findings.verdicts))
      countCell(passes(verdicts(.pooled)))
      countCell(passes(verdicts(.inReach)))
      countCell(hidden.count)
      tag("td", ["class": "small"]) { names(hidden, of: city.parcels.rows) }
    }
  }

  /// The groups that miss most of what they need, worst first.
  private func shortages() -> Markup {
    let groups = rankedGroups()
    guard !groups.isEmpty else {
      return tag("p") {
        say("No parcels share too little.", "没有因共享设施不足而不达标的小区组。")
      }
    }
    let all = result.findings.reduce(0) { $0 + $1.shortageGroups.count }
    return table(
      "shortages",
      caption: say(
        "The \(groups.count) worst of \(all) groups of parcels that share too little; all are in"
          + " shortage_groups.geojson",
        "共享不足的小区组共\(all)组，列出最严重的\(groups.count)组；全部见 shortage_groups.geojson"),
      head: [
        .text(say("Group", "组")), .number(say("No.", "条款")), .text(say("Parcels", "小区")),
        .text(say("Facilities they share", "共用设施")), .number(say("need", "需求")),
        .number(say("have", "可得")), .number(say("missing", "缺口")),
        .number(say("served", "满足率")),
      ]
    ) {
      for group in groups { groupRow(group) }
    }
  }

  private struct RankedGroup {
    let finding: Int
    let number: Int
    let group: ShortageGroup
  }

  /// By what share is missing, then by how many parcels are in it: a group of one that reaches
  /// nothing says less than twenty that share one place.
  private func rankedGroups() -> [RankedGroup] {
    let all = result.findings.enumerated().flatMap { finding, findings in
      findings.shortageGroups.enumerated().map {
        RankedGroup(finding: finding, number: $0.offset, group: $0.element)
      }
    }
    func missing(_ group: RankedGroup) -> Double {
      group.group.need == 0
        ? 0 : Double(group.group.need - group.group.supply) / Double(group.group.need)
    }
    return all.sorted { a, b in
      let first = (missing(a) * Double(a.group.parcels.count), -a.finding, -a.number)
      let second = (missing(b) * Double(b.group.parcels.count), -b.finding, -b.number)
      return first > second
    }.prefix(Self.mostGroups).map { $0 }
  }

  private func groupRow(_ ranked: RankedGroup) -> Markup {
    let group = ranked.group
    let findings = result.findings[ranked.finding]
    func cell(_ micros: Int64) -> Markup {
      numberCell(
        UnitWords.text(
          NumberWords.text(Amount(micros: micros)), findings.shortfallUnit, language),
        sortKey: Amount(micros: micros).double)
    }
    return tag("tr") {
      tag("th", ["scope": "row"]) {
        edition.name(ofGroup: ranked.number, ofFinding: ranked.finding)
      }
      tag("td", ["class": "n"]) { reference(to: ranked.finding) }
      tag("td", ["class": "small"]) { names(group.parcels, of: city.parcels.rows) }
      tag("td", ["class": "small"]) {
        group.facilities.isEmpty
          ? say("none in reach", "无可达设施") : names(group.facilities, of: city.facilities.rows)
      }
      cell(group.need)
      cell(group.supply)
      cell(group.shortfall)
      numberCell(
        NumberWords.percent(Double(group.supply), of: Double(group.need)),
        sortKey: group.need == 0 ? nil : Double(group.supply) / Double(group.need))
    }
  }

  /// The first few names, and how many more.
  private func names(_ members: [Int32], of rows: SubjectRows) -> String {
    let first = members.prefix(Self.mostNames).map {
      rows.names[Int($0)] ?? rows.ids[Int($0)]
    }.joined(separator: say(", ", "、"))
    let more = members.count - Self.mostNames
    return more > 0 ? first + say(" and \(more) more", "等\(members.count)个") : first
  }
}
