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
    } + Markup(pack.document.number.map { say(", ", "，") + $0 } ?? "")
      + Markup(say(", \(say(pack.document.issuer)), ", "，\(say(pack.document.issuer))，"))
      + tag("span", ["class": "day"]) { pack.document.issued }
      + (isDraft
        ? tag("span", ["class": "label"]) { say("draft for comment", "征求意见稿") } : Markup())
  }

  /// The files that were read, with their hashes.
  func inputTable() -> Markup {
    // A file that is read for two roles is one file.
    var seen: Set<[String]> = []
    let files = zip(imprint.inputs, imprint.inputHashes).filter { input, hash in
      seen.insert([input.path, hash]).inserted
    }
    return table(
      "hashes", caption: say("Input files", "输入文件"),
      head: [.text(say("File", "文件")), .text("SHA-256")]
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
      "hashes", caption: say("Rule packs", "规则包"),
      head: [
        .text(say("Pack", "规则包")), .text(say("Document", "文件")), .text("SHA-256"),
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
    Imprint.libraries.map { "\($0.name) \($0.version)" }.joined(separator: say(", ", "、"))
  }

  /// What the project states beyond its data.
  func assumptionTable(_ project: Project) -> Markup {
    var rows: [(name: String, value: String)] = []
    let stated = project.assumptions
    if let persons = stated.personsPerHousehold {
      rows.append(
        (say("Persons per household, where people are missing", "户均人口（缺人口时采用）"), "\(persons)"))
    }
    if let detour = stated.detour {
      rows.append((say("Walk over straight line", "步行绕行系数"), "\(detour)"))
    }
    if let status = stated.status {
      rows.append(
        (
          say("Status of parcels that state none", "未注明建设状态的小区按"),
          status == .new ? say("new", "新建") : say("existing", "既有")
        ))
    }
    if let urban = stated.urban {
      rows.append(
        (
          say("Parcels and units that do not say so are urban", "未注明城乡属性的按城镇计"),
          urban ? say("yes", "是") : say("no", "否")
        ))
    }
    for (name, value) in project.parameters.sorted(by: { $0.key < $1.key }) {
      rows.append((say("Parameter \(name)", "参数 \(name)"), "\(value)"))
    }
    guard !rows.isEmpty else {
      return tag("p") { say("The project states no assumptions.", "项目未设定假设条件。") }
    }
    return table(
      "assumptions", caption: say("Assumptions that the project states", "项目设定的假设条件"),
      head: [.text(say("Assumption", "假设")), .number(say("Value", "取值"))]
    ) {
      for row in rows {
        tag("tr") {
          tag("th", ["scope": "row"]) { row.name }
          numberCell(row.value)
        }
      }
    }
  }

  /// The flags that occur, with what they mean.
  func flagTable(_ used: [(entry: RuleFindings.FlagEntry, count: Int)]) -> Markup {
    guard !used.isEmpty else { return Markup() }
    return table(
      "flags", caption: say("Flags in this report", "本报告出现的标记"),
      head: [
        .text(say("Flag", "标记")), .text(say("In tables", "数据列中")),
        .number(say("Findings", "检查结果数")), .text(say("What it means", "含义")),
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
