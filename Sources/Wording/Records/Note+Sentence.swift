public import Documents
public import Planning
internal import Quantities

extension Note {
  /// What is not as it should be and what to do, without a stop.
  ///
  /// What is to be written into a file stands as it is to be written, in whatever words the rest is.
  public func sentence(_ naming: Naming) -> LocalizedText {
    if !naming.hasProject, let own = ofFile(naming) { return own }
    switch self {
    case .missingColumn(let column, let role):
      let name = naming.column(column)
      return LocalizedText(
        en: "no column was taken for '\(name.en)'; if the file has one, state "
          + "`fields: {\(column): …}` in the project file",
        zh: "\(role.words.zh)图层没有找到“\(name.zh)”对应的列；如有，请在项目文件中声明 fields: {\(column): …}")
    case .columnMatchedTwice(let column, let used, let second):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(used)' and '\(second)' both look like '\(name.en)'; a row has '\(second)' where "
          + "'\(used)' is empty; state `fields: {\(column): …}` to choose one",
        zh: "“\(used)”和“\(second)”都像“\(name.zh)”，“\(used)”为空的行取“\(second)”；"
          + "可用 fields: {\(column): …} 指定其一")
    case .unitConverted(let column, let source, let factor):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(source)' names a unit: its numbers are taken \(factor.text) as '\(name.en)'",
        zh: "“\(source)”列名带有单位，其数值按 \(factor.text) 换算为“\(name.zh)”")
    case .takenAsOpen:
      return LocalizedText(
        en: "no column says whether the facilities operate: all are taken as open where no date "
          + "says otherwise; if the file has one, state `fields: {operating: …}`",
        zh: "没有说明设施是否运营的列：除日期另有说明外，均视为运营中；如有，请在项目文件中声明 fields: {operating: …}")
    case .unknownUnitOfColumn(let column, let source):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(source)' looks like '\(name.en)', but its unit is not known, so it is not read; "
          + "state `fields: {\(column): {column: …, unit: m2}}` in the project file",
        zh: "“\(source)”像“\(name.zh)”，但单位不明，未读取；"
          + "请在项目文件中声明 fields: {\(column): {column: …, unit: m2}}")
    case .columnNotTaken(let column, let source, let mayBe):
      let name = naming.column(column)
      return mayBe
        ? LocalizedText(
          en: "'\(source)' may be '\(name.en)' or something else, so it is not read; if it is, "
            + "state `fields: {\(column): \(source)}` in the project file",
          zh: "“\(source)”不一定是“\(name.zh)”，未读取；如是，请在项目文件中声明 fields: {\(column): \(source)}")
        : LocalizedText(
          en: "'\(source)' is not '\(name.en)': it is not read; give the \(name.en) in a column of "
            + "its own",
          zh: "“\(source)”不是“\(name.zh)”，未读取；请另列填写\(name.zh)")
    case .crsOverridden(let stated, let file):
      return LocalizedText(
        en: "the file says \(file), the project file \(stated); the latter is used",
        zh: "文件声明的坐标系为 \(file)，项目文件声明为 \(stated)，以项目文件为准")
    case .unknownShift(let crs, let definition):
      let way = definition.map { "`crs: \"\($0)\"`" }
      return LocalizedText(
        en:
          "no shift from the datum of \(crs) to WGS 84 is known here: its degrees are taken as they"
          + " are, which puts everything some 20 to 100 m off; let your surveying office tell the shift"
          + " in metres and state \(way ?? "a CRS with +towgs84=DX,DY,DZ"), or convert the data to"
          + " CGCS2000",
        zh: "不知道 \(crs) 的基准在此处到 WGS 84 的转换参数，经纬度按原值使用，位置整体偏差约 20–100 米；"
          + "请向测绘部门索取平移参数（米），声明 \(way.map { $0.dropFirst().dropLast() } ?? "带 +towgs84=DX,DY,DZ 的坐标系")，"
          + "或将数据转换为 CGCS2000")
    case .layerFarFromOthers(let kilometres):
      let figure = Int(kilometres.rounded())
      return LocalizedText(
        en:
          "the whole layer lies \(figure) km from all others; check its coordinates and its CRS, or"
          + " those of the others",
        zh: "整个图层距其他图层约 \(figure) 公里；请核对其坐标和坐标系，或其他图层的坐标和坐标系")
    case .noRows:
      return LocalizedText(
        en:
          "the file has a header and no rows, so that nothing of it counts; fill it in, or take it out"
          + " of the project file",
        zh: "文件只有表头，没有记录，不提供任何数据；请补充记录，或从项目文件中删去")
    case .numberedRows:
      return LocalizedText(
        en: "rows are numbered as they stand in the file (`fields: {id: row}`): another order gives"
          + " them other ids",
        zh: "各行按在文件中的顺序编号（fields: {id: row}）：顺序改变，编号随之改变")
    case .readWarning(let place, let message):
      let text: FaultText = place.map { "\($0): \(message)" } ?? message
      return LocalizedText(en: text.description, zh: "读取时：\(text.said(in: .zh))")
    case .unreadableNumber, .numberWithRemark, .unreadableDate, .unreadablePhase, .unknownWord,
      .unclearOperation,
      .fractionalCount:
      return ofCell(naming)
    case .missingHouseholds, .missingPopulation, .missingStatus, .zeroHouseholds,
      .implausibleHouseholdSize, .eldersExceedPopulation, .infantsExceedPopulation, .samePlace:
      return ofParcel(naming)
    case .zeroArea, .placesWithoutArea, .nursingBedsExceedBeds, .unknownServedParcel:
      return ofFacility(naming)
    case .farFromOthers, .outsideUnits, .noPlace, .idOfSeveralFiles, .unknownUnit, .ambiguousUnit,
      .repairedGeometry:
      return ofPlace(naming)
    }
  }

  /// What is to be told about a whole file to someone who can do nothing but write it anew; `nil`: it is
  /// told to everyone alike.
  private func ofFile(_ naming: Naming) -> LocalizedText? {
    switch self {
    case .missingColumn(let column, let role):
      let name = naming.column(column)
      return LocalizedText(
        en: "there is no column with the \(name.en)", zh: "\(role.words.zh)数据没有“\(name.zh)”列")
    case .columnMatchedTwice(let column, let used, let second):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(used)' and '\(second)' both look like '\(name.en)'; a row has '\(second)' where "
          + "'\(used)' is empty",
        zh: "“\(used)”和“\(second)”都像“\(name.zh)”，“\(used)”为空的行取“\(second)”")
    case .takenAsOpen:
      return LocalizedText(
        en: "no column says whether the facilities operate: all are taken as open",
        zh: "没有说明设施是否运营的列，均视为运营中")
    case .unknownUnitOfColumn(let column, let source):
      let name = naming.column(column)
      return LocalizedText(
        en:
          "'\(source)' looks like '\(name.en)', but its unit is not known, so it is not read; write"
          + " the unit behind the name of the column, such as m²",
        zh: "“\(source)”像“\(name.zh)”，但单位不明，未读取；请在列名后注明单位（如m²）")
    case .columnNotTaken(let column, let source, mayBe: true):
      let name = naming.column(column)
      return LocalizedText(
        en:
          "'\(source)' may be '\(name.en)' or something else, so it is not read; if it is, call it"
          + " that", zh: "“\(source)”不一定是“\(name.zh)”，未读取；如是，请将列名改为“\(name.zh)”")
    case .numberedRows:
      return LocalizedText(
        en: "rows are numbered as they stand in the file", zh: "各行按在文件中的顺序编号")
    case .crsOverridden(let stated, let file):
      return LocalizedText(
        en: "the file says \(file), and was read as \(stated)", zh: "文件声明的坐标系为\(file)，按\(stated)读取")
    case .noRows:
      return LocalizedText(en: "the file has a header and no rows", zh: "文件只有表头，没有记录")
    default: return nil
    }
  }
}
