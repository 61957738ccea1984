import Foundation
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Hostile input")
struct HostileInputTests {
  private static let facilities = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":\
    {"id":"f","kind":"childcare","places":10},"geometry":{"type":"Point","coordinates":\
    [115.6,34.4]}}]}
    """

  private static func parcel(_ geometry: String, _ properties: String = "\"id\":\"p\"") -> String {
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{\(properties)},\
    "geometry":\(geometry)},{"type":"Feature","properties":{"id":"good","households":10},\
    "geometry":{"type":"Polygon","coordinates":[[[115.6,34.4],[115.601,34.4],[115.601,34.401],\
    [115.6,34.401],[115.6,34.4]]]}}]}
    """
  }

  private static func polygon(_ ring: String) -> String {
    "{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}"
  }

  /// A name, the bytes, and whether a run can go on with the good rows.
  static let layers: [(name: String, bytes: Data, goesOn: Bool)] = {
    let good = parcel(polygon("[115.6,34.4],[115.601,34.4],[115.601,34.401],[115.6,34.4]"))
    var invalid = Data(good.utf8)
    if let place = invalid.firstIndex(of: UInt8(ascii: "p")) { invalid[place] = 0xFF }
    let nested = String(repeating: "[", count: 100_000)
    let ring = (0..<400_000).map { index -> String in
      let angle = Double(index) / 400_000 * 2 * Double.pi
      return "[\(115.6 + 0.01 * cos(angle)),\(34.4 + 0.01 * sin(angle))]"
    }
    let big = polygon((ring + [ring[0]]).joined(separator: ","))
    return [
      ("good", Data(good.utf8), true),
      ("BOM", Data([0xEF, 0xBB, 0xBF]) + Data(good.utf8), true),
      ("empty", Data(), false),
      ("truncated", Data(good.utf8).prefix(200), false),
      ("invalid UTF-8", invalid, false),
      ("deep nesting", Data(nested.utf8), false),
      ("not JSON", Data("<kml/>".utf8), false),
      ("a list", Data("[1,2,3]".utf8), false),
      ("NaN", Data(parcel(polygon("[NaN,34.4],[1,1],[2,2],[NaN,34.4]")).utf8), false),
      ("huge", Data(parcel(polygon("[1e308,34.4],[1,1],[2,2],[1e308,34.4]")).utf8), true),
      ("infinite", Data(parcel(polygon("[1e999,34.4],[1,1],[2,2],[1e999,34.4]")).utf8), true),
      ("one point", Data(parcel(polygon("[115.6,34.4]")).utf8), true),
      (
        "bow-tie",
        Data(parcel(polygon("[0,0],[1,1],[1,0],[0,1],[0,0]")).utf8), true
      ),
      ("no geometry", Data(parcel("null").utf8), true),
      ("texts for numbers", Data(parcel(polygon("[\"a\",\"b\"]")).utf8), true),
      ("wrong types", Data(parcel("7", "\"id\":{\"a\":[1]},\"households\":true").utf8), true),
      ("missing properties", Data(parcel("null", "").utf8), true),
      ("10 MB of one ring", Data(parcel(big).utf8), true),
    ]
  }()

  @Test("a clear error or a rejected row; never a crash, never partial output", arguments: 0..<18)
  func layer(index: Int) throws {
    let (name, bytes, goesOn) = Self.layers[index]
    let scratch = try ScratchFolder()
    let parcels = try scratch.write(bytes, to: "parcels.geojson")
    let facilities = try scratch.write(Self.facilities, to: "facilities.geojson")
    let run = try Program.run(
      "check", "--parcels", parcels, "--facilities", facilities, "--pack", "gb50180-2018",
      "--out", scratch.path("out"), "--quiet")
    #expect(!run.isCrash, "\(name): \(run.errors)")
    #expect(run.status == (goesOn ? 0 : 65), "\(name): \(run.errors)")
    if goesOn {
      let rejected = try String(
        contentsOfFile: scratch.path("out/rejected.geojson"), encoding: .utf8)
      let checked = try String(
        contentsOfFile: scratch.path("out/parcels.geojson"), encoding: .utf8)
      #expect(checked.contains("\"good\"") || rejected.contains("\"good\""), "\(name)")
    } else {
      #expect(run.errors.contains("parcels.geojson"), "\(name): \(run.errors)")
      #expect(try scratch.names() == ["facilities.geojson", "parcels.geojson"], "\(name)")
    }
  }

  @Test("the table has as many rows as are tested")
  func table() { #expect(Self.layers.count == 18) }

  @Test("a full disk leaves nothing behind", .enabled(if: Self.canMount))
  func fullDisk() throws {
    let scratch = try ScratchFolder()
    let disk = scratch.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    #expect(Self.shell("mount -t tmpfs -o size=64k tmpfs '\(disk)'") == 0)
    defer { _ = Self.shell("umount '\(disk)'") }
    let parcels = try scratch.write(Self.layers[17].bytes, to: "parcels.geojson")
    let facilities = try scratch.write(Self.facilities, to: "facilities.geojson")
    let run = try Program.run(
      "check", "--parcels", parcels, "--facilities", facilities, "--pack", "gb50180-2018",
      "--out", "\(disk)/out", "--quiet")
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("no space left"), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == [])
  }

  @Test("a folder without permission is named", .enabled(if: getuid() != 0))
  func noPermission() throws {
    let scratch = try ScratchFolder()
    let parcels = try scratch.write(Self.layers[0].bytes, to: "parcels.geojson")
    let facilities = try scratch.write(Self.facilities, to: "facilities.geojson")
    let closed = scratch.path("closed")
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
    let run = try Program.run(
      "check", "--parcels", parcels, "--facilities", facilities, "--pack", "gb50180-2018",
      "--out", "\(closed)/out", "--quiet")
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("closed"), "\(run.errors)")
  }

  /// Whether this process may mount a small disk.
  private static let canMount: Bool = {
    guard getuid() == 0 else { return false }
    let folder = "/tmp/siting-mount-\(getpid())"
    let status = shell(
      "mkdir -p \(folder) && mount -t tmpfs -o size=16k tmpfs \(folder) && umount \(folder)")
    _ = shell("rmdir \(folder)")
    return status == 0
  }()

  private static func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
