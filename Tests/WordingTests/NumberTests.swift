import Documents
import Quantities
import Testing

@testable import Wording

@Suite("Numbers and units in a reader's words")
struct NumberTests {
  @Test(
    "shares are never rounded to all or nothing",
    arguments: [
      (0.0, 3.0, "0%"), (3, 3, "100%"), (1, 3, "33.3%"), (1, 100_000, "<0.1%"),
      (99_999, 100_000, ">99.9%"), (0, 0, "–"),
    ])
  func percent(part: Double, whole: Double, text: String) {
    #expect(NumberWords.percent(part, of: whole) == text)
  }

  @Test("a figure that misses by little is not shown as met")
  func measured() {
    #expect(NumberWords.measured(29.9999, against: Amount(30)) == "29.9999")
    #expect(NumberWords.measured(30, against: Amount(30)) == "30")
    #expect(NumberWords.measured(12.345_67, against: Amount(30)) == "12.35")
    #expect(NumberWords.text(Amount(-1_234_567)) == "−1,234,567")
  }

  @Test("units read as a reader says them")
  func units() {
    let rate = MeasureUnit(.squareMetres, per: 100, .households)
    #expect(UnitWords.text(rate, .en) == "m²/100 households")
    #expect(UnitWords.text(rate, .zh) == "m²/百户")
    #expect(UnitWords.text(MeasureUnit(.beds, per: 10_000, .persons), .zh) == "张/万人")
    #expect(UnitWords.text(MeasureUnit(.persons, per: 1_000, .elders), .zh) == "人/千名老年人")
    #expect(UnitWords.text("3", MeasureUnit(.count), .zh) == "3处")
    #expect(UnitWords.text("30", MeasureUnit(.squareMetres), .zh) == "30\u{00A0}m²")
    #expect(UnitWords.text("30", .percent, .en) == "30%")
  }
}
