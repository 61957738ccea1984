/// A good rule pack, and what people write wrong in it, with the place and the beginning of the
/// complaint.
///
/// The tables have a line a mistake: what is changed ⇒ to what ⇒ line:column ⇒ what is said, with `⏎`
/// and `⇥` for the end of a line and a tab.
public enum MistakenPacks {
  /// One mistake.
  public struct Mistake: Sendable, CustomStringConvertible {
    /// What is changed; it stands once in the good pack.
    public let from: String
    /// What is written instead.
    public let to: String
    /// `line:column` of the complaint.
    public let place: String
    /// How the complaint begins.
    public let says: String

    /// The pack with the mistake.
    public var pack: String { good.replacing(from, with: to) }
    /// What is changed, to what.
    public var description: String { "\(from) ⇒ \(to)" }
  }

  /// Each kind of mistakes.
  public static let kinds = [
    text, keys, parameters, figures, checks, conditions, language,
  ].map(mistakes)

  /// The packs that look mistaken and are not.
  public static let harmlessPacks = harmless.split(separator: "\n").map { line in
    let cells = cells(of: line)
    return good.replacing(cells[0], with: cells[1])
  }

  private static func mistakes(_ table: String) -> [Mistake] {
    table.split(separator: "\n").map { line in
      let cells = cells(of: line)
      return Mistake(from: cells[0], to: cells[1], place: cells[2], says: cells[3])
    }
  }

  private static func cells(of line: Substring) -> [String] {
    line.split(separator: " ⇒ ", omittingEmptySubsequences: false).map {
      String($0).replacing("⏎", with: "\n").replacing("⇥", with: "\t")
    }
  }

  /// A pack with a rule of each check and without a fault.
  public static let good = """
    schema: 1
    id: my-city
    title: {en: My city, zh: 我市}
    document: {number: null, issuer: {en: City, zh: 市政府}, issued: 2022-05-18, status: issued}
    parameters:
      walking_speed: {value: 1.0, unit: m/s}
      rooms: {value: 30, unit: m2/100 households}
    default_reach: {floor_area: {walk: 300 m}}
    rules:
      - id: rooms-new
        clause: 第一条
        says: 每百户30平方米。
        means: elder-floor-area-new
        check: provision
        subject: parcel
        when: {status: new}
        supply: {facility: [elder_service_room], measure: floor_area}
        demand: {measure: households, per: 100}
        at_least: {parameter: rooms}
        unit: m2/100 households
        force: binding
      - id: nursery-circle
        clause: 第二条
        says: 托儿所步行可达。
        means: nursery-circle
        check: coverage
        subject: parcel
        facility: [nursery, childcare]
        within: {walk: 5 min}
        at_least: 95
        unit: percent
        force: expected
      - id: street-centre
        clause: 第三条
        says: 每街道一处。
        means: elder-street-presence
        check: presence
        subject: [street, township]
        facility: [elder_comprehensive_centre]
        at_least: 1
        unit: count
        force: binding
      - id: rooms-met
        clause: 第四条
        says: 达标率100%。
        means: elder-compliance-new
        check: presence
        subject: city
        counting: {units: parcel, passing: rooms-new, when: {urban: true}}
        at_least: 100
        unit: percent
        force: binding
      - id: station-share
        clause: 第五条
        says: 社区覆盖90%。
        means: elder-community-presence
        check: presence
        subject: city
        counting: {units: community, at_least: 1}
        facility: [community_elder_station]
        declared: {have: stations, of: communities}
        at_least: 90
        unit: percent
        target_year: 2025
        force: binding
      - id: centre-size
        clause: 第六条
        says: 面积350至750平方米。
        means: elder-day-care-size
        check: size
        subject: facility
        kinds: [elder_day_care]
        when: {status: [new, rebuilt], delivered: {at_least: 2021-01-01}}
        measure: floor_area
        between: [350, 750]
        unit: m2
        force: expected
      - id: area-per-place
        clause: 第七条
        says: 每托位12平方米。
        means: childcare-area-per-place
        check: size
        subject: facility
        kinds: [childcare]
        measure: floor_area
        per: places
        times: 10
        at_least: 120
        unit: m2/10 places
        force: expected
      - id: medical
        clause: 第八条
        says: 设医务室。
        means: medical-in-home
        check: size
        subject: facility
        kinds: [elder_institution]
        has: {equipment: medical_unit}
        unit: none
        force: binding
      - id: nursing-share
        clause: 第九条
        says: 护理型床位55%。
        means: elder-nursing-beds
        check: share
        subject: city
        part: {facility: [elder_institution], measure: nursing_beds, statistic: nursing_beds}
        whole: {facility: [elder_institution], where: {ownership: public}, measure: beds}
        more_than: 55
        unit: percent
        force: expected
      - id: beds
        clause: 第十条
        says: 床位500张。
        means: elder-beds-total
        check: total
        subject: district
        sum: {facility: [elder_facility_any], measure: beds}
        at_least: 500
        unit: beds
        force: expected
    not_computed:
      - {id: subsidy, why: money}

    """
}
