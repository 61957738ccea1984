import Testing

@testable import Walking

/// What each set of tags says of people on foot: `walk`, `forward`, `backward`, a reason to leave it
/// out, with `residents` or `town` where somebody walks there all the same.
@Suite("Tables of tags")
struct TagTableTests {
  static let ways = """
    highway=residential                                     walk
    highway=motorway                                        fast_road
    highway=motorway foot=yes                               walk
    highway=motorway sidewalk=both                          walk
    highway=trunk                                           fast_road town
    highway=trunk_link                                      fast_road town
    highway=trunk foot=no                                   forbidden
    highway=trunk foot=yes                                  walk
    highway=trunk sidewalk=right                            walk
    highway=trunk sidewalk=no                               fast_road
    highway=trunk sidewalk=none                             fast_road
    highway=trunk motorroad=yes                             fast_road
    highway=trunk maxspeed=60                               fast_road town
    highway=trunk maxspeed=70                               fast_road town
    highway=trunk maxspeed=80                               fast_road
    highway=trunk maxspeed=40_mph                           fast_road town
    highway=trunk maxspeed=50_mph                           fast_road
    highway=trunk maxspeed=CN:urban                         fast_road town
    highway=primary motorroad=yes                           fast_road
    highway=primary motorroad=no                            walk
    highway=footway;path                                    walk
    highway=nonsense;footway                                walk
    highway=nonsense                                        unknown_class
    highway=road                                            unknown_class
    highway=road foot=yes                                   walk
    highway=cycleway                                        other_users
    highway=cycleway foot=designated                        walk
    highway=cycleway foot=designated;yes                    walk
    highway=cycleway foot=yes;designated                    walk
    highway=cycleway foot=no                                forbidden
    highway=cycleway segregated=yes                         walk
    highway=cycleway segregated=no                          walk
    highway=cycleway segregated=yes foot=no                 forbidden
    highway=cycleway sidewalk=right                         walk
    highway=cycleway sidewalk:left=yes                      walk
    highway=cycleway sidewalk=no                            other_users
    highway=cycleway sidewalk=separate                      other_users
    highway=cycleway access=yes                             walk
    highway=cycleway access=customers                       other_users
    highway=cycleway bicycle=designated                     other_users
    highway=path bicycle=designated                         walk
    highway=path bicycle=designated segregated=yes          walk
    highway=bridleway                                       other_users
    highway=bridleway foot=permissive                       walk
    highway=busway                                          other_users
    highway=busway sidewalk=both                            walk
    highway=via_ferrata                                     other_users
    highway=raceway                                         other_users
    highway=residential foot=no                             forbidden
    highway=residential foot=no;private                     forbidden
    highway=residential foot=private;no                     private residents
    highway=residential foot=private                        private residents
    highway=residential foot=residents                      private residents
    highway=residential foot=private;designated             walk
    highway=residential foot=use_sidepath                   sidewalk_apart
    highway=residential foot=unheard_of                     walk
    highway=residential foot=destination                    walk
    highway=cycleway foot=unheard_of                        other_users
    highway=service access=private                          private residents
    highway=service access=private;customers                walk
    highway=service access=no                               forbidden
    highway=service access=no;yes                           walk
    highway=service access=no foot=yes                      walk
    highway=service access=private foot=designated          walk
    highway=service access=destination                      walk
    highway=service access=delivery                         reserved
    highway=service access=employees;delivery               reserved
    highway=track access=forestry;agricultural              reserved
    highway=motorway access=private                         private
    highway=cycleway access=private                         private
    highway=footway access=no foot:conditional=yes_@_(06:00-22:00)         walk
    highway=footway access=no access:conditional=yes_@_(06:00-22:00)       walk
    highway=footway foot=no foot:conditional=yes_@_(Mo-Su_07:00-19:00)     walk
    highway=footway foot=no foot:conditional=yes_@_(Sa,Su_07:00-19:00)     forbidden
    highway=footway foot:conditional=no_@_(22:00-06:00)                    walk
    highway=footway foot:conditional=no_@_(08:00-18:00)                    forbidden
    highway=footway access=private foot:conditional=yes_@_sunrise-sunset   walk
    highway=footway access=private foot:conditional=yes_@_wet              private residents
    highway=footway access=yes access:conditional=no_@_(Nov-Mar)           walk
    highway=residential construction=residential            walk
    highway=residential construction=tertiary               walk
    highway=residential construction=minor                  walk
    highway=residential construction=no                     walk
    highway=residential construction=yes                    not_built
    highway=residential construction=minor;yes              not_built
    highway=residential construction=2024-05                walk
    highway=construction construction=residential           not_built
    highway=construction foot=yes                           not_built
    highway=proposed                                        not_built
    highway=residential proposed=primary                    walk
    highway=residential abandoned=yes                       not_built
    highway=residential abandoned=no                        walk
    highway=residential abandoned=yes foot=yes              walk
    highway=path sac_scale=hiking                           walk
    highway=path sac_scale=strolling                        walk
    highway=path sac_scale=mountain_hiking                  hard_going
    highway=path sac_scale=hiking;mountain_hiking           hard_going
    highway=path sac_scale=alpine_hiking foot=designated    hard_going
    highway=path trail_visibility=intermediate              walk
    highway=path trail_visibility=bad                       hard_going
    highway=path trail_visibility=no foot=yes               hard_going
    highway=primary sidewalk=separate                       sidewalk_apart
    highway=primary sidewalk:both=separate                  sidewalk_apart
    highway=primary sidewalk:left=separate                  sidewalk_apart
    highway=primary sidewalk:left=separate sidewalk:right=separate         sidewalk_apart
    highway=primary sidewalk:left=separate sidewalk:right=no               walk
    highway=primary sidewalk:left=none sidewalk:right=separate             walk
    highway=primary sidewalk:left=separate sidewalk:right=yes              walk
    highway=primary sidewalk=left;separate                  walk
    highway=primary sidewalk=separate access=no             forbidden
    highway=primary sidewalk=separate access=yes            sidewalk_apart
    highway=primary sidewalk=separate foot=yes              walk
    highway=service sidewalk=separate                       sidewalk_apart
    highway=living_street sidewalk=separate                 walk
    highway=trunk sidewalk=separate                         sidewalk_apart
    highway=steps conveying=forward                         forward
    highway=steps conveying=backward                        backward
    highway=steps conveying=reversible                      walk
    highway=steps conveying=no                              walk
    highway=steps conveying=yes                             walk
    highway=steps conveying=yes oneway=yes                  forward
    highway=steps conveying=yes oneway=-1                   backward
    highway=steps conveying=yes oneway=no                   walk
    highway=steps conveying=yes;forward                     forward
    highway=steps conveying=forward;backward                walk
    highway=steps conveying=forward oneway=no               walk
    highway=steps conveying=forward oneway:foot=no          walk
    highway=steps conveying=yes oneway=yes oneway:foot=-1   backward
    highway=steps oneway=yes                                walk
    highway=footway conveying=yes oneway=yes                forward
    highway=footway;steps conveying=backward                backward
    highway=residential oneway=yes                          walk
    highway=residential oneway=yes conveying=yes            walk
    highway=path foot:forward=no                            backward
    highway=path foot:backward=no;private                   forward
    highway=path foot=no foot:forward=yes                   forward
    highway=path oneway:foot=yes                            forward
    route=ferry foot=yes                                    ferry
    railway=platform                                        walk
    railway=platform;tram_stop                              walk
    public_transport=stop_position;platform                 walk
    """

  @Test("ways", arguments: ways.split(separator: "\n").map(String.init))
  func way(row: String) throws {
    let (tags, words) = Self.read(row)
    let walk = try #require(Walkability(ofWay: tags), "\(row)")
    switch words[0] {
    case "walk": #expect(walk.exclusion == nil && walk.direction == .both, "\(row): \(walk)")
    case "forward": #expect(walk.exclusion == nil && walk.direction == .forward, "\(row)")
    case "backward": #expect(walk.exclusion == nil && walk.direction == .backward, "\(row)")
    default: #expect(walk.exclusion?.rawValue == words[0], "\(row): \(walk)")
    }
    #expect(walk.isForResidents == words.contains("residents"), "\(row)")
    #expect(walk.isWalkedInTown == words.contains("town"), "\(row)")
  }

  static let nodes = """
    name=x                                                  all
    barrier=gate                                            all
    barrier=gate access=private                             residents
    barrier=gate access=residents                           residents
    barrier=gate access=private foot=yes                    all
    barrier=gate foot=private                               residents
    barrier=gate access=no                                  none
    barrier=gate access=no;private                          none
    barrier=gate access=private;destination                 all
    barrier=gate access=no access:conditional=yes_@_(07:00-21:00)          all
    barrier=gate access=no access:conditional=yes_@_(20:00-07:00)          none
    barrier=gate foot:conditional=no_@_(22:00-05:00)        all
    barrier=gate locked=yes                                 none
    barrier=gate locked=yes access=private                  residents
    barrier=lift_gate;bollard access=private                residents
    barrier=bollard                                         all
    barrier=wall                                            none
    barrier=wall access=permissive                          all
    barrier=fence;gate                                      all
    barrier=fence;hedge                                     none
    barrier=no access=private                               residents
    barrier=gate shop=bakery access=private                 residents
    barrier=entrance foot=no                                none
    access=private                                          residents
    access=no                                               none
    access=no foot=unheard_of                               all
    foot=no                                                 none
    leisure=playground access=private                       all
    amenity=toilets access=customers;private                all
    amenity=drinking_water access=private                   all
    emergency=fire_hydrant access=no                        all
    shop=convenience access=private                         all
    office=company access=private                           all
    tourism=artwork access=no                               all
    man_made=manhole access=private                         all
    power=pole access=no                                    all
    building=yes access=private                             all
    healthcare=doctor access=private                        all
    highway=bus_stop access=private                         all
    highway=street_lamp access=no                           all
    highway=crossing access=no                              all
    highway=elevator access=private                         residents
    railway=level_crossing foot=no                          none
    entrance=main access=private                            residents door
    entrance=yes access=no                                  none door
    entrance=yes                                            all door
    entrance=yes access=permissive                          all door
    entrance=yes barrier=gate access=private                residents
    entrance=yes amenity=parking_entrance access=private    all door
    """

  @Test("nodes", arguments: nodes.split(separator: "\n").map(String.init))
  func node(row: String) {
    let (tags, words) = Self.read(row)
    let passage = NodePassage(OSMTags(tags))
    #expect("\(passage.passers)" == words[0], "\(row)")
    #expect(passage.isDoor == words.contains("door"), "\(row)")
  }

  static let levels = """
    highway=residential                                     ground
    highway=residential bridge=yes layer=1                  elevated
    highway=residential bridge=no                           ground
    highway=primary bridge=viaduct                          elevated
    highway=primary bridge=yes;movable                      elevated
    highway=footway tunnel=yes                              elevated
    highway=footway tunnel=building_passage                 ground
    highway=footway tunnel=culvert;building_passage         elevated
    highway=footway covered=yes                             ground
    highway=footway covered=yes layer=1                     elevated
    highway=footway covered=no layer=1                      ground
    highway=footway layer=-1                                ground
    highway=footway level=0                                 ground
    highway=footway level=1                                 elevated
    highway=footway level=-1                                elevated
    highway=steps level=0;1                                 ground
    highway=steps level=-1-0                                ground
    highway=steps level=0,1                                 ground
    highway=steps level=1;2                                 elevated
    highway=footway indoor=yes level=0                      elevated
    highway=corridor                                        elevated
    highway=footway location=underground                    elevated
    """

  @Test("levels", arguments: levels.split(separator: "\n").map(String.init))
  func level(row: String) throws {
    let (tags, words) = Self.read(row)
    let walk = try #require(Walkability(ofWay: tags))
    #expect(walk.isElevated == (words[0] == "elevated"), "\(row)")
  }

  static let hours = """
    yes @ (06:00-22:00)                                     = yes
    yes @ 06:00-22:00                                       = yes
    yes @ (6:00-9:00, 15:00-22:00)                          = -
    yes @ (Mo-Fr 06:00-22:00)                               = yes
    yes @ (Mo-Fr 06:00-22:00; PH off)                       = yes
    yes @ (Sa-Mo 06:00-22:00)                               = -
    yes @ (Fr-We 06:00-22:00)                               = yes
    yes @ (Tu)                                              = yes
    yes @ (22:00-18:00)                                     = yes
    no @ (22:00-06:00)                                      = -
    no @ (22:00-06:00); yes @ (06:00-22:00)                 = yes
    yes @ (06:00-22:00); no @ (Tu 09:00-17:00)              = no
    private @ (08:00-18:00)                                 = private
    yes @ 24/7                                              = yes
    yes @ (sunrise-sunset)                                  = yes
    yes @ (dusk-dawn)                                       = -
    yes @ (wet)                                             = -
    yes @ (weight<3.5)                                      = -
    yes @ (06:00-22:00 AND wet)                             = -
    yes @ (Apr-Oct 06:00-22:00)                             = -
    yes                                                     = -
    @ (06:00-22:00)                                         = -
    yes @ Mo-Fr 06:00-22:00; Sa 08:00-12:00                 = yes
    yes @ ((06:00-22:00)                                    = -
    yes @ (25:99-30:00)                                     = -
    """

  @Test("what holds by day", arguments: hours.split(separator: "\n").map(String.init))
  func byDay(row: String) {
    let parts = row.split(separator: "=", maxSplits: 1).map(Self.trimmed)
    let value = ConditionalAccess.valueByDay(parts[0])
    #expect((value ?? "-") == parts[1], "\(row)")
  }

  @Test("any text is read without harm", arguments: 0..<40)
  func anyText(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let words = [
      "yes", "no", "@", "(", ")", ";", "06:00-22:00", "Mo-Fr", ",", " AND ", "-", ":", " ",
    ]
    let text = (0..<20).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }.joined()
    let value = ConditionalAccess.valueByDay(text)
    #expect(value.map { !$0.isEmpty } ?? true)
    _ = Walkability(ofWay: ["highway": text, "foot": text, "access:conditional": text])
    _ = NodePassage(OSMTags(["barrier": text, "access": text]))
  }

  /// Tags and what is expected of them; `_` stands for a blank.
  private static func read(_ row: String) -> (tags: [String: String], words: [String]) {
    var tags: [String: String] = [:]
    var words: [String] = []
    for word in row.split(separator: " ") {
      guard let equals = word.firstIndex(of: "=") else {
        words.append(String(word))
        continue
      }
      let key = String(word[..<equals])
      let value = String(word[word.index(after: equals)...])
      let isTime = key.hasSuffix(":conditional") || key == "maxspeed"
      tags[key] = isTime ? String(value.map { $0 == "_" ? " " : $0 }) : value
    }
    return (tags, words)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
