internal import Documents

/// Why a row does not take part: stable words for tables and filters.
public enum RejectionCode: String, Sendable, Hashable, CaseIterable {
  /// The row has no geometry.
  case noGeometry = "no_geometry"
  /// The row's geometry cannot be read, or nothing is left of it after its repair.
  case unusableGeometry = "unusable_geometry"
  /// A line, or for an entrance an area, where the layer needs something else.
  case wrongGeometry = "wrong_geometry"
  /// The CRS has no such place.
  case coordinatesOutOfRange = "coordinates_out_of_range"
  /// The row has no id.
  case missingID = "missing_id"
  /// Several rows have this id; which is right cannot be known, so none of them takes part.
  case repeatedID = "repeated_id"
  /// A facility without a kind.
  case missingKind = "missing_kind"
  /// A facility of a kind that the vocabulary does not have.
  case unknownKind = "unknown_kind"
  /// A unit without a level.
  case missingLevel = "missing_level"
  /// A unit of a level that there is not.
  case unknownLevel = "unknown_level"
  /// Less than nothing of something.
  case negativeCount = "negative_count"
  /// An entrance that names no parcel.
  case missingParcel = "missing_parcel"
  /// An entrance of a parcel that does not take part.
  case unknownParcel = "unknown_parcel"
}

/// One reason why a row does not take part.
struct Rejection: Sendable, Hashable {
  let code: RejectionCode
  let reason: LocalizedText
}

extension Rejection {
  private init(_ code: RejectionCode, en: String, zh: String) {
    self.init(code: code, reason: LocalizedText(en: en, zh: zh))
  }

  static let noGeometry = Rejection(
    .noGeometry, en: "the row has no geometry; draw it, or delete the row",
    zh: "该行没有几何图形；请补绘或删除该行")

  static func unreadableGeometry(_ message: String) -> Rejection {
    Rejection(
      .unusableGeometry, en: "the geometry cannot be used: \(message)",
      zh: "几何图形无法使用：\(message)")
  }

  static func collapsedGeometry(_ reason: String) -> Rejection {
    Rejection(
      .unusableGeometry, en: "no area is left after the repair of: \(reason); draw the area again",
      zh: "修复后没有面积（\(reason)）；请重新绘制")
  }

  static func wrongGeometry(_ kind: String, _ kindZH: String, _ role: LayerRole) -> Rejection {
    let needsPoint = role == .entrances
    return Rejection(
      .wrongGeometry,
      en: "a \(kind) cannot be used in \(role); "
        + (needsPoint ? "draw a point" : "draw an area or a point"),
      zh: "\(role.zh)图层不能使用\(kindZH)；请绘制为\(needsPoint ? "点" : "面或点")")
  }

  static func outOfRange(_ x: Double, _ y: Double, _ crs: String) -> Rejection {
    Rejection(
      .coordinatesOutOfRange,
      en:
        "(\(x) \(y)) is not a place in \(crs); correct the coordinates, longitude or easting first",
      zh: "坐标（\(x) \(y)）不在 \(crs) 的范围内；请更正坐标，经度或东坐标在前")
  }

  static func missingID(_ column: String) -> Rejection {
    Rejection(
      .missingID, en: "the row has no id in '\(column)'; give it one",
      zh: "该行在“\(column)”列没有编号；请补充编号")
  }

  /// - Parameters:
  ///   - others: Places of some other rows, `parcels.geojson: feature 12`.
  ///   - count: Number of other rows.
  static func repeatedID(_ id: String, others: [String], count: Int) -> Rejection {
    let shown = others.prefix(3).joined(separator: ", ")
    let more = count - min(3, others.count)
    return Rejection(
      .repeatedID,
      en: "the id '\(id)' is also that of \(shown)\(more > 0 ? " and \(more) more" : ""); none of "
        + "them takes part, since which is right cannot be known: give every row its own id",
      zh: "编号“\(id)”与 \(shown)\(more > 0 ? " 等 \(count) 行" : "")重复，"
        + "无法判断哪一行正确，均不参与计算；请为每行设定唯一编号")
  }

  static func missingKind(_ column: String) -> Rejection {
    Rejection(
      .missingKind,
      en: "the facility has no kind in '\(column)'; give it one, "
        + "or state `kinds: {'*': …}` for the file",
      zh: "该设施在“\(column)”列没有类型；请补充，或在项目文件中用 kinds: {'*': …} 指定")
  }

  /// - Parameter nearest: Id and Chinese name of the kind whose name is nearest.
  static func unknownKind(_ word: String, nearest: (id: String, zh: String)?) -> Rejection {
    let en = nearest.map { "did you mean '\($0.id)' (\($0.zh))? If so, state" } ?? "state"
    let zh = nearest.map { "是否为“\($0.zh)”（\($0.id)）？" } ?? ""
    return Rejection(
      .unknownKind,
      en:
        "unknown kind '\(word)'; \(en) `kinds: {\(word): \(nearest?.id ?? "…")}` in the project file",
      zh: "未知的设施类型“\(word)”；\(zh)请在项目文件中声明 kinds: {\(word): \(nearest?.id ?? "…")}")
  }

  static func missingLevel(_ column: String) -> Rejection {
    Rejection(
      .missingLevel,
      en: "the unit has no level in '\(column)'; give it one, or state `level:` for the file",
      zh: "该行政单元在“\(column)”列没有级别；请补充，或在项目文件中声明 level:")
  }

  static func unknownLevel(_ word: String) -> Rejection {
    let levels = UnitLevel.allCases.map(\.rawValue).joined(separator: ", ")
    return Rejection(
      .unknownLevel, en: "unknown level '\(word)'; one of: \(levels)",
      zh: "未知的级别“\(word)”；应为：社区、街道、乡镇、区县、市、省（\(levels)）")
  }

  static func negativeCount(_ column: String, _ value: String) -> Rejection {
    Rejection(
      .negativeCount, en: "'\(column)' is \(value); it cannot be less than 0: correct it",
      zh: "“\(column)”为 \(value)，不能为负数；请更正")
  }

  static func missingParcel(_ column: String) -> Rejection {
    Rejection(
      .missingParcel, en: "the entrance names no parcel in '\(column)'; give it the parcel's id",
      zh: "该出入口在“\(column)”列没有小区编号；请补充")
  }

  static func unknownParcel(_ id: String) -> Rejection {
    Rejection(
      .unknownParcel,
      en: "no parcel '\(id)' takes part; correct the id, or see why the parcel was rejected",
      zh: "没有编号为“\(id)”的有效小区；请更正编号，或查看该小区被剔除的原因")
  }
}

extension LayerRole {
  /// The role's name in Chinese messages.
  var zh: String {
    switch self {
    case .parcels: "居住小区"
    case .facilities: "服务设施"
    case .units: "行政单元"
    case .entrances: "出入口"
    }
  }
}
