import Quantities
import Testing

@Suite("Exact amounts")
struct AmountTests {
  @Test(
    "a decimal is read exactly, or not at all",
    arguments: [
      ("0", 0), ("30", 30_000_000), ("-12.50", -12_500_000), ("+.5", 500_000),
      ("4.550000", 4_550_000), ("0.000001", 1), ("1.2300000000", 1_230_000),
      ("9223372036854.775807", Int64.max),
    ])
  func reads(text: String, micros: Int64) {
    #expect(Amount(exactly: text)?.micros == micros)
  }

  @Test(
    "what is no plain decimal is refused",
    arguments: ["", "-", ".", "1e3", "1,000", "0.0000001", "9223372036854.775808", "12 m", "１２"])
  func refuses(text: String) {
    #expect(Amount(exactly: text) == nil)
  }

  @Test("text and back is the same amount", arguments: UInt64(0)..<500)
  func roundTrip(seed: UInt64) throws {
    let micros = Int64(bitPattern: seed &* 0x9E37_79B9_7F4A_7C15) / 1_000
    let amount = Amount(micros: micros)
    #expect(Amount(exactly: amount.description) == amount)
  }

  @Test("sums that binary floats miss are exact")
  func sums() throws {
    let parts = try ["10.1", "9.9"].map { try #require(Amount(exactly: $0)) }
    #expect(parts[0] + parts[1] == Amount(20))
    let tenths = Array(repeating: try #require(Amount(exactly: "0.1")), count: 30)
    #expect(tenths.reduce(.zero, +) == Amount(3))
  }

  @Test("sums stop at the ends of the range")
  func saturates() {
    #expect(Amount(micros: .max) + Amount(1) == Amount(micros: .max))
    #expect(Amount(micros: .min) - Amount(1) == Amount(micros: .min))
  }

  @Test("whole things are rounded up")
  func roundsUp() {
    #expect(Amount(exactly: "26.4")?.roundedUp == Amount(27))
    #expect(Amount(exactly: "27")?.roundedUp == Amount(27))
    #expect(Amount(exactly: "-0.5")?.roundedUp == Amount(0))
  }

  @Test("numbers that are not finite, or too large, are no amounts")
  func notFinite() {
    #expect(Amount(rounding: .nan) == nil)
    #expect(Amount(rounding: .infinity) == nil)
    #expect(Amount(rounding: 1e300) == nil)
    #expect(Amount(rounding: 2.5)?.micros == 2_500_000)
  }
}
