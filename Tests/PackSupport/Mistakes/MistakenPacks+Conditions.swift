extension MistakenPacks {
  /// Conditions that no row can meet, or none at all.
  public static let conditions = """
    when: {status: new} ⇒ when: new ⇒ 16:11 ⇒ when must be a mapping of keys to values
    when: {status: new} ⇒ when: [status, new] ⇒ 16:11 ⇒ when must be a mapping of keys to values
    when: {status: new} ⇒ when: [{status: new}] ⇒ 16:11 ⇒ when must be a mapping of keys to values
    when: {status: new} ⇒ when: {} ⇒ 16:11 ⇒ 'when' is an empty map; state something, or leave the
    when: {status: new} ⇒ when: ⇒ 16:10 ⇒ 'when' has no value
    when: {status: new} ⇒ when: {status: } ⇒ 16:20 ⇒ 'status' has no value
    when: {status: new} ⇒ when: {status: null} ⇒ 16:20 ⇒ 'status' has no value
    when: {status: new} ⇒ when: {status: []} ⇒ 16:20 ⇒ 'status' is an empty list; name something, or leave the
    when: {status: new} ⇒ when: {status: ""} ⇒ 16:20 ⇒ 'status' is never ''; it is existing, new
    when: {status: new} ⇒ when: {status: nwe} ⇒ 16:20 ⇒ 'status' is never 'nwe'; it is existing, new; did you
    when: {status: new} ⇒ when: {status: demolished} ⇒ 16:20 ⇒ 'status' is never 'demolished'; it is existing, new
    when: {status: new} ⇒ when: {status: [new, exsiting]} ⇒ 16:26 ⇒ 'status' is never 'exsiting'; it is existing, new; did
    when: {status: new} ⇒ when: {status: extended} ⇒ 16:20 ⇒ 'status' is never 'extended'; it is existing, new
    when: {status: new} ⇒ when: {staus: new} ⇒ 16:12 ⇒ no column of parcels is 'staus' (a column of your own
    when: {status: new} ⇒ when: {nursing_beds: {at_least: 3}} ⇒ 16:12 ⇒ 'nursing_beds' is a column of facilities; this
    when: {status: new} ⇒ when: {kind: childcare} ⇒ 16:12 ⇒ 'kind' is a column of facilities; this condition is
    when: {status: new} ⇒ when: {at_least: 100} ⇒ 16:12 ⇒ 'at_least' tests a column; write {column: {at_least: …}}
    when: {status: new} ⇒ when: {or: [{status: new}, {urban: true}]} ⇒ 16:12 ⇒ 'or' is written 'any': [{…}, {…}]
    when: {status: new} ⇒ when: {any: {status: new}} ⇒ 16:17 ⇒ any must be a list
    when: {status: new} ⇒ when: {any: []} ⇒ 16:17 ⇒ 'any' is an empty list; name something, or leave the key out
    when: {status: new} ⇒ when: {any: [new]} ⇒ 16:18 ⇒ any must be a mapping of keys to values
    when: {status: new} ⇒ when: {not: [{status: new}]} ⇒ 16:17 ⇒ not must be a mapping of keys to values
    when: {status: new} ⇒ when: {not: {}} ⇒ 16:17 ⇒ 'not' is an empty map; state something, or leave the key out
    when: {status: new} ⇒ when: {households: many} ⇒ 16:24 ⇒ 'households' is a number, not 'many'; test it as
    when: {status: new} ⇒ when: {households: {at_least: -1}} ⇒ 16:35 ⇒ 'households' is never below 0; write it without '-'
    when: {status: new} ⇒ when: {households: {at_least: ten}} ⇒ 16:35 ⇒ the test of 'households' must be a number, with at most
    when: {status: new} ⇒ when: {households: [at_least, 100]} ⇒ 16:25 ⇒ 'households' is a number, not 'at_least'; test it as
    when: {status: new} ⇒ when: {households: ">= 100"} ⇒ 16:24 ⇒ 'households' is a number, not '>= 100'; test it as
    when: {status: new} ⇒ when: households >= 100 ⇒ 16:11 ⇒ when must be a mapping of keys to values
    when: {status: new} ⇒ when: {households: {atleast: 100}} ⇒ 16:25 ⇒ unknown key 'atleast' in the test of 'households'; did
    when: {status: new} ⇒ when: {households: {at_least: 100, more_than: 200}} ⇒ 16:51 ⇒ the test of 'households' is one comparison, or a range
    when: {status: new} ⇒ when: {households: {between: [200, 100]}} ⇒ 16:34 ⇒ 'between' takes the lower number first: [100, 200]
    when: {status: new} ⇒ when: {households: {at_least: {parameter: rooms}}} ⇒ 16:35 ⇒ the test of 'households' takes a number
    when: {status: new} ⇒ when: {households: {}} ⇒ 16:24 ⇒ the test of 'households' takes a number
    when: {status: new} ⇒ when: {status: {at_least: 3}} ⇒ 16:20 ⇒ 'status' is a word, which is not more or less than another
    when: {status: new} ⇒ when: {urban: {at_least: 1}} ⇒ 16:19 ⇒ 'urban' is a word, which is not more or less than another
    when: {status: new} ⇒ when: {urban: 2} ⇒ 16:19 ⇒ 'urban' is never '2'; it is yes or no: true or false
    when: {status: new} ⇒ when: {urban: partly} ⇒ 16:19 ⇒ 'urban' is never 'partly'; it is yes or no: true or false
    {at_least: 2021-01-01} ⇒ {at_least: 2021-13-01} ⇒ 73:58 ⇒ 'delivered' must be a day such as 2025-12-31, not
    {at_least: 2021-01-01} ⇒ {at_least: 2021-02-30} ⇒ 73:58 ⇒ 'delivered' must be a day such as 2025-12-31, not
    {at_least: 2021-01-01} ⇒ {at_least: 2021} ⇒ 73:58 ⇒ 'delivered' must be a day such as 2025-12-31, not '2021'
    {at_least: 2021-01-01} ⇒ {at_least: 2021年1月1日} ⇒ 73:58 ⇒ the test of 'delivered' must be a number, with at most
    {at_least: 2021-01-01} ⇒ {between: [2021-01-01, 2021-12-31]} ⇒ 73:57 ⇒ 'between' takes two numbers: [lower, upper]
    {at_least: 2021-01-01} ⇒ {between: [2022-01-01, 2021-12-31]} ⇒ 73:57 ⇒ 'between' takes two numbers: [lower, upper]
    {at_least: 2021-01-01} ⇒ {about: 2021-01-01} ⇒ 73:55 ⇒ a day is on one side of another, or between two; it is
    delivered: {at_least: 2021-01-01} ⇒ delivered: soon ⇒ 73:47 ⇒ 'delivered' must be a day such as 2025-12-31, not 'soon'
    when: {status: new} ⇒ when: {households: {at_least: 2021-01-01}} ⇒ 16:35 ⇒ 'households' is a number, not '2021-01-01'; test it as
    {ownership: public} ⇒ {kind: elder_institutoin} ⇒ 108:58 ⇒ 'kind' is never 'elder_institutoin'; it is one of the
    {ownership: public} ⇒ {ownership: publik} ⇒ 108:63 ⇒ 'ownership' is never 'publik'; it is private, public, public_private; did you mean 'public'?
    {ownership: public} ⇒ {households: {at_least: 3}} ⇒ 108:52 ⇒ 'households' is a column of parcels; this condition is
    {ownership: public} ⇒ {bed: {at_least: 3}} ⇒ 108:52 ⇒ no column of facilities is 'bed' (a column of your own
    {ownership: public} ⇒ {inclusive: publik} ⇒ 108:63 ⇒ 'inclusive' is never 'publik'; it is yes or no: true or
    {units: parcel, passing: rooms-new, when: {urban: true}} ⇒ {units: community, at_least: 1, when: {level: comunity}}⏎    facility: [nursery] ⇒ 49:61 ⇒ 'level' is never 'comunity'; it is city, community,
        unit: beds ⇒     where: {ownership: public}⏎    unit: beds ⇒ 120:5 ⇒ unknown key 'where' in rule 'beds'
    measure: beds}⏎    at_least: 500 ⇒ measure: beds, when: {status: new}}⏎    at_least: 500 ⇒ 118:58 ⇒ unknown key 'when' in sum; one of: facility, where,
    when: {status: new} ⇒ when: {any: [{status: new}, urban]} ⇒ 16:33 ⇒ any must be a mapping of keys to values
    when: {status: new} ⇒ when: {any: [null]} ⇒ 16:18 ⇒ any must be a mapping of keys to values
    when: {status: new} ⇒ when: {any: [{}]} ⇒ 16:18 ⇒ an empty map stands for nothing; take it out
    when: {status: new} ⇒ when: {all: new} ⇒ 16:17 ⇒ all must be a list
    when: {status: new} ⇒ when: {not: new} ⇒ 16:17 ⇒ not must be a mapping of keys to values
    when: {status: new} ⇒ when: {any: [{not: {staus: new}}]} ⇒ 16:25 ⇒ no column of parcels is 'staus' (a column of your own
    when: {status: new} ⇒ when: {status: {new: true}} ⇒ 16:20 ⇒ 'status' is a word, which is not more or less than another
    when: {status: new} ⇒ when: {status: 新盖} ⇒ 16:20 ⇒ 'status' is never '新盖'; it is existing, new
    when: {status: new} ⇒ when: {status: true} ⇒ 16:20 ⇒ 'status' is never 'true'; it is existing, new
    when: {status: new} ⇒ when: {urban: off} ⇒ 16:19 ⇒ 'urban' is never 'off'; it is yes or no: true or false
    when: {status: new} ⇒ when: {households: {at_least: 1:30}} ⇒ 16:35 ⇒ the test of 'households' must be a number, with at most
    when: {status: new} ⇒ when: {households: {at_least: 0100}} ⇒ 16:35 ⇒ the test of 'households' has a leading zero, which YAML
    when: {status: new} ⇒ when: {households: {at_least: 50%}} ⇒ 16:35 ⇒ the test of 'households' must be a number, with at most
    when: {status: new} ⇒ when: {households: {at_least: 100 户}} ⇒ 16:35 ⇒ the test of 'households' must be a number, with at most
    when: {status: new} ⇒ when: {households: {at_least: [100]}} ⇒ 16:35 ⇒ the test of 'households' takes a number
    when: {status: new} ⇒ when: {households: {equals: 100}} ⇒ 16:25 ⇒ unknown key 'equals' in the test of 'households'; one
    when: {status: new} ⇒ when: {households: {">=": 100}} ⇒ 16:25 ⇒ unknown key '>=' in the test of 'households'; one of:
    when: {status: new} ⇒ when: {households： {at_least: 100}} ⇒ 16:24 ⇒ not valid YAML: a map that '{' begins has no '}' or
    when: {status: new} ⇒ when: {phase: first} ⇒ 16:19 ⇒ 'phase' is a number, not 'first'; test it as {at_least: 100}
    when: {status: new} ⇒ when: {delivered: 2021} ⇒ 16:23 ⇒ 'delivered' must be a day such as 2025-12-31, not '2021'
    when: {status: new} ⇒ when: {delivered: {at_least: 2021/01/01}} ⇒ 16:34 ⇒ the test of 'delivered' must be a number, with at most
    when: {status: new} ⇒ when: {delivered: {less_than: 2021-1-1}} ⇒ 16:35 ⇒ the test of 'delivered' must be a number, with at most
    when: {status: new} ⇒ when: {delivered: [2021-01-01, 2021-13-01]} ⇒ 16:36 ⇒ 'delivered' must be a day such as 2025-12-31, not
    when: {status: new} ⇒ when: {delivered: with_housing} ⇒ 16:23 ⇒ 'with_housing' stands in 'has' of a size rule
    when: {status: new} ⇒ when: {households: {between: [200, 100]}} ⇒ 16:34 ⇒ 'between' takes the lower number first: [100, 200]
    when: {status: new} ⇒ when: {households: {between: 200}} ⇒ 16:34 ⇒ between must be a list
    when: {status: new} ⇒ when: {elder: {at_least: 100}} ⇒ 16:12 ⇒ no column of parcels is 'elder' (a column of your own
    when: {status: new} ⇒ when: {housholds: {at_least: 100}} ⇒ 16:12 ⇒ no column of parcels is 'housholds' (a column of your
    when: {status: new} ⇒ when: {parcels: {status: new}} ⇒ 16:22 ⇒ unknown key 'status' in the test of 'parcels'; one of:
    when: {status: new} ⇒ when: {"!status": new} ⇒ 16:12 ⇒ no column of parcels is '!status' (a column of your own
    when: {status: new} ⇒ when: {status: new, status: existing} ⇒ 16:12 ⇒ key given twice: status; keep one of them
    when: {status: new} ⇒ when: {households: {at_least: 500, at_most: 100}} ⇒ 16:49 ⇒ the test of 'households' is met by nothing: at_least
    {ownership: public} ⇒ {kind: [nursing_home, nursing_hom]} ⇒ 108:73 ⇒ 'kind' is never 'nursing_hom'; it is one of the kinds
    {ownership: public} ⇒ {kind: 养老院} ⇒ 108:58 ⇒ 'kind' is never '养老院'; it is one of the kinds of
    {ownership: public} ⇒ {equipment: {medical_unit: true}} ⇒ 108:64 ⇒ unknown key 'medical_unit' in the test of 'equipment';
    {ownership: public} ⇒ {ownership: [public, privat]} ⇒ 108:72 ⇒ 'ownership' is never 'privat'; it is private, public, public_private; did you mean 'private'?
    {ownership: public} ⇒ {inclusve: true} ⇒ 108:52 ⇒ no column of facilities is 'inclusve' (a column of your
    has: {equipment: medical_unit} ⇒ has: {equipment: [medical_unit, full_tme]} ⇒ 98:37 ⇒ no word is 'full_tme'; did you mean 'full_time'?
    has: {equipment: medical_unit} ⇒ has: {equipmnt: medical_unit} ⇒ 98:11 ⇒ no column of facilities is 'equipmnt' (a column of your
    {units: community, at_least: 1} ⇒ {units: community, at_least: 1, when: {urbn: true}} ⇒ 59:54 ⇒ no column of units is 'urbn' (a column of your own
    {units: community, at_least: 1} ⇒ {units: community, at_least: 1, when: {status: new}} ⇒ 59:54 ⇒ 'status' is a column of parcels; this condition is
    {units: community, at_least: 1} ⇒ {units: community, at_least: 1, when: {type: villag}} ⇒ 59:60 ⇒ no word is 'villag'; did you mean 'village'?
    {units: community, at_least: 1} ⇒ {units: community, at_least: two} ⇒ 59:44 ⇒ at_least must be a number, with at most six decimals,
    {units: community, at_least: 1} ⇒ {units: community, at_least: 1.5} ⇒ 59:44 ⇒ a unit has a whole number of facilities, 1 or more, not 1.5
    {ownership: public} ⇒ {land_area: {at_least: 2 haa}} ⇒ 108:74 ⇒ the test of 'land_area' must be a number, with at most
    when: {status: new} ⇒ when: {households: {at_least: 1000, less_than: 100}} ⇒ 16:52 ⇒ the test of 'households' is met by nothing: at_least
    when: {status: new} ⇒ when: {households: {at_least: 100, less_than: 100}} ⇒ 16:51 ⇒ the test of 'households' is met by nothing: at_least
    when: {status: new} ⇒ when: {households: {at_least: 100, more_than: 50}} ⇒ 16:51 ⇒ the test of 'households' is one comparison, or a range
    when: {status: new} ⇒ when: {households: {at_least: 100, between: [1, 5]}} ⇒ 16:49 ⇒ the test of 'households' takes a number
    when: {status: new} ⇒ when: {households: {at_least: 100, about: 500}} ⇒ 16:47 ⇒ the test of 'households' is one comparison, or a range
    {ownership: public} ⇒ {ownership: 公力} ⇒ 108:63 ⇒ 'ownership' is never '公力'; it is private, public, public_private; did you mean 'public'?
    {ownership: public} ⇒ {ownership: communal} ⇒ 108:63 ⇒ 'ownership' is never 'communal'; it is private, public, public_private
    {ownership: public} ⇒ {size_class: huge} ⇒ 108:64 ⇒ 'size_class' is never 'huge'; it is large, medium, small
    {ownership: public} ⇒ {tier: village} ⇒ 108:58 ⇒ 'tier' is never 'village'; it is city, community, district, street
    {ownership: public} ⇒ {equipment: 全拖} ⇒ 108:63 ⇒ no word is '全拖'; did you mean '全托'? If not, put quotes around it
    has: {equipment: medical_unit} ⇒ has: {equipment: [全托, 医误室]} ⇒ 98:27 ⇒ no word is '医误室'; did you mean '医务室'? If not, put quotes around it
    when: {status: new} ⇒ when: {status: 新键} ⇒ 16:20 ⇒ 'status' is never '新键'; it is existing, new; did you mean 'new'?
    when: {status: new} ⇒ when: {households: {at_least: 100 m2}} ⇒ 16:35 ⇒ 'households' is a number of households, without a unit behind it; write 100
    when: {status: new} ⇒ when: {population: {at_least: 2 ha}} ⇒ 16:35 ⇒ 'population' is a number of persons, without a unit behind it; write 2
    when: {status: new} ⇒ when: {户数: {at_least: 100 ㎡}} ⇒ 16:27 ⇒ '户数' is a number of households, without a unit behind it; write 100
    when: {status: new} ⇒ when: {phase: {at_least: 1 亩, less_than: 9}} ⇒ 16:30 ⇒ 'phase' is a number without a unit; write 1
    {ownership: public} ⇒ {beds: {at_least: 1 ha}} ⇒ 108:69 ⇒ 'beds' is a number of beds, without a unit behind it; write 1
    {ownership: public} ⇒ {kind: 茶室} ⇒ 108:58 ⇒ 'kind' is never '茶室'; it is one of the kinds of facilities; take one of kinds.yaml, or name it under 'kinds' of the pack
    """
}
