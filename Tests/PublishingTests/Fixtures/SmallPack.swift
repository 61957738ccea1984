import GeoData
import Rules

/// One rule of each kind and force, in a made-up document.
enum SmallPack {
  static func read() throws -> RulePack {
    try RulePack(
      yaml: yaml, file: "small.yaml", vocabulary: FacilityKinds.builtIn(),
      topics: Topics.builtIn())
  }

  private static let yaml = """
    schema: 1
    id: small-plan
    title: {en: "Small <plan> & more", zh: "小规划"}
    document:
      number: 示例〔2023〕1号
      issuer: {en: Example City, zh: 示例市}
      issued: 2023-01-01
      status: draft
    rules:
      - id: day-care-circle
        clause: "1, \\"a\\""
        says: {en: An elder day-care centre is within 500 m., zh: 日间照料中心服务半径不大于500米。}
        means: elder-day-care-circle
        check: coverage
        subject: parcel
        facility: [elder_day_care]
        within: {radius: 500 m}
        at_least: 100
        unit: percent
        force: binding
        target_year: 2025
      - id: childcare-places
        clause: 第二条
        says: {en: "There are 10 childcare places per 1,000 residents.", zh: 每千人10个托位。}
        means: childcare-places-new
        check: provision
        subject: parcel
        supply: {facility: [childcare], measure: places}
        demand: {measure: population, per: 1000}
        within: {walk: 15 min}
        attribution: in_reach
        at_least: 10
        unit: places/1000 persons
        force: expected
      - id: better-circle
        clause: 第三条
        says: {en: Day care within 300 m is better., zh: 鼓励300米内设日间照料中心。}
        means: elder-day-care-circle
        check: coverage
        subject: parcel
        facility: [elder_day_care]
        within: {radius: 300 m}
        at_least: 100
        unit: percent
        force: advisory
      - id: day-care-size
        clause: 第四条
        says: {en: A day-care centre has 350 to 750 m2., zh: 日间照料中心建筑面积350至750平方米。}
        means: elder-day-care-size
        check: size
        subject: facility
        kinds: [elder_day_care]
        measure: floor_area
        between: [350, 750]
        unit: m2
        force: binding
      - id: community-has-day-care
        clause: 第五条
        says: {en: Each community has day care., zh: 每个社区设日间照料中心。}
        means: elder-community-presence
        check: presence
        subject: community
        facility: [elder_day_care]
        at_least: 1
        unit: count
        force: binding
      - id: city-beds
        clause: 第六条
        says: {en: "The city has 1,200 beds.", zh: 全市床位1200张。}
        means: elder-beds-total
        check: total
        subject: city
        sum: {facility: [nursing_home], measure: beds, statistic: beds}
        at_least: 1200
        unit: beds
        force: binding
    """
}
