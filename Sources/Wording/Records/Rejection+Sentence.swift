public import Documents
public import Planning

extension Rejection {
  /// What is wrong and what to do, without a stop.
  ///
  /// What is to be written into a file stands as it is to be written, in whatever words the rest is.
  public func sentence(_ naming: Naming) -> LocalizedText {
    switch self {
    case .totalRow:
      return LocalizedText(
        en: "the row adds up others, and is left out; delete it to be rid of this",
        zh: "该行是合计行，不采用；删除后不再提示")
    case .remarkRow:
      return LocalizedText(
        en: "the row is a remark on the table, and is left out; delete it to be rid of this",
        zh: "该行是表下说明，不采用；删除后不再提示")
    case .noGeometry:
      return LocalizedText(
        en: "the row has no geometry; draw it, or delete the row", zh: "该行没有几何图形；请补绘或删除该行")
    case .unreadableGeometry(let message):
      return LocalizedText(
        en: "the geometry cannot be used: \(message)", zh: "几何图形无法使用：\(message.said(in: .zh))")
    case .collapsedGeometry(let reason):
      return LocalizedText(
        en: "no area is left after the repair of: \(reason); draw the area again",
        zh: "修复后没有面积（\(reason.said(in: .zh))）；请重新绘制")
    case .wrongGeometry(let shape, let role):
      let needsPoint = role == .entrances
      return LocalizedText(
        en: "a \(shape.rawValue) cannot be used in \(role); "
          + (needsPoint ? "draw a point" : "draw an area or a point"),
        zh: "\(role.words.zh)图层不能使用\(shape == .line ? "线" : "面")；请绘制为"
          + (needsPoint ? "点" : "面或点"))
    case .outOfRange(let x, let y, let crs):
      return LocalizedText(
        en: "(\(x) \(y)) is not a place in \(crs); correct the coordinates, longitude or easting"
          + " first",
        zh: "坐标（\(x) \(y)）不在 \(crs) 的范围内；请更正坐标，经度或东坐标在前")
    case .zeroPlace:
      return LocalizedText(
        en:
          "the coordinates are 0, as they are where none are known; fill them in, or leave the cells"
          + " empty",
        zh: "坐标为 0，等于没有坐标；请补充坐标，不清楚时请留空")
    case .outsideArea(let x, let y, let crs):
      return LocalizedText(
        en: "(\(x) \(y)) is far outside the area that \(crs) is for; correct the coordinates,"
          + " longitude or easting first, or state the layer's crs",
        zh: "坐标（\(x) \(y)）远在 \(crs) 的适用区域之外；请更正坐标（经度或东坐标在前）或声明图层的坐标系")
    case .unreadableRow(let message):
      return LocalizedText(
        en: "the row cannot be read: it \(message)", zh: "该行无法读取：\(message.said(in: .zh))")
    case .missingID(let column):
      let name = naming.column(column)
      return LocalizedText(
        en: "the row has no id in '\(name.en)'; give it one",
        zh: "该行在“\(name.zh)”列没有编号；请补充编号")
    case .repeatedID(let id, let others, let count):
      func shown(_ language: Language, _ comma: String) -> String {
        others.prefix(3).map { $0.said(in: language) }.joined(separator: comma)
      }
      let more = count - min(3, others.count)
      return LocalizedText(
        en: "the id '\(id)' is also that of \(shown(.en, ", "))"
          + (more > 0 ? " and \(more) more" : "") + "; none"
          + " of them takes part, since which is right cannot be known: give every row its own id",
        zh: naming.chinese("编号“\(id)”与", shown(.zh, "、")) + "\(more > 0 ? " 等 \(count) 行" : "")重复，"
          + "无法判断哪一行正确，均不采用；请为每行设定唯一编号")
    case .negativeCount(let column, let value):
      let name = naming.column(column)
      return LocalizedText(
        en: "'\(name.en)' is \(value); it cannot be less than 0: correct it",
        zh: "“\(name.zh)”为 \(value)，不能为负数；请更正")
    case .missingParcel(let column):
      let name = naming.column(column)
      return LocalizedText(
        en: "the entrance names no parcel in '\(name.en)', and no facility; give it the id of one",
        zh: "该出入口在“\(name.zh)”列没有小区编号，也没有设施编号；请补充")
    case .unknownParcel(let id):
      return LocalizedText(
        en: "no parcel '\(id)' takes part; correct the id, or see why the parcel was rejected",
        zh: "没有编号为“\(id)”的有效小区；请更正编号，或查看该小区未采用的原因")
    case .unknownFacility(let id):
      return LocalizedText(
        en: "no facility '\(id)' takes part; correct the id, or see why the facility was rejected",
        zh: "没有编号为“\(id)”的有效设施；请更正编号，或查看该设施未采用的原因")
    case .missingKind, .unknownKind, .notFacility, .missingLevel, .unknownLevel:
      return ofVocabulary(naming)
    }
  }

  private func ofVocabulary(_ naming: Naming) -> LocalizedText {
    switch self {
    case .missingKind(let column):
      let name = naming.column(column)
      return naming.advice(
        LocalizedText(
          en: "the facility has no kind in '\(name.en)'; give it one, "
            + "or state `kinds: {'*': …}` for the file",
          zh: "该设施在“\(name.zh)”列没有类型；请补充，或在项目文件中用 kinds: {'*': …} 指定"),
        else: LocalizedText(
          en: "the facility has no kind in '\(name.en)'; give it one",
          zh: "该设施在“\(name.zh)”列没有类型；请补充"))
    case .unknownKind(let word, let nearest):
      let id = nearest.count == 1 ? nearest[0].id : "…"
      if !naming.hasProject { return Self.unknownKind(word, nearest) }
      let names = (
        en: nearest.map { "'\($0.word)' (\($0.id))" }.joined(separator: " or "),
        zh: nearest.map { "“\($0.word)”（\($0.id)）" }.joined(separator: "或")
      )
      let en = nearest.isEmpty ? "state" : "did you mean \(names.en)? If so, state"
      let zh = nearest.isEmpty ? "" : "是否为\(names.zh)？"
      return LocalizedText(
        en: "unknown kind '\(word)'; \(en) `kinds: {\(word): \(id)}` in the project file",
        zh: "未知的设施类型“\(word)”；\(zh)请在项目文件中声明 kinds: {\(word): \(id)}")
    case .notFacility(let word, let because):
      return LocalizedText(
        en: "'\(word)': \(because.en); leave the row out", zh: "“\(word)”：\(because.zh)；请删除该行")
    case .missingLevel(let column):
      let name = naming.column(column)
      return naming.advice(
        LocalizedText(
          en: "the unit has no level in '\(name.en)'; give it one, or state `level:` for the file",
          zh: "该行政单元在“\(name.zh)”列没有级别；请补充，或在项目文件中声明 level:"),
        else: LocalizedText(
          en: "the unit has no level in '\(name.en)'; give it one",
          zh: "该行政单元在“\(name.zh)”列没有级别；请补充"))
    case .unknownLevel(let word):
      let levels = UnitLevel.administrative.map(\.rawValue).joined(separator: ", ")
      return LocalizedText(
        en: "unknown level '\(word)'; one of: \(levels)",
        zh: "未知的级别“\(word)”；应为：社区、街道、乡镇、区县、市、省（\(levels)）")
    default: preconditionFailure("\(code.rawValue) is not about a vocabulary")
    }
  }

  /// For whoever can only write another word.
  private static func unknownKind(_ word: String, _ nearest: [KindName]) -> LocalizedText {
    let en = nearest.map { "'\($0.word)' (\($0.name.en))" }.joined(separator: " or ")
    let zh = nearest.map { $0.word == $0.name.zh ? "“\($0.word)”" : "“\($0.word)”（\($0.name.zh)）" }
      .joined(separator: "或")
    return LocalizedText(
      en: "unknown kind of facility '\(word)'; "
        + (nearest.isEmpty
          ? "name it as the standards do" : "did you mean \(en)? If so, write that"),
      zh: "设施类型“\(word)”无法识别；"
        + (nearest.isEmpty ? "请按国家标准的设施名称填写" : "是否为\(zh)？如是，请按此填写"))
  }
}

extension RejectedRow {
  /// All that is wrong with it and what to do, without a stop.
  public func sentence(_ naming: Naming) -> LocalizedText { reasons.sentence(naming) }
}

extension [Rejection] {
  /// All of them in one sentence, without a stop.
  public func sentence(_ naming: Naming) -> LocalizedText {
    let sentences = map { $0.sentence(naming) }
    return LocalizedText(
      en: sentences.map(\.en).joined(separator: "; "),
      zh: sentences.map(\.zh).joined(separator: "；"))
  }
}
