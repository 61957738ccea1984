internal import Documents
internal import Planning
internal import Quantities

/// The sentences of notes about rows. Each function has those of its own cases, and a bug if it is
/// asked for others.
extension Note {
  func ofCell(_ naming: Naming) -> LocalizedText {
    switch self {
    case .unreadableNumber(let column, let text):
      let name = naming.column(column)
      return LocalizedText(
        en:
          "'\(name.en)' is '\(text)', which is not one number; it counts as missing: write digits",
        zh: "“\(name.zh)”为“\(text)”，不是确定的数值，按缺失处理；请填写数字")
    case .numberWithRemark(let column, let amount, let remark):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is \(amount), with the remark '\(remark)', which is not read; check "
          + "whether it is the figure that is asked for",
        zh: "“\(name.zh)”按\(amount)读取，括号内的说明“\(remark)”未读取；请核对是否为所需数值")
    case .unreadablePhase(let column, let text):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(text)' in \(name.en) is no stage of building and counts as missing;"
          + " write 1, 2, 3 … or 一期, 二期",
        zh: naming.chinese(
          name.zh, "的“\(text)”不是建设期次，按缺失处理；请填写1、2、3或一期、二期"))
    case .unreadableDate(let column, let text):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is '\(text)', which is not a day; it counts as missing: write 2025-12-31",
        zh: "“\(name.zh)”为“\(text)”，不是日期，按缺失处理；请写作 2025-12-31")
    case .unknownWord(let column, let text, let isKept, let known):
      let name = naming.column(column)
      let words = known.joined(separator: ", ")
      return LocalizedText(
        en: "'\(name.en)' is '\(text)', which is none of: \(words); it "
          + (isKept ? "is kept as it is" : "counts as missing"),
        zh: "“\(name.zh)”为“\(text)”，不是已知的值（\(words)），"
          + (isKept ? "按原文保留" : "按缺失处理"))
    case .unclearOperation(let column, let text, let known):
      let name = naming.column(column)
      let words = known.joined(separator: ", ")
      return LocalizedText(
        en: "'\(name.en)' is '\(text)', which is none of: \(words); it is not known whether the "
          + "facility stands: say it in a column such as 运营状态",
        zh: "“\(name.zh)”为“\(text)”，不是已知的值（\(words)），无法确定设施是否在运营；请在“运营状态”列写明")
    case .fractionalCount(let column, let amount):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is \(amount), not a whole number; it is used as it is",
        zh: "“\(name.zh)”为\(amount)，不是整数；按原值使用")
    default: preconditionFailure("\(code.rawValue) is not about a cell")
    }
  }

  func ofParcel(_ naming: Naming) -> LocalizedText {
    switch self {
    case .missingHouseholds:
      return LocalizedText(
        en: "no households; rules that count them give 'unknown': fill them in",
        zh: "缺少户数，按户数计算的条款结论为“无法判定”；请补充")
    case .missingPopulation(isEstimated: true):
      return LocalizedText(
        en: "no population; it is estimated from the households", zh: "缺少人口，按户数估算")
    case .missingPopulation(isEstimated: false):
      return naming.advice(
        LocalizedText(
          en: "no population; rules that count people give 'unknown': fill it in, or state "
            + "`assumptions: {persons_per_household: …}`",
          zh: "缺少人口，按人口计算的条款结论为“无法判定”；请补充，或声明 assumptions: {persons_per_household: …}"),
        else: LocalizedText(
          en: "no population; rules that count people give 'unknown': fill it in",
          zh: "缺少人口，按人口计算的条款结论为“无法判定”；请补充"))
    case .missingStatus(let assumed?):
      return LocalizedText(
        en: "no status; the project assumes '\(assumed.rawValue)'",
        zh: "缺少建设状态，按项目假定为“\(assumed == .new ? "新建" : "既有")”")
    case .missingStatus(nil):
      return naming.advice(
        LocalizedText(
          en: "no status; rules on new or existing parcels give 'unknown': fill it in, or state "
            + "`assumptions: {status: existing}`",
          zh: "缺少建设状态，针对新建或既有小区的条款结论为“无法判定”；请补充，或声明 assumptions: {status: existing}"),
        else: LocalizedText(
          en: "no status; rules on new or existing parcels give 'unknown': fill it in",
          zh: "缺少建设状态，针对新建或既有小区的条款结论为“无法判定”；请补充"))
    case .zeroHouseholds:
      return LocalizedText(
        en: "0 households: nothing is required for this parcel; leave the cell empty "
          + "if the number is not known",
        zh: "户数为0，该小区不产生需求；如不清楚户数请留空")
    case .implausibleHouseholdSize(let persons):
      let figure = Amount(rounding: (persons * 100).rounded() / 100) ?? .zero
      return LocalizedText(
        en: "\(figure) persons per household; check population and households",
        zh: "户均\(figure)人，不合常理；请核对人口和户数")
    case .eldersExceedPopulation(let elders, let population):
      return LocalizedText(
        en: "\(elders) persons of 60 and over among \(population); check both",
        zh: "60岁及以上\(elders)人，超过总人口\(population)人；请核对")
    case .infantsExceedPopulation(let infants, let population):
      return LocalizedText(
        en: "\(infants) children under 3 among \(population); check both",
        zh: "3岁以下\(infants)人，超过总人口\(population)人；请核对")
    case .samePlace(let id, let others):
      let en = others > 1 ? " and \(others - 1) more" : ""
      let zh = others > 1 ? "等\(others)个小区" : ""
      return LocalizedText(
        en: "in the same place as parcel '\(id)'\(en); check whether they are one",
        zh: "与小区“\(id)”\(zh)位置相同；请核对是否重复")
    default: preconditionFailure("\(code.rawValue) is not about a parcel")
    }
  }

  func ofFacility(_ naming: Naming) -> LocalizedText {
    switch self {
    case .zeroArea(let column):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is 0; leave the cell empty if the area is not known",
        zh: "“\(name.zh)”为0；如不清楚面积请留空")
    case .placesWithoutArea:
      return LocalizedText(
        en: "places, but no floor area; rules on area per place give 'unknown'",
        zh: "有托位但缺少建筑面积，按托位面积计算的条款结论为“无法判定”")
    case .nursingBedsExceedBeds(let nursing, let beds):
      return LocalizedText(
        en: "\(nursing) nursing-type beds among \(beds) beds; check both",
        zh: "护理型床位\(nursing)张，超过床位总数\(beds)张；请核对")
    case .unknownServedParcel(let id):
      return LocalizedText(
        en:
          "no parcel '\(id)' takes part, which this facility is declared to serve; correct the id",
        zh: "声明服务的小区“\(id)”不存在或未采用；请更正编号")
    default: preconditionFailure("\(code.rawValue) is not about a facility")
    }
  }

  func ofPlace(_ naming: Naming) -> LocalizedText {
    switch self {
    case .farFromOthers(let kilometres):
      let figure = Int(kilometres.rounded())
      return LocalizedText(
        en: "\(figure) km from the other rows; check the coordinates",
        zh: "距其他记录约\(figure)公里；请核对坐标")
    case .outsideUnits(let role):
      return LocalizedText(
        en: "in none of the units, and it names none; check its place, or add the unit",
        zh: "该\(role.words.zh)不在任何行政单元内，也未填写所属单元；请核对位置或补充单元")
    case .idOfSeveralFiles(let id, let name):
      return LocalizedText(
        en: "rows of other files have the id '\(id)', too; this one is called '\(name)'",
        zh: "其他文件中也有编号“\(id)”，此条记作“\(name)”")
    case .noPlace(_, .facilities):
      return LocalizedText(
        en: "it has no usable place: it counts for the unit that it names; what is in its reach is "
          + "not known",
        zh: "没有可用的位置：计入其填写的所属单元，可达范围未知")
    case .noPlace(_, let role):
      return LocalizedText(
        en: "it has no area: what belongs to it is known only where rows name it",
        zh: "该\(role.words.zh)没有范围：仅当记录填写所属单元时才能归属")
    case .unknownUnit(let column, let text):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is '\(text)', which is no unit's id or name; the place decides instead",
        zh: "“\(name.zh)”为“\(text)”，没有此编号或名称的行政单元；改按位置判定")
    case .ambiguousUnit(let column, let text, let count):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is '\(text)', the name of \(count) units; the place decides instead: "
          + "write the id",
        zh: "“\(name.zh)”为“\(text)”，有\(count)个同名行政单元；改按位置判定，请填写编号")
    case .repairedGeometry(let reason, let before, let after):
      func figure(_ area: Double) -> String { "\(Amount(Int(area.rounded())))" }
      return LocalizedText(
        en: "the area was repaired (\(reason)): \(figure(before)) m² before, \(figure(after)) m²"
          + " after; check its shape",
        zh: "图形已修复（\(reason.said(in: .zh))）：修复前\(figure(before))平方米，修复后\(figure(after))平方米；请核对形状")
    default: preconditionFailure("\(code.rawValue) is not about a place")
    }
  }
}
