import Quantities
import Testing

@Suite("Units of clauses")
struct MeasureUnitTests {
  @Test(
    "a unit is written as it was read",
    arguments: [
      "m2", "m", "percent", "count", "places", "beds", "persons", "households", "elders", "infants",
      "units", "none", "projects", "parcels", "dwellings", "person-times", "人次", "beds/100 persons",
      "beds/10000 elders", "m2/100 households", "m2/bed", "m2/person", "m2/place", "m2/room",
      "persons/100 residents", "persons/resident", "persons/class", "count/10 units",
      "m2/household", "units/dwellings",
    ])
  func roundTrip(text: String) throws {
    let unit = try #require(MeasureUnit(text))
    #expect(unit.description == text)
    #expect(MeasureUnit(unit.description) == unit)
  }

  @Test(
    "what is not a unit is not read",
    arguments: [
      "", " ", "m2 ", "/", "m2/", "/person", "m2/100", "m2/100 household", "m2/persons",
      "m2/1 person", "m2/01 persons", "m2/0 persons", "m2/-5 persons", "m2/0100 persons",
      "m2/100  persons", "m2/100 persons/2 beds", "100 m2", "2m", "m2 per person",
      "m2/99999999999999999999 persons",
    ])
  func refused(text: String) { #expect(MeasureUnit(text) == nil) }

  @Test("for one of a thing it may be written out", arguments: ["persons", "places", "rooms"])
  func written(out word: String) {
    #expect(MeasureUnit("m2/1 \(word)") == MeasureUnit("m2/\(word.dropLast())"))
  }

  @Test("a rate is made of things")
  func made() {
    let rate = MeasureUnit(.squareMetres, per: 100, .households)
    #expect(rate == MeasureUnit("m2/100 households"))
    #expect(rate.isRate)
    #expect(rate.numerator == MeasureUnit("m2"))
    #expect(rate.per?.count == Amount(100))
    #expect(rate.per?.thing == .households)
    #expect(MeasureUnit(.squareMetres, per: 1, .persons).description == "m2/person")
    #expect(MeasureUnit(.squareMetres, per: 1, .other("rooms")) == MeasureUnit("m2/room"))
    #expect(!MeasureUnit.percent.isRate)
  }

  @Test("places, beds and people come whole, areas, lengths and shares do not")
  func whole() {
    for text in ["m2", "m", "percent", "m2/100 households"] {
      #expect(MeasureUnit(text)?.comesWhole == false, "\(text)")
    }
    for text in ["count", "places", "beds/1000 elders", "units", "person-times"] {
      #expect(MeasureUnit(text)?.comesWhole == true, "\(text)")
    }
  }
}
