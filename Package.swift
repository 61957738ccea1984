// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One line per room of the house; a module never imports upward.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], resources: resources,
    swiftSettings: settings)
}

let package = Package(
  name: "siting",
  products: [.executable(name: "siting", targets: ["SitingCLI"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CGDAL"),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    // Its assertions end the process; what they guard is checked, or harmless, in a damaged file.
    .target(
      name: "COsmium", cxxSettings: [.define("NDEBUG")],
      linkerSettings: ["z", "bz2", "expat"].map { .linkedLibrary($0) }),
    room("Workers"),
    room("Optimizing", ["Workers"]),
    room("Quantities"),
    room("Documents", ["Quantities", "Yams"]),
    room("Geodesy", ["Workers", "CPROJ", "Quantities"]),
    room("Planar", ["CGEOS"]),
    room("Walking", ["Planar", "Geodesy", "Workers", "COsmium", "GeoData", "Documents"]),
    room(
      "GeoFiles",
      ["Planar", "Geodesy", "Documents", "Workers", "Quantities", "CSimdJSON", "CZlib", "CGDAL"]),
    room(
      "Planning",
      ["GeoFiles", "Geodesy", "Planar", "Workers", "Documents", "Quantities", "GeoData"]),
    room("Rules", ["Documents", "Quantities", "GeoData"]),
    room(
      "Measuring",
      [
        "Planning", "Rules", "Walking", "GeoFiles", "Geodesy", "Planar", "Workers", "Documents",
        "Quantities", "GeoData",
      ]),
    room(
      "Compliance",
      [
        "Measuring", "Planning", "Rules", "Walking", "GeoFiles", "Geodesy", "Planar", "Workers",
        "Documents",
        "Quantities", "GeoData",
      ]),
    room(
      "Locating",
      [
        "Compliance", "Optimizing", "Measuring", "Planning", "Rules", "Walking", "Geodesy",
        "Planar",
        "Workers", "Documents", "Quantities", "GeoData",
      ]),
    room(
      "Wording",
      [
        "Locating", "Optimizing", "Compliance", "Measuring", "Walking", "Planning", "Rules",
        "Documents", "Quantities",
        "GeoData",
      ]),
    room(
      "Pages",
      [
        "Wording", "Locating", "Compliance", "Measuring", "Walking", "Planning", "Rules", "Geodesy",
        "Planar",
        "Documents", "Quantities", "GeoData",
      ]),
    room(
      "Publishing",
      [
        "Pages", "Wording", "Locating", "Optimizing", "Compliance", "Measuring", "Walking",
        "Planning", "Rules", "GeoFiles",
        "Geodesy", "Planar", "Workers", "Documents", "Quantities", "GeoData", "CCrypto",
      ]),
    room(
      "Conformance",
      [
        "Publishing", "Wording", "Compliance", "Rules", "GeoFiles", "Workers", "Documents",
        "GeoData",
      ]),
    .target(
      name: "GeoData", dependencies: ["Documents"], path: "GeoData",
      exclude: ["rules/FORMAT.md", "rules/CLAUSES.md", "DATA.md"],
      resources: [
        .copy("rules"), .copy("sample"), .copy("conformance"), .copy("kinds.yaml"),
        .copy("aliases.yaml"), .copy("streets.yaml"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "SitingCLI",
      dependencies: [
        "Conformance", "Publishing", "Wording", "Locating", "Optimizing", "Compliance", "Measuring",
        "Planning", "Rules",
        "Walking", "GeoFiles", "Geodesy", "Workers", "Documents", "Quantities", "GeoData",
        "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // No product: what Scripts/bench and Scripts/verify ask the network and the engine.
    .executableTarget(
      name: "WalkBench",
      dependencies: [
        "Publishing", "Compliance", "Measuring", "Planning", "Rules", "Walking", "GeoFiles",
        "Geodesy", "Planar", "Workers", "Documents",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // No product: times the search for the least cost on random cities.
    .executableTarget(
      name: "SizingBench",
      dependencies: [
        "Optimizing", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // No product: what Scripts/bench asks the location searches.
    .executableTarget(
      name: "LocateBench",
      dependencies: [
        "Optimizing", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // No product and no room: what the tests of several rooms have in common.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "PackSupport", dependencies: ["Rules", "Documents"], path: "Tests/PackSupport",
      swiftSettings: settings),
    tests("WorkersTests", ["Workers"]),
    tests("OptimizingTests", ["Optimizing", "Workers"]),
    tests("QuantitiesTests", ["Quantities"]),
    tests("DocumentsTests", ["Documents", "Quantities"]),
    tests("PlanarTests", ["Planar", "CGEOS"]),
    tests("GeodesyTests", ["Geodesy"]),
    tests("WalkingTests", ["Walking", "Planar", "Geodesy", "Workers", "GeoData", "Documents"]),
    tests("GeoFilesTests", ["GeoFiles", "Geodesy", "Planar", "Documents", "Workers", "CGDAL"]),
    tests("RulesTests", ["Rules", "Documents", "Quantities", "GeoData", "PackSupport"]),
    tests(
      "PlanningTests",
      [
        "Planning", "Wording", "GeoFiles", "Geodesy", "Planar", "Documents", "Quantities",
        "Workers", "GeoData",
      ]),
    tests("MeasuringTests", ["Measuring", "Planar", "Workers"]),
    tests(
      "ComplianceTests",
      [
        "Compliance", "Locating", "Wording", "Measuring", "Planning", "Rules", "Walking",
        "GeoFiles",
        "Geodesy", "Planar", "Documents", "Quantities", "Workers", "GeoData", "PackSupport",
      ]),
    tests(
      "LocatingTests",
      [
        "Locating", "Optimizing", "Compliance", "Planning", "Rules", "Documents", "Quantities",
        "Workers", "GeoData", "Geodesy", "Measuring", "PackSupport",
      ]),
    tests(
      "WordingTests",
      [
        "Wording", "Compliance", "Measuring", "Planning", "Rules", "GeoFiles", "Geodesy",
        "Documents", "Quantities", "GeoData", "PackSupport", "Workers",
      ]),
    tests("PagesTests", ["Pages", "Planar", "Documents"]),
    tests(
      "PublishingTests", ["Publishing", "Pages", "Wording", "GeoData"], resources: [.copy("Golden")]
    ),
    tests("ConformanceTests", ["Conformance", "SitingCLI", "Documents"]),
    tests("SitingCLITests", ["SitingCLI", "GeoData"]),
  ],
  cxxLanguageStandard: .cxx17
)
