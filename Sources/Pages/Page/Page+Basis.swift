internal import Compliance
internal import Documents
internal import Planning
internal import Rules
internal import Wording

/// Where the figures of a page come from.
extension Page {
  /// A document with its number, issuer and day.
  func document(_ pack: RulePack) -> Markup {
    let isDraft = pack.document.status == .draft
    return tag("span", ["class": "title"]) {
      title(of: pack)
    } + Markup(pack.document.number.map { say(Marks.comma) + $0 } ?? "")
      + Markup(say(PageWords.issued(by: pack.document.issuer)))
      + tag("span", ["class": "day"]) { pack.document.issued }
      + (isDraft
        ? tag("span", ["class": "label"]) { say(PageWords.draft) } : Markup())
  }

  /// The files that were read, with their hashes.
  func inputTable() -> Markup {
    // A file that is read for two roles is one file.
    var seen: Set<[String]> = []
    let files = zip(imprint.inputs, imprint.inputHashes).filter { input, hash in
      seen.insert([input.path, hash]).inserted
    }
    return table(
      "hashes", caption: say(PageWords.inputFiles),
      head: [.text(say(PageWords.file)), .text("SHA-256")]
    ) {
      for (input, hash) in files {
        tag("tr") {
          tag("th", ["scope": "row"]) { input.path }
          tag("td") { tag("code") { hash } }
        }
      }
    }
  }

  /// The rule packs, with their hashes.
  func packTable() -> Markup {
    table(
      "hashes", caption: say(PageWords.rulePacks),
      head: [
        .text(say(PageWords.pack)), .text(say(PageWords.document)), .text("SHA-256"),
      ]
    ) {
      for pack in imprint.askedPacks + imprint.inheritedPacks {
        tag("tr") {
          tag("th", ["scope": "row"]) { pack.id }
          tag("td") { pack.document.number ?? say(pack.title) }
          tag("td") { tag("code") { imprint.hash(of: pack) } }
        }
      }
    }
  }

  /// `GEOS 3.11.1, PROJ 9.1.1`
  var librariesText: String {
    Imprint.libraries.map { "\($0.name) \($0.version)" }.joined(separator: say(Marks.listComma))
  }

  /// What the project states beyond its data.
  func assumptionTable(_ project: Project) -> Markup {
    var rows: [(name: String, value: String)] = []
    let stated = project.assumptions
    if let persons = stated.personsPerHousehold {
      rows.append((say(PageWords.personsPerHousehold), "\(persons)"))
    }
    if let detour = stated.detour {
      rows.append((say(PageWords.detour), "\(detour)"))
    }
    if let status = stated.status {
      rows.append((say(PageWords.assumedStatus), say(status.words)))
    }
    if let urban = stated.urban {
      rows.append((say(PageWords.assumedUrban), say(urban ? PageWords.yes : PageWords.no)))
    }
    for (name, value) in project.parameters.sorted(by: { $0.key < $1.key }) {
      rows.append((say(PageWords.parameter(name)), "\(value)"))
    }
    guard !rows.isEmpty else {
      return tag("p") { say(PageWords.noAssumptions) }
    }
    return table(
      "assumptions", caption: say(PageWords.assumptions),
      head: [.text(say(PageWords.assumption)), .number(say(PageWords.value))]
    ) {
      for row in rows {
        tag("tr") {
          tag("th", ["scope": "row"]) { row.name }
          numberCell(row.value)
        }
      }
    }
  }

  /// What the project asks for in place of what documents ask.
  func ownTargetTable() -> Markup {
    let rules = imprint.askedPacks.flatMap(\.appliedRules).filter { $0.documentThreshold != nil }
    guard !rules.isEmpty else { return Markup() }
    return table(
      "owntargets", caption: say(PageWords.ownTargets),
      head: [
        .text(say(PageWords.clause)), .text(say(PageWords.ownTarget)),
        .text(say(PageWords.documentAsks)),
      ]
    ) {
      for rule in rules {
        tag("tr") {
          tag("th", ["scope": "row"]) {
            Markup(say(rule.says) + " ") + tag("small", ["class": "id"]) { "\(rule.key)" }
          }
          tag("td") { rule.threshold.map { say($0.words(rule.unit)) } ?? "" }
          tag("td") { rule.documentThreshold.map { say($0.words(rule.unit)) } ?? "" }
        }
      }
    }
  }

  /// The flags that occur, with what they mean.
  func flagTable(_ used: [(entry: RuleFindings.FlagEntry, count: Int)]) -> Markup {
    guard !used.isEmpty else { return Markup() }
    return table(
      "flags", caption: say(PageWords.flagsInReport),
      head: [
        .text(say(PageWords.flag)), .text(say(PageWords.inTables)),
        .number(say(PageWords.findings)), .text(say(PageWords.meaning)),
      ]
    ) {
      for (flag, count) in used {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(FlagWords.of(flag.name).label) }
          tag("td") { tag("code") { flag.name } }
          countCell(count)
          tag("td", ["class": "small"]) { say(FlagWords.of(flag.name).explanation) }
        }
      }
    }
  }
}
