import TestSupport
import Testing
import Wording

@testable import Planning

/// Whether facilities stand, from what files say of it.
@Suite("What stands on the day: reading")
struct StandingTests {
  /// What is read of facilities with some further columns.
  private func load(
    _ rows: [[(String, String)]], on day: String? = "2025-12-31"
  ) async throws -> City {
    var city = TestCity()
    city.project.asOf = day.flatMap { CalendarDate($0) }
    city.facilities = rows.enumerated().map { index, values in
      var row = TestCity.facility("F\(index + 1)", point(115.65 + Double(index) / 10_000, 34.44))
      row.set("status", nil)
      row.set("operating", nil)
      for (name, text) in values { row.set(name, "\"\(text)\"") }
      return row
    }
    return try await city.load()
  }

  private func doubts(_ column: String, _ words: [String]) async throws -> [Standing.Doubt?] {
    try await load(words.map { [(column, $0)] }).standings.map(\.doubt)
  }

  @Test(
    "words are read in columns of operation and of status",
    arguments: ["运营状态", "营业状态", "经营状态", "operating", "status", "状态", "建设状态"])
  func words(column: String) async throws {
    let open = [
      "运营", "运营中", "正常", "营业", "在营", "开业", "已建成", "已投用", "投入使用", "open", "Operating", "active",
    ]
    let closed = [
      "停业", "关停", "注销", "撤销", "关闭", "已拆", "暂停", "歇业", "闲置", "closed", "Suspended",
    ]
    let building = [
      "在建", "建设中", "施工", "（在建）", "在 建", "under construction", "Under-Construction",
    ]
    let planned = ["拟建", "规划", "待建", "筹建", "未开工", "planned", "proposed"]
    #expect(try await doubts(column, open).allSatisfy { $0 == nil })
    #expect(try await doubts(column, closed).allSatisfy { $0 == .closed })
    #expect(try await doubts(column, building).allSatisfy { $0 == .underConstruction })
    #expect(try await doubts(column, planned).allSatisfy { $0 == .planned })
  }

  @Test("a word that is not known is not an empty cell")
  func unknownWords() async throws {
    let city = try await load([
      [("运营状态", "看情况")], [("运营状态", "")], [("运营状态", "未知")], [("运营状态", "/")],
      [("运营状态", "新建")],
    ])
    #expect(city.standings.map(\.isOpen) == [nil, true, nil, true, true])
    #expect(city.facilities.status == [nil, nil, nil, nil, .new])
    #expect(city.notes.map(\.code).filter { $0 == .unclearOperation }.count == 1)
  }

  @Test("a column of states says what is new, what operates, or both")
  func mixedStates() async throws {
    let mixed = try await load([
      [("状态", "新建")], [("状态", "停业")], [("状态", "看情况")], [("状态", "运营中")], [("状态", "是")],
    ])
    #expect(mixed.standings.map(\.doubt) == [nil, .closed, .unknown, nil, .unknown])
    #expect(mixed.facilities.status == [.new, nil, nil, .existing, nil])
    #expect(!mixed.notes.contains { $0.code == .takenAsOpen })
    // Where no word is one of operation, none is missed.
    let plain = try await load([[("状态", "新建")], [("状态", "看情况")]])
    #expect(plain.standings == [.open, .open])
    #expect(plain.notes.filter { $0.code == .takenAsOpen }.count == 1)
  }

  @Test(
    "columns that are not for it tell of operation where their words do",
    arguments: [
      ("目前状态", "停业"), ("现状", "停业"), ("机构现状", "关停"), ("运营", "停业"), ("机构运营情况", "停业"), ("开办状态", "停办"),
      ("登记状态", "注销"), ("年检状态", "注销"), ("备注", "已停业"), ("是否停业", "是"), ("是否关停（是/否）", "是"), ("停业", "√"),
      ("是否在营", "否"), ("是否在营业", "否"), ("是否正常营业", "否"), ("运营", "否"), ("是否停业", "停业"),
    ])
  func otherColumns(column: String, word: String) async throws {
    let isRemark = ["登记状态", "年检状态", "备注"].contains(column)
    let other = ["是": "否", "否": "是", "√": "×"][word] ?? (isRemark ? "合格" : "正常")
    let city = try await load([[(column, word)], [(column, other)], [(column, "")]])
    #expect(city.standings.map(\.isOpen) == [false, true, true], "\(city.standings)")
    #expect(city.notes.contains { $0.code == .takenAsOpen } == isRemark)
  }

  @Test("columns of the same names that tell of something else are let be")
  func otherMatters() async throws {
    for (column, words) in [
      ("现状", ["450", "600"]), ("备注", ["近地铁", "在建筑南侧"]), ("登记状态", ["是", "否"]),
      ("运营", ["公建民营", "民办"]),
    ] {
      let city = try await load(words.map { [(column, $0)] })
      #expect(city.standings == [.open, .open], "\(column)")
    }
  }

  @Test("where two columns say different things nobody knows which holds")
  func contradicted() async throws {
    let city = try await load([
      [("运营状态", "运营中"), ("是否停业", "是")], [("运营状态", "停业"), ("是否停业", "否")],
      [("运营状态", "运营中"), ("机构状态", "注销")], [("运营状态", "运营中"), ("是否停业", "否")],
    ])
    #expect(city.standings.map(\.isOpen) == [nil, false, nil, true])
  }

  @Test("remarks in brackets behind a kind or a name")
  func brackets() async throws {
    func isOpen(_ column: String, _ text: String) async throws -> Bool? {
      try await load([[(column, text)]]).standings[0].isOpen
    }
    #expect(try await isOpen("kind", "养老院（公建民营，停业）") == false)
    #expect(try await isOpen("kind", "养老院（停业/公办）") == false)
    #expect(try await isOpen("kind", "托育综合服务中心（筹）") == false)
    #expect(try await isOpen("kind", "养老院（公建民营）") == true)
    #expect(try await isOpen("name", "甲养老院（停业）") == nil)
    #expect(try await isOpen("name", "甲养老院(在建)") == false)
    #expect(try await isOpen("name", "甲养老院（北区）") == true)
    let city = try await load([[("name", "甲养老院（停业）"), ("运营状态", "运营中")]])
    #expect(city.standings[0].isOpen == nil && city.notes.contains { $0.code == .unclearOperation })
  }

  @Test("dates have as many digits as they have")
  func dates() async throws {
    func doubt(_ column: String, _ text: String, on day: String = "2025-12-31") async throws
      -> Standing.Doubt?
    {
      try await load([[(column, text)]], on: day).standings[0].doubt
    }
    #expect(try await doubt("投用时间", "2025-12-31") == nil)
    #expect(try await doubt("投用时间", "2026-01-01") == .notYetOpen)
    #expect(try await doubt("开业时间", "2026年1月") == .notYetOpen)
    #expect(try await doubt("开业时间", "2025年") == .unknown)
    #expect(try await doubt("成立日期", "2024年") == nil)
    #expect(try await doubt("交付日期", "2025.12") == .unknown)
    #expect(try await doubt("停业时间", "2025-12-31") == .closed)
    #expect(try await doubt("注销日期", "2026-01-01") == nil)
    #expect(try await doubt("关闭日期", "2025") == .unknown)
    #expect(try await doubt("开业时间", "在建") == .underConstruction)
    #expect(try await doubt("开业时间", "改天") == .unknown)
    #expect(try await doubt("开业时间", "/") == nil)
  }

  @Test("a date that is all that is known of its day")
  func precision() throws {
    let year = try #require(CalendarDate("2025"))
    let month = try #require(CalendarDate("2025年6月"))
    let day = try #require(CalendarDate("2025-06-30"))
    let later = try #require(CalendarDate("2025-07-01"))
    #expect("\(year) \(month) \(day)" == "2025 2025-06 2025-06-30")
    #expect(year.firstDay == CalendarDate("2025-01-01"))
    #expect(year.isBefore(day) == nil && day.isBefore(year) == nil && year.isBefore(year) == nil)
    #expect(day.isBefore(day) == false && day.isBefore(later) == true)
    #expect(month.isBefore(later) == true && later.isBefore(month) == false)
    #expect([day, month, year].sorted() == [year, month, day])
  }

  @Test("of several columns with an alias of one a row has the first that says something")
  func combined() async throws {
    let city = try await load([
      [("交付日期", "2024-01-01"), ("投用时间", "2027-01-01")], [("交付日期", ""), ("投用时间", "2027-01-01")],
      [("交付日期", "/"), ("投用时间", "2024-05-01")],
    ])
    #expect(city.standings.map(\.isOpen) == [true, false, true])
    #expect(city.notes.filter { $0.code == .columnMatchedTwice }.count == 1)
    #expect(city.inputs.contains { $0.matchedFields["delivered"] == "交付日期 / 投用时间" })
  }
}
