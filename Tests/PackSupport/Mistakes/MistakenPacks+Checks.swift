extension MistakenPacks {
  /// Keys of checks, and what they ask for.
  public static let checks = """
    says: 床位500张。 ⇒ says: %500 ⇒ 114:11 ⇒ not valid YAML: no text begins with this character; put quotes around it
        unit: beds ⇒     kinds: [childcare]⏎    unit: beds ⇒ 120:5 ⇒ unknown key 'kinds' in rule 'beds'
        unit: beds ⇒     has: {equipment: medical_unit}⏎    unit: beds ⇒ 120:5 ⇒ unknown key 'has' in rule 'beds'
    at_least: 500 ⇒ at_lest: 500 ⇒ 119:5 ⇒ unknown key 'at_lest' in rule 'beds'; did you mean
    at_least: 500 ⇒ at-least: 500 ⇒ 119:5 ⇒ unknown key 'at-least' in rule 'beds'; did you mean
    at_least: 500 ⇒ >=: 500 ⇒ 119:6 ⇒ not valid YAML: nothing but a comment can follow here; put quotes around a text that begins with '>'
    at_least: 500 ⇒ 至少: 500 ⇒ 119:5 ⇒ unknown key '至少' in rule 'beds'
    per: places ⇒ per: place ⇒ 86:10 ⇒ 'place' is what data call 'places'; write 'places'
    per: places ⇒ per: count ⇒ 86:10 ⇒ one facility is judged, so its count is 1; count them
    per: places ⇒ per: 10 ⇒ 86:10 ⇒ a measure is a column, not the figure 10
    per: places ⇒ per: floor_area ⇒ 86:10 ⇒ a measure over itself is always 1
    per: 100} ⇒ per: 0} ⇒ 18:13 ⇒ 'per' must be above 0
    per: 100} ⇒ per: -100} ⇒ 18:13 ⇒ 'per' must be above 0
    per: 100} ⇒ per: 9223372036854775807} ⇒ 18:40 ⇒ per must be a number, with at most six decimals, not
    per: 100} ⇒ per: 0.5} ⇒ 20:11 ⇒ unit 'm2/100 households' does not fit the check, which
    per: 100} ⇒ per: hundred} ⇒ 18:40 ⇒ per must be a number, with at most six decimals, not
    more_than: 55 ⇒ per: 0⏎    more_than: 55 ⇒ 109:10 ⇒ 'per' must be at least 1
    more_than: 55 ⇒ per: 1000⏎    more_than: 55 ⇒ 111:11 ⇒ unit 'percent' does not fit the check, which gives
    more_than: 55 ⇒ per: 99999999999999⏎    more_than: 55 ⇒ 109:10 ⇒ 'per' is at most 10000000
    {facility: [elder_service_room], measure: floor_area} ⇒ {facility: [elder_service_room]} ⇒ 17:13 ⇒ supply has no 'measure'
    {facility: [elder_service_room], measure: floor_area} ⇒ {measure: floor_area} ⇒ 17:13 ⇒ the supply of a parcel is of facilities; name them
    {facility: [elder_service_room], measure: floor_area} ⇒ {measure: population} ⇒ 17:13 ⇒ the supply of a parcel is of facilities; name them
    {facility: [elder_service_room], measure: floor_area} ⇒ floor_area ⇒ 17:13 ⇒ supply must be a mapping of keys to values
    [elder_service_room] ⇒ [] ⇒ 17:24 ⇒ 'facility' is an empty list; name something, or leave
    [elder_service_room] ⇒ [null] ⇒ 17:25 ⇒ facility must be a text
    [elder_service_room] ⇒ [elder_service_rom] ⇒ 17:25 ⇒ unknown facility kind 'elder_service_rom'; did you mean
    [elder_service_room] ⇒ [养老服务用房] ⇒ 17:25 ⇒ unknown facility kind '养老服务用房'; did you mean
    [elder_service_room] ⇒ {kind: elder_service_room} ⇒ 17:24 ⇒ facility must be a text or a list of texts
    [elder_service_room] ⇒ [elder_service_room, elder_service_room] ⇒ 17:45 ⇒ 'elder_service_room' is listed twice
    {facility: [elder_service_room], ⇒ {facilities: [elder_service_room], ⇒ 17:13 ⇒ the supply of a parcel is of facilities; name them
    measure: floor_area} ⇒ measure: flor_area} ⇒ 17:55 ⇒ no measure of facilities is 'flor_area' (a column of
    measure: floor_area} ⇒ measure: 建筑面积} ⇒ 17:55 ⇒ '建筑面积' is what data call 'floor_area'; write 'floor_area'
    measure: floor_area} ⇒ measure: households} ⇒ 17:55 ⇒ 'households' is of people; facilities have count,
    measure: floor_area} ⇒ measure: [floor_area]} ⇒ 17:55 ⇒ measure must be a text
    measure: floor_area} ⇒ measure: beds} ⇒ 20:11 ⇒ unit 'm2/100 households' does not fit the check, which
    {facility: [elder_service_room], measure: floor_area} ⇒ {units: community} ⇒ 17:13 ⇒ the supply of a parcel is of facilities; name them
    {facility: [elder_service_room], measure: floor_area} ⇒ {statistic: rooms} ⇒ 10:5 ⇒ the supply of a parcel is from facilities
        supply: {facility: [elder_service_room], measure: floor_area}⏎ ⇒  ⇒ 10:5 ⇒ rule 'rooms-new' has no 'supply'
        demand: {measure: households, per: 100}⏎ ⇒  ⇒ 10:5 ⇒ rule 'rooms-new' has no 'demand'
    {measure: households, per: 100} ⇒ {measure: people, per: 100} ⇒ 18:23 ⇒ 'people' is what data call 'population'; write 'population'
    {measure: households, per: 100} ⇒ households ⇒ 18:13 ⇒ demand must be a mapping of keys to values
    {measure: households, per: 100} ⇒ {measure: parcel, per: 100} ⇒ 18:36 ⇒ {measure: parcel} is one amount for each parcel; 'per'
    {measure: households, per: 100} ⇒ {per: 100} ⇒ 18:13 ⇒ demand has no 'measure'
    {facility: [elder_facility_any], measure: beds} ⇒ {measure: population, where: {urban: true}} ⇒ 118:39 ⇒ 'where' chooses facilities or units; 'sum' has neither
    {facility: [elder_facility_any], measure: beds} ⇒ {facility: [elder_facility_any], units: community, measure: beds} ⇒ 118:50 ⇒ 'sum' counts facilities or units, not both; leave one out
    {facility: [elder_facility_any], measure: beds} ⇒ {units: community, measure: beds} ⇒ 118:38 ⇒ units are counted; 'measure' is for facilities and people
    {facility: [elder_facility_any], measure: beds} ⇒ {} ⇒ 118:10 ⇒ sum needs 'facility' and 'measure', 'measure', 'units'
    {facility: [elder_facility_any], measure: beds} ⇒ {units: comunity} ⇒ 118:18 ⇒ 'comunity' is not a level of units; did you mean
    {facility: [elder_facility_any], measure: beds} ⇒ {units: city} ⇒ 118:18 ⇒ a district has no units of the level 'city' in it;
    sum: {facility: [elder_facility_any], measure: beds} ⇒ sum: [{facility: [elder_facility_any], measure: beds}] ⇒ 118:10 ⇒ sum must be a mapping of keys to values
        sum: {facility: [elder_facility_any], measure: beds}⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no 'sum'
    where: {ownership: public}, measure: beds} ⇒ measure: nursing_beds, statistic: nursing_beds} ⇒ 107:11 ⇒ 'part' and 'whole' are the same, so all of it is
        part: {facility: [elder_institution], measure: nursing_beds, statistic: nursing_beds}⏎ ⇒  ⇒ 101:5 ⇒ rule 'nursing-share' has no 'part'
    measure: nursing_beds, statistic ⇒ measure: nurses, statistic ⇒ 110:11 ⇒ unit 'percent' does not fit the check, which gives
        force: binding⏎  - id: nursery-circle ⇒     attribution: fairly⏎    force: binding⏎  - id: nursery-circle ⇒ 21:18 ⇒ unknown attribution 'fairly'; did you mean 'fair'?
        force: expected⏎not_computed ⇒     attribution: fair⏎    force: expected⏎not_computed ⇒ 121:5 ⇒ unknown key 'attribution' in rule 'beds'
        force: binding⏎  - id: nursery-circle ⇒     weights: [{to: 5 min, weight: 1}]⏎    force: binding⏎  - id: nursery-circle ⇒ 21:14 ⇒ 'weights' needs 'within': the last band ends there
    [nursery, childcare] ⇒ [] ⇒ 28:15 ⇒ 'facility' is an empty list; name something, or leave
        facility: [nursery, childcare]⏎ ⇒  ⇒ 22:5 ⇒ rule 'nursery-circle' has no 'facility'
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    of: people ⇒ 22:5 ⇒ 'of' is for units and plans; a parcel has its own
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    at: entrance ⇒ 30:9 ⇒ unknown placement 'entrance'; one of: area_share,
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    kinds: [childcare] ⇒ 30:12 ⇒ 'kinds' are the facilities that are judged; this rule
    check: coverage⏎    subject: parcel ⇒ check: coverage⏎    subject: facility ⇒ 22:5 ⇒ a coverage rule about facilities needs 'kinds': those judged
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    where: {} ⇒ 30:12 ⇒ 'where' is an empty map; state something, or leave the
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    where: [public] ⇒ 30:12 ⇒ where must be a mapping of keys to values
    at_least: 95⏎    unit: percent ⇒ at_least: 95⏎    unit: m ⇒ 31:11 ⇒ unit 'm' does not fit the check, which gives 'percent'
        facility: [elder_comprehensive_centre]⏎ ⇒  ⇒ 33:5 ⇒ a presence rule needs 'facility', or 'counting' with
    [elder_comprehensive_centre] ⇒ [elder_comprehensive_centre]⏎    declared: {have: a, of: b} ⇒ 40:15 ⇒ 'declared' is for 'counting', which is not stated
    {have: stations, of: communities} ⇒ {have: stations} ⇒ 61:15 ⇒ declared has no 'of'
    {have: stations, of: communities} ⇒ {have: stations, of: stations} ⇒ 61:15 ⇒ 'have' and 'of' are the same figure, so all of it is
    {units: community, at_least: 1} ⇒ {units: villages, at_least: 1} ⇒ 59:23 ⇒ 'villages' is not a level of units
    {units: community, at_least: 1} ⇒ {units: province, at_least: 1} ⇒ 59:23 ⇒ a city has no units of the level 'province' in it;
    {units: community, at_least: 1} ⇒ {units: city, at_least: 1} ⇒ 59:23 ⇒ a city has no units of the level 'city' in it; count a
    {units: community, at_least: 1} ⇒ {units: community, at_least: -1} ⇒ 59:44 ⇒ a unit has a whole number of facilities, 1 or more, not -1
    {units: community, at_least: 1} ⇒ {units: community, at_least: 0} ⇒ 59:44 ⇒ a unit has a whole number of facilities, 1 or more, not 0
    {units: community, at_least: 1} ⇒ {units: community, more_than: 1} ⇒ 59:34 ⇒ unknown key 'more_than' in counting; one of: units,
    {units: community, at_least: 1} ⇒ {at_least: 1} ⇒ 59:15 ⇒ counting has no 'units'
    {units: community, at_least: 1} ⇒ community ⇒ 59:15 ⇒ counting must be a mapping of keys to values
    {units: community, at_least: 1} ⇒ {units: [community, parcel], at_least: 1} ⇒ 59:23 ⇒ parcels or units are counted, not both
    passing: rooms-new ⇒ passing: rooms-met ⇒ 49:40 ⇒ rule 'rooms-met' cannot count what passes it itself
    passing: rooms-new ⇒ passing: rooms-nwe ⇒ 49:40 ⇒ no rule 'rooms-nwe' in this pack; did you mean 'rooms-new'?
    passing: rooms-new ⇒ passing: beds ⇒ 49:40 ⇒ rule 'beds' is not about parcels; only parcels that
    {units: parcel, passing: rooms-new, when: {urban: true}} ⇒ {units: community, passing: rooms-new} ⇒ 49:43 ⇒ 'passing' counts parcels that pass; state 'units: parcel'
    passing: rooms-new ⇒ passing: [] ⇒ 49:40 ⇒ 'passing' is an empty list; name something, or leave
    counting: {units: parcel, passing: rooms-new, when: {urban: true}} ⇒ counting: {units: parcel, passing: rooms-new}⏎    facility: [nursery] ⇒ 50:15 ⇒ what passes a rule is counted; leave 'facility' or
    {units: parcel, passing: rooms-new, when: {urban: true}} ⇒ {units: parcel, passing: rooms-new, at_least: 2} ⇒ 49:61 ⇒ 'at_least' is for facilities, 'passing' for rules;
    counting: {units: parcel, passing: rooms-new, when: {urban: true}} ⇒ counting: {units: parcel, passing: rooms-new, where: {urban: true}} ⇒ 49:51 ⇒ unknown key 'where' in counting; one of: units, when,
    at_least: 1⏎    unit: count ⇒ at_least: 1⏎    unit: percent ⇒ 41:11 ⇒ unit 'percent' does not fit the check, which gives 'count'
        kinds: [elder_day_care]⏎ ⇒  ⇒ 66:5 ⇒ rule 'centre-size' has no 'kinds'
    [elder_day_care] ⇒ [] ⇒ 72:12 ⇒ 'kinds' is an empty list; name something, or leave the
    has: {equipment: medical_unit} ⇒ has: {equipment: medical_unit}⏎    measure: beds ⇒ 98:10 ⇒ a size rule has 'measure' or 'has', not both
        has: {equipment: medical_unit}⏎ ⇒  ⇒ 91:5 ⇒ rule 'medical' has no 'measure'
    has: {equipment: medical_unit} ⇒ has: {} ⇒ 98:10 ⇒ 'has' is an empty map; state something, or leave the key out
    has: {equipment: medical_unit} ⇒ has: medical_unit ⇒ 98:10 ⇒ has must be a mapping of keys to values
    has: {equipment: medical_unit} ⇒ has: [medical_unit] ⇒ 98:10 ⇒ has must be a mapping of keys to values
    has: {equipment: medical_unit} ⇒ has: {equipment: medical_unit}⏎    at_least: 1 ⇒ 99:15 ⇒ a rule with 'has' asks for no figure; leave this one out
    has: {equipment: medical_unit} ⇒ has: {delivered: with_housing, equipment: medical_unit} ⇒ 98:36 ⇒ {delivered: with_housing} stands alone; make a rule of
    has: {equipment: medical_unit} ⇒ has: {equipment: medical_unti} ⇒ 98:22 ⇒ no word is 'medical_unti'; did you mean 'medical_unit'?
    has: {equipment: medical_unit} ⇒ has: {delivered: with_houses} ⇒ 98:22 ⇒ 'delivered' must be a day such as 2025-12-31, not
    delivered: {at_least: 2021-01-01} ⇒ delivered: with_housing ⇒ 73:47 ⇒ 'with_housing' stands in 'has' of a size rule
    unit: none ⇒ unit: m2 ⇒ 99:11 ⇒ unit 'm2' does not fit the check, which gives 'none'
    check: size⏎    subject: facility⏎    kinds: [elder_day_care] ⇒ check: size⏎    subject: parcel⏎    kinds: [elder_day_care] ⇒ 66:5 ⇒ a size rule about parcels is about {delivered:
    measure: floor_area⏎    between ⇒ measure: count⏎    between ⇒ 74:14 ⇒ one facility is judged, so its count is 1; count them
    kinds: [elder_day_care] ⇒ facility: [elder_day_care] ⇒ 72:5 ⇒ unknown key 'facility' in rule 'centre-size'
    supply: {facility: [elder_service_room], measure: floor_area} ⇒ supply: [{facility: [elder_service_room], measure: floor_area}] ⇒ 17:13 ⇒ supply must be a mapping of keys to values
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    measure: places ⇒ 30:5 ⇒ unknown key 'measure' in rule 'nursery-circle'
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    demand: {measure: population} ⇒ 30:5 ⇒ unknown key 'demand' in rule 'nursery-circle'
    unit: percent⏎    force: expected⏎  - id: street ⇒ unit: min⏎    force: expected⏎  - id: street ⇒ 31:11 ⇒ unit 'min' does not fit the check, which gives 'percent'
        facility: [elder_comprehensive_centre]⏎    at_least: 1⏎    unit: count ⇒     facility: [elder_comprehensive_centre]⏎    at_least: 1⏎    unit: units ⇒ 41:11 ⇒ unit 'units' does not fit the check, which gives 'count'
        facility: [elder_comprehensive_centre]⏎    at_least: 1 ⇒     facility: [elder_comprehensive_centre]⏎    counting: {}⏎    at_least: 1 ⇒ 40:15 ⇒ counting has no 'units'
    kinds: [elder_day_care]⏎ ⇒ kinds: [elder_day_care]⏎    within: {walk: 300 m}⏎ ⇒ 73:5 ⇒ unknown key 'within' in rule 'centre-size'
    per: places⏎ ⇒ per: [places, beds]⏎ ⇒ 86:10 ⇒ per must be a text
    unit: m2/10 places ⇒ unit: m2/place ⇒ 89:11 ⇒ unit 'm2/place' does not fit the check, which gives
    part: {facility: [elder_institution], measure: nursing_beds, statistic: nursing_beds} ⇒ part: 5 ⇒ 107:11 ⇒ part must be a mapping of keys to values
    whole: {facility: [elder_institution], where: {ownership: public}, measure: beds} ⇒ whole: {measure: elders} ⇒ 110:11 ⇒ unit 'percent' does not fit the check, which gives
    measure: nursing_beds, statistic: nursing_beds ⇒ measure: nursing_beds, statistics: nursing_beds ⇒ 107:66 ⇒ unknown key 'statistics' in part; did you mean 'statistic'?
    check: total⏎    subject: district ⇒ check: total⏎    subject: facility ⇒ 117:14 ⇒ a total rule cannot be about 'facility'
    check: provision⏎    subject: parcel ⇒ check: provision⏎    subject: facility ⇒ 15:14 ⇒ a provision rule cannot be about 'facility'
    check: provision⏎    subject: parcel ⇒ check: provision⏎    subject: community ⇒ 16:12 ⇒ 'status' is a column of parcels; this condition is
    subject: city⏎    counting: {units: parcel ⇒ subject: parcel⏎    counting: {units: parcel ⇒ 49:23 ⇒ a parcel has no units of the level 'parcel' in it;
    passing: rooms-new ⇒ passing: [rooms-new, rooms-new] ⇒ 49:52 ⇒ 'rooms-new' is listed twice
    passing: rooms-new ⇒ passing: {rule: rooms-new} ⇒ 49:40 ⇒ passing must be a text or a list of texts
    {have: stations, of: communities} ⇒ [stations, communities] ⇒ 61:15 ⇒ declared must be a mapping of keys to values
    {have: stations, of: communities} ⇒ {} ⇒ 61:15 ⇒ declared has no 'have'
    {have: stations, of: communities} ⇒ {have: stations, of: communities, per: 100} ⇒ 61:49 ⇒ unknown key 'per' in declared; one of: have, of
    subject: parcel⏎    facility ⇒ subject: facility⏎    kinds: []⏎    facility ⇒ 28:12 ⇒ 'kinds' is an empty list; name something, or leave the
    unit: beds ⇒ unit: #beds ⇒ 120:10 ⇒ 'unit' has no value
    clause: 第十条 ⇒ clause: # 第十条 ⇒ 113:12 ⇒ 'clause' has no value
    {measure: households, per: 100} ⇒ {measure: [age_65_74, age_65_74], per: 100} ⇒ 18:23 ⇒ 'age_65_74' is added up twice
    {measure: households, per: 100} ⇒ {measure: [], per: 100} ⇒ 18:23 ⇒ 'measure' names no column
    {measure: households, per: 100} ⇒ {measure: beds, per: 100} ⇒ 18:23 ⇒ 'beds' is of facilities; name them under 'facility'
    {measure: households, per: 100} ⇒ {measure: 户数, per: 100} ⇒ 18:23 ⇒ '户数' is what data call 'households'; write 'households'
    {measure: households, per: 100} ⇒ {measure: housholds, per: 100} ⇒ 18:23 ⇒ unknown measure 'housholds'; did you mean 'households'?
    {measure: households, per: 100} ⇒ {measure: households, per: 2.5} ⇒ 20:11 ⇒ unit 'm2/100 households' does not fit the check, which
    {measure: households, per: 100} ⇒ {measure: households, per: 0.0} ⇒ 18:13 ⇒ 'per' must be above 0
    """
}
