import Compliance
import Documents
import GeoData
import Measuring
import Planning
import Publishing
import Quantities
import Rules
import Wording

/// An explanation, for a terminal.
struct WhyText {
  let found: Explanation
  let city: City
  let kinds: FacilityKinds
  let console: Console

  private var language: Language { console.language }
  private var rule: AppliedRule { found.rule }
  private var naming: Naming { .plain(kinds: kinds) }

  private func say(_ text: LocalizedText) -> String { text[language] }

  var text: String {
    var rows: [(String, [String])] = [
      (say(WhyWords.clause), [clause])
    ]
    if !found.values.isEmpty {
      rows.append(
        (
          say(WhyWords.read),
          [found.values.map { $0.words(naming, language) }.joined(separator: say(Marks.semicolon))]
        ))
    }
    if let required { rows.append((say(WhyWords.required), [required])) }
    if found.measured.isFinite {
      rows.append(
        (
          say(WhyWords.measured),
          [
            UnitWords.text(
              NumberWords.measured(found.measured, against: found.required?.figure), rule.unit,
              language)
          ]
        ))
    }
    if let shortfall = found.shortfall {
      rows.append(
        (
          say(WhyWords.missing),
          [
            say(
              MissingWords.cell(
                MissingWords.text(shortfall, found.shortfallUnit, language),
                isExcess: found.isExcess))
          ]
        ))
    }
    rows += facilities
    if let cut = found.cut { rows.append((say(WhyWords.shared), [words(of: cut)])) }
    let remarks =
      (found.reason.map { [say($0.sentence(naming))] } ?? [])
      + Flags.all.filter { found.flags.contains($0.flag) }.map {
        say(FlagWords.of($0.name).label) + say(Marks.colon) + say(FlagWords.of($0.name).explanation)
      }
    if !remarks.isEmpty { rows.append((say(WhyWords.remarks), remarks)) }
    let width = rows.map { TextTable.width($0.0) }.max() ?? 0
    var lines = [subject, "\(say(found.verdict.label))  \(say(rule.says))"]
    for (name, values) in rows {
      for (index, value) in values.enumerated() {
        let label = index == 0 ? name : ""
        lines.append(
          "  " + label + String(repeating: " ", count: width - TextTable.width(label)) + "  "
            + value)
      }
    }
    return lines.joined(separator: "\n").replacing("\u{00A0}", with: " ")
  }

  // MARK: The head

  private var subject: String {
    let subject = found.subject
    guard subject.table != .territory else { return say(WhyWords.territory) }
    if subject.id == WhyCommand.pointID { return say(WhyWords.point) }
    let name = subject.name.map { $0 + say(Marks.bracketed(subject.id)) } ?? subject.id
    guard let row = subject.sourceRow else { return name }
    return name + "  " + say(WhyWords.place(file: file(of: subject.table), row: row))
  }

  private func file(of table: SubjectTable) -> String? {
    let role =
      switch table {
      case .parcels: "parcels"
      case .facilities: "facilities"
      case .units: "units"
      case .territory: ""
      }
    let files = city.inputs.filter { $0.role == role }
    return files.count == 1 ? files[0].path : nil
  }

  private var clause: String {
    let home = rule.pack.home(of: rule.rule)
    return say(PageWords.title(home.title)) + " \(rule.clause)"
      + say(Marks.bracketed("\(rule.key), \(say(WhyWords.standing(of: rule)))"))
  }

  private var required: String? {
    var parts: [String] = []
    if let threshold = rule.threshold, let required = found.required {
      let lower = NumberWords.text(required.figure, decimals: 6)
      let upper = required.upper.map { say(Marks.range) + NumberWords.text($0, decimals: 6) } ?? ""
      parts.append(
        (upper.isEmpty ? threshold.comparison.symbol + " " : "")
          + UnitWords.text(lower + upper, rule.unit, language))
    }
    if let reach = rule.check.reach { parts.append(say(reach.words)) }
    if let reach = found.reach { parts.append(say(WhyWords.limit(reach))) }
    return parts.isEmpty ? nil : parts.joined(separator: say(Marks.comma))
  }

  // MARK: Facilities

  private var facilities: [(String, [String])] {
    guard !found.facilities.isEmpty || rule.check.measuresCover else { return [] }
    let counted = found.facilities.filter(\.isCounted).map(line)
    let others = found.facilities.filter { !$0.isCounted }.map(line)
    let keepsAway = rule.check.keepsAway
    return [
      (
        say(keepsAway ? WhyWords.near : WhyWords.counted),
        counted.isEmpty ? [say(WhyWords.none)] : counted
      )
    ]
      + (others.isEmpty
        ? [] : [(say(keepsAway ? WhyWords.notNear : WhyWords.notCounted), others)])
  }

  private func line(_ facility: ConsideredFacility) -> String {
    let kind = facility.kind >= 0 ? kinds.all[facility.kind].name : WhyWords.unknownKind
    var parts: [String] = []
    if let way = facility.way, way.best.isFinite {
      parts.append(NumberWords.length(metres: way.best))
    }
    if let offers = facility.offers, let measure = rule.check.asked.measure {
      parts.append(
        say(ConditionWords.of(measure.name)) + " " + NumberWords.text(offers))
    }
    parts += facility.obstacles.map {
      say($0.sentence(naming, kind: kind, keepsAway: rule.check.keepsAway))
    }
    if let otherwise = facility.otherwise {
      parts.append(
        say(facility.isCounted ? WhyWords.without(otherwise) : WhyWords.ifCounted(otherwise)))
    }
    let name = facility.name.map { $0 + say(Marks.bracketed(facility.id)) } ?? facility.id
    return name + say(Marks.colon)
      + ([say(WhyWords.place(file: file(of: .facilities), row: facility.sourceRow))] + parts)
      .joined(separator: say(Marks.comma))
  }

  private func words(of cut: ExplainedCut) -> String {
    func listed(_ ids: [String]) -> String {
      let shown = ids.prefix(6).joined(separator: say(Marks.listComma))
      return ids.count > 6
        ? shown + say(TerminalWords.andMore(ids.count - 6, of: ids.count)) : shown
    }
    return say(
      WhyWords.cut(
        cut, in: found.shortfallUnit, facilities: listed(cut.facilities),
        parcels: listed(cut.parcels), language))
  }
}
