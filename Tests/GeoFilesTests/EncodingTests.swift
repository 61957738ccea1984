import TestSupport
import Testing

@testable import GeoFiles

@Suite("Encodings")
struct EncodingTests {
  private static let chinese = [
    "编号,名称,类型,经度,纬度\n1,甲养老院,养老院,113.5,34.5\n", "序号,小区,户数\n1,郾城区龙塔街道某某花园,100\n",
    "名,lon,lat\n北,1,2\n",
    "id,备注\n1,濮阳濉溪嵩县淅川\n2,鄢陵禹州\n", "编号,名称\n1,東風新村（繁體）\n",
    "号,名,度\n1,阿城,1\n2,安阳,2\n3,北京,3\n4,成都,4\n",
  ]

  /// Names and texts of a layer.
  private static func texts(_ layer: Layer) -> [String] {
    layer.attributes.names
      + layer.attributes.columns.flatMap { column -> [String] in
        guard case .text(let texts) = column else { return [] }
        return (0..<texts.count).map { texts[$0] ?? "" }
      }
  }

  @Test("text of the mainland is read as such", arguments: chinese, ["GB18030", "GBK"])
  func mainland(text: String, encoding: String) async throws {
    let file = try TestFile(encoded(text, as: encoding), named: "a.csv")
    let layer = try await LayerFile.read(file.path, options: ReadOptions(geometry: .none))
    let expected = try await readLayer(text, named: "a.csv", options: ReadOptions(geometry: .none))
    #expect(Self.texts(layer) == Self.texts(expected))
    #expect(layer.noteTexts[0].contains("was read as GB18030"))
  }

  @Test(
    "that of others is told by name, and read once it is stated",
    arguments: [
      ("BIG5", "編號,名稱,類型,經度,緯度\n1,甲養老院,養老院,121.5,25.0\n2,臺北市大安區日間照顧中心,日照,121.5,25.0\n"),
      ("BIG5", "機構名稱,地址\n長青護理之家,新北市板橋區文化路\n"),
      ("SHIFT_JIS", "番号,名称,種類,経度,緯度\n1,さくら保育園,保育所,139.7,35.6\n"),
      ("SHIFT_JIS", "名称,住所\n中央老人ホーム,東京都千代田区\n"),
      ("SHIFT_JIS", "番号,名称,種別,経度,緯度,定員\n1,中央園,保育,139.7,35.6,60\n"),
      ("SHIFT_JIS", "番号,名称,経度,緯度\n1,ｻｸﾗﾎｲｸ,139.7,35.6\n"),
      ("SHIFT_JIS", "id,ﾒｲｼｮｳ,lon,lat\n1,ｻｸﾗﾎｲｸｴﾝ,139.7,35.6\n"),
      ("SHIFT_JIS", "id,x,lon,lat\n1,ｻｸﾗﾉｱﾄ,139.7,35.6\n2,ｱｵｲ,139.7,35.7\n"),
      ("EUC-JP", "番号,名称,種別,経度,緯度,定員\n1,中央園,保育,139.7,35.6,60\n"),
      ("EUC-JP", "番号,名称,経度,緯度\n1,さくら保育園,139.7,35.6\n"),
      ("CP949", "번호,이름,종류,경도,위도\n1,A,B,126.9,37.5\n"),
      ("CP949", "시설명칭,주소,정원\n가나어린이집,서울,20\n"),
      ("CP949", "번호,이름,종류,경도,위도\n1,서울어린이집,어린이집,126.9,37.5\n2,강남요양원,요양원,127.0,37.5\n"),
    ])
  func others(encoding: String, text: String) async throws {
    let file = try TestFile(encoded(text, as: encoding), named: "a.csv")
    let error = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(file.path, options: ReadOptions(geometry: .none))
    }
    #expect(error?.description.contains("state `encoding: \(encoding)`") == true, "\(error as Any)")
    let stated = try await LayerFile.read(
      file.path, options: ReadOptions(encoding: encoding, geometry: .none))
    let expected = try await readLayer(text, named: "a.csv", options: ReadOptions(geometry: .none))
    #expect(Self.texts(stated) == Self.texts(expected))
  }

  @Test("UTF-8 that is cut is no other encoding", arguments: 1...2)
  func cut(bytes: Int) async throws {
    let text = Array("编号,名称,lon,lat\n1,甲养老院,1,2\n2,乙养老".utf8)
    let file = try TestFile(text.dropLast(bytes), named: "a.csv")
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(file.path) }
    #expect(
      error?.description.contains("line 3: the text is UTF-8, and a character is cut") == true)
    let read = try await LayerFile.read(file.path, options: ReadOptions(encoding: "UTF-8"))
    #expect(read.count == 2 && read.noteTexts.contains { $0.contains("cut in two") })
  }

  @Test("so is UTF-8 of which each field is cut")
  func cutFields() async throws {
    let rows = (0..<20).map {
      Array("\($0),第".utf8) + Array("一养老院".utf8).prefix(10) + Array(",1,2\n".utf8)
    }
    let file = try TestFile(Array("编号,名称,lon,lat\n".utf8) + rows.joined(), named: "a.csv")
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(file.path) }
    #expect(error?.description.contains("line 2: the text is UTF-8") == true)
  }

  @Test("GeoJSON in another encoding is told so, and read once it is stated")
  func json() async throws {
    let text = """
      {"type":"Feature","properties":{"名称":"甲养老院编号"},"geometry":{"type":"Point","coordinates":[1,2]}}
      """
    let file = try TestFile(encoded(text, as: "GB18030"), named: "a.geojson")
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(file.path) }
    #expect(error?.description.contains("state `encoding: GB18030`") == true)
    let layer = try await LayerFile.read(file.path, options: ReadOptions(encoding: "GBK"))
    #expect(layer.attributes["名称"] == .text(TextColumn(["甲养老院编号"])))
    let cut = try TestFile(Array(text.utf8).prefix(50), named: "a.geojson")
    let said = await #expect(throws: LayerFileError.self) { try await LayerFile.read(cut.path) }
    #expect(said?.description.contains("a.geojson") == true)
  }
}
