internal import Documents
internal import Quantities

/// What is not as it should be with a row or a file that takes part: stable words.
public enum NoteCode: String, Sendable, Hashable, CaseIterable {
  /// The file has no column for something that rules ask for.
  case missingColumn = "missing_column"
  /// Two columns of the file are the same one of ours.
  case columnMatchedTwice = "column_matched_twice"
  /// The numbers of a column were converted because its header names a unit.
  case unitConverted = "unit_converted"
  /// The project states another CRS than the file.
  case crsOverridden = "crs_overridden"
  /// Something that the reader of the file left out or repaired.
  case readWarning = "read_warning"
  /// A parcel without households.
  case missingHouseholds = "missing_households"
  /// A parcel without population.
  case missingPopulation = "missing_population"
  /// A parcel of which it is not known whether it is new.
  case missingStatus = "missing_status"
  /// A parcel with 0 households.
  case zeroHouseholds = "zero_households"
  /// A facility of 0 m².
  case zeroArea = "zero_area"
  /// A facility with childcare places and no floor area.
  case placesWithoutArea = "places_without_area"
  /// A part of a household, a person or a place.
  case fractionalCount = "fractional_count"
  /// A cell that is not one number for certain.
  case unreadableNumber = "unreadable_number"
  /// A cell that is not a day.
  case unreadableDate = "unreadable_date"
  /// A cell that names no stage of building.
  case unreadablePhase = "unreadable_phase"
  /// A cell that says none of the words known.
  case unknownWord = "unknown_word"
  /// A row names a unit that there is not.
  case unknownUnit = "unknown_unit"
  /// A row names a unit by a name that several units have.
  case ambiguousUnit = "ambiguous_unit"
  /// A facility is declared to serve a parcel that does not take part.
  case unknownServedParcel = "unknown_served_parcel"
  /// A parcel or facility in no unit.
  case outsideUnits = "outside_units"
  /// A facility more than 50 km from the parcels.
  case farFromParcels = "far_from_parcels"
  /// A ring that crosses itself or another one was repaired.
  case repairedGeometry = "repaired_geometry"
  /// Two parcels in the same place.
  case samePlace = "same_place"
  /// Fewer than half a person or more than ten to a household.
  case implausibleHouseholdSize = "implausible_household_size"
  /// More persons of 60 and over than persons.
  case eldersExceedPopulation = "elders_exceed_population"
  /// More children under 3 than persons.
  case infantsExceedPopulation = "infants_exceed_population"
  /// More nursing-type beds than beds.
  case nursingBedsExceedBeds = "nursing_beds_exceed_beds"
}

/// One thing to know about a row or a file.
struct Note: Sendable, Hashable {
  let code: NoteCode
  let message: LocalizedText

  init(_ code: NoteCode, en: String, zh: String) {
    self.code = code
    message = LocalizedText(en: en, zh: zh)
  }
}

// MARK: About a file

extension Note {
  static func missingColumn(_ column: String, role: LayerRole) -> Note {
    Note(
      .missingColumn,
      en: "no column was taken for '\(column)'; if the file has one, state "
        + "`fields: {\(column): …}` in the project file",
      zh: "\(role.zh)图层没有找到“\(column)”对应的列；如有，请在项目文件中声明 fields: {\(column): …}")
  }

  static func columnMatchedTwice(_ doubt: FieldMatching.Doubt) -> Note {
    Note(
      .columnMatchedTwice,
      en: "'\(doubt.used)' and '\(doubt.ignored)' both look like '\(doubt.column)'; "
        + "'\(doubt.used)' is used; state `fields: {\(doubt.column): …}` to choose",
      zh: "“\(doubt.used)”和“\(doubt.ignored)”都像“\(doubt.column)”，已使用“\(doubt.used)”；"
        + "可用 fields: {\(doubt.column): …} 指定")
  }

  static func unitConverted(_ column: String, _ source: String, _ factor: UnitFactor) -> Note {
    Note(
      .unitConverted,
      en: "'\(source)' names a unit: its numbers are taken \(factor.text) as '\(column)'",
      zh: "“\(source)”列名带有单位，其数值按 \(factor.text) 换算为“\(column)”")
  }

  static func crsOverridden(stated: String, file: String) -> Note {
    Note(
      .crsOverridden, en: "the file says \(file), the project file \(stated); the latter is used",
      zh: "文件声明的坐标系为 \(file)，项目文件声明为 \(stated)，以项目文件为准")
  }

  static func readWarning(_ place: String, _ message: String) -> Note {
    let place = place.isEmpty ? "" : "\(place): "
    return Note(.readWarning, en: place + message, zh: "读取时：\(place)\(message)")
  }
}

// MARK: About cells

extension Note {
  static func unreadableNumber(_ column: String, _ text: String) -> Note {
    Note(
      .unreadableNumber,
      en: "'\(column)' is '\(text)', which is not one number; it counts as missing: write digits",
      zh: "“\(column)”为“\(text)”，不是确定的数值，按缺失处理；请填写数字")
  }

  static func unreadablePhase(_ column: String, _ text: String) -> Note {
    Note(
      .unreadablePhase,
      en: "'\(text)' in \(column) is no stage of building and counts as missing;"
        + " write 1, 2, 3 … or 一期, 二期",
      zh: "\(column) 的“\(text)”不是建设期次，按缺失处理；请填写 1、2、3 或 一期、二期")
  }

  static func unreadableDate(_ column: String, _ text: String) -> Note {
    Note(
      .unreadableDate,
      en: "'\(column)' is '\(text)', which is not a day; it counts as missing: write 2025-12-31",
      zh: "“\(column)”为“\(text)”，不是日期，按缺失处理；请写作 2025-12-31")
  }

  /// - Parameters:
  ///   - isKept: Whether the word stays as it is; else the value counts as missing.
  ///   - known: The words that are known, in the order to show them.
  static func unknownWord(_ column: String, _ text: String, isKept: Bool, known: [String]) -> Note {
    let words = known.joined(separator: ", ")
    return Note(
      .unknownWord,
      en: "'\(column)' is '\(text)', which is none of: \(words); it "
        + (isKept ? "is kept as it is" : "counts as missing"),
      zh: "“\(column)”为“\(text)”，不是已知的值（\(words)），"
        + (isKept ? "按原文保留" : "按缺失处理"))
  }

  static func fractionalCount(_ column: String, _ amount: Amount) -> Note {
    Note(
      .fractionalCount, en: "'\(column)' is \(amount), not a whole number; it is used as it is",
      zh: "“\(column)”为 \(amount)，不是整数；按原值使用")
  }
}
