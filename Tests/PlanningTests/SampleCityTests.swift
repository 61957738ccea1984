import Documents
import Foundation
import GeoData
import Planning
import Testing
import Workers

@Suite("The sample city")
struct SampleCityTests {
  @Test("loads, with its planted faults found and the rest joined")
  func loads() async throws {
    let path = GeoData.folder.appendingPathComponent("sample/project.yaml").path
    let vocabulary = try Vocabulary.builtIn()
    let project = try ProjectFile.read(path, vocabulary: vocabulary)
    let city = try await CityLoader.load(
      project, vocabulary: vocabulary, workers: Workers(count: 2))

    for input in city.inputs {
      #expect(input.rowsRead == input.rowsChecked + input.rowsRejected, "\(input.path)")
    }
    let codes = Set(city.rejected.map(\.code))
    #expect(codes.isSuperset(of: [.repeatedID, .negativeCount, .missingID, .unknownKind]))
    #expect(codes.isSuperset(of: [.noGeometry, .coordinatesOutOfRange]))
    let notes = Set(city.notes.map(\.code))
    #expect(notes.isSuperset(of: [.repairedGeometry, .outsideUnits, .placesWithoutArea]))
    #expect(!notes.contains(.unknownWord))
    #expect(!notes.contains(.unreadableNumber))
    #expect(!notes.contains(.missingColumn))

    let parcels = city.parcels
    #expect((0..<parcels.count).allSatisfy { parcels.units[$0, .community] != nil })
    #expect((0..<parcels.count).allSatisfy { parcels.units[$0, .district] != nil })
    #expect(parcels.urban.allSatisfy { $0 != nil })
    #expect(city.units.rows(of: .community).allSatisfy { city.units.parents[$0, .district] != nil })
    #expect(city.facilities.insideParcel.contains { $0 >= 0 })
    #expect(city.facilities.servedParcels.contains { !$0.isEmpty })
  }

  @Test("its project file says what it says")
  func project() throws {
    let path = GeoData.folder.appendingPathComponent("sample/project.yaml").path
    let project = try ProjectFile.read(path, vocabulary: .builtIn())
    #expect(project.name.zh.contains("归雁区"))
    #expect(project.asOf?.description == "2025-12-31")
    #expect(project.isComplete)
    #expect(project.layers.units.count == 3)
    #expect(project.statistics.count >= 4)
    #expect(project.layers.parcels[0].resolvedPath.hasSuffix("sample/parcels.geojson"))
  }
}
