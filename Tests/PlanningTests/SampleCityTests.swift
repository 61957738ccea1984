import Documents
import Foundation
import GeoData
import Planning
import Testing
import Workers

@Suite("The sample city")
struct SampleCityTests {
  @Test("loads, and every row is checked or rejected")
  func loads() async throws {
    let path = GeoData.folder.appendingPathComponent("sample/project.yaml").path
    let vocabulary = try Vocabulary.builtIn()
    let project = try ProjectFile.read(path, vocabulary: vocabulary)
    let city = try await CityLoader.load(
      project, vocabulary: vocabulary, workers: Workers(count: 2))
    print(city.parcels.count, city.facilities.count, city.units.count)
    for row in city.rejected { print(row.layer, row.row, row.id ?? "-", row.code, row.reason.en, row.reason.zh) }
    var counts: [String: Int] = [:]
    for note in city.notes { counts[note.layer + " " + note.code, default: 0] += 1 }
    print(counts)
    for note in city.notes where !note.code.hasPrefix("missing") { print(note.layer, note.row ?? 0, note.id ?? "-", note.message.en, note.message.zh) }
    for input in city.inputs { print(input) }
    for row in city.facilities.rows.ids.indices.prefix(5) { print(city.facilities.rows.ids[row], city.facilities.insideParcel[row], city.facilities.units[row, .street] as Any) }
    print(city.workingCRS)
  }
}
