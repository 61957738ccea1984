extension MistakenPacks {
  /// Keys of packs and rules.
  public static let keys = """
    schema: 1 ⇒ schema: 2 ⇒ 1:9 ⇒ this version reads schema 1, not '2'
    schema: 1 ⇒ schema: one ⇒ 1:9 ⇒ this version reads schema 1, not 'one'
    schema: 1⏎ ⇒  ⇒ 1:1 ⇒ the pack has no 'schema'
    id: my-city ⇒ id: My-City ⇒ 2:5 ⇒ the pack's id 'My-City' must be of small letters,
    id: my-city ⇒ id: my_city ⇒ 2:5 ⇒ the pack's id 'my_city' must be of small letters,
    id: my-city ⇒ id: "" ⇒ 2:5 ⇒ id must not be empty
    id: my-city ⇒ id: ⇒ 2:4 ⇒ 'id' has no value
    id: my-city ⇒ id: 我市 ⇒ 2:5 ⇒ the pack's id '我市' must be of small letters, digits and '-'
    id: my-city ⇒ id: - ⇒ 2:5 ⇒ not valid YAML: '-' begins a list in the middle of a
    id: my-city ⇒ id: [my-city] ⇒ 2:5 ⇒ id must be a text
    {en: My city, zh: 我市} ⇒ {en: "", zh: ""} ⇒ 3:13 ⇒ en must not be empty
    {en: My city, zh: 我市} ⇒ {en: My city, cn: 我市} ⇒ 3:22 ⇒ unknown key 'cn' in title; did you mean 'en'?
    title: {en: My city, zh: 我市} ⇒ title: ⇒ 3:7 ⇒ 'title' has no value
    issued: 2022-05-18 ⇒ issued: 2022-13-45 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '2022-13-45'
    issued: 2022-05-18 ⇒ issued: 2022-02-30 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '2022-02-30'
    issued: 2022-05-18 ⇒ issued: 2022年5月18日 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '2022年5月18日'
    issued: 2022-05-18 ⇒ issued: 2022/05/18 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '2022/05/18'
    issued: 2022-05-18 ⇒ issued: 2022-5-18 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '2022-5-18'
    status: issued ⇒ status: final ⇒ 4:83 ⇒ unknown status 'final'; one of: issued, draft
    , status: issued ⇒  ⇒ 4:11 ⇒ document has no 'status'
    document: {number: null, issuer: {en: City, zh: 市政府}, issued: 2022-05-18, status: issued} ⇒ document: 商政办〔2022〕1号 ⇒ 4:11 ⇒ document must be a mapping of keys to values
    issuer: {en: City, zh: 市政府},  ⇒  ⇒ 4:11 ⇒ document has no 'issuer'
    default_reach: ⇒ defualt_reach: ⇒ 8:1 ⇒ unknown key 'defualt_reach' in the pack; did you mean
    default_reach: ⇒ unit: m2⏎default_reach: ⇒ 8:1 ⇒ unknown key 'unit' in the pack
      - id: beds⏎ ⇒   - beds⏎  - id: beds⏎ ⇒ 112:5 ⇒ a rule must be a mapping of keys to values
      - id: beds⏎ ⇒   -⏎  - id: beds⏎ ⇒ 112:4 ⇒ a rule must be a mapping of keys to values
      - id: beds⏎ ⇒   - [a]⏎  - id: beds⏎ ⇒ 112:5 ⇒ a rule must be a mapping of keys to values
      - id: beds⏎ ⇒   - {}⏎  - id: beds⏎ ⇒ 112:5 ⇒ a rule has no 'id'
      - id: beds⏎    clause: 第十条 ⇒   - clause: 第十条 ⇒ 112:5 ⇒ a rule has no 'id'
    id: beds ⇒ id: Beds ⇒ 112:9 ⇒ rule id 'Beds' must be of small letters, digits and '-'
    id: beds ⇒ id: all beds ⇒ 112:9 ⇒ rule id 'all beds' must be of small letters, digits and '-'
        clause: 第十条⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no 'clause'
    clause: 第十条 ⇒ clause: "" ⇒ 113:13 ⇒ clause must not be empty
        says: 床位500张。⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no 'says'
    says: 床位500张。 ⇒ says: [床位500张。] ⇒ 114:11 ⇒ says must be a mapping of keys to values
    says: 床位500张。 ⇒ says: " " ⇒ 114:11 ⇒ says must not be empty
        means: elder-beds-total⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no 'means'
    means: elder-beds-total ⇒ means: elder-bed-total ⇒ 115:12 ⇒ unknown topic 'elder-bed-total'; did you mean
    means: elder-beds-total ⇒ means: [elder-beds-total] ⇒ 115:12 ⇒ means must be a text
    means: elder-beds-total ⇒ means: 养老床位总数 ⇒ 115:12 ⇒ unknown topic '养老床位总数'
        check: total⏎ ⇒  ⇒ 112:5 ⇒ a rule has no 'check'
    check: total ⇒ check: totals ⇒ 116:12 ⇒ unknown check 'totals'; did you mean 'total'?
    check: total ⇒ check: 总量 ⇒ 116:12 ⇒ unknown check '总量'; one of: provision, coverage,
        subject: district⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no 'subject'
    subject: district ⇒ subject: distrct ⇒ 117:14 ⇒ unknown subject 'distrct'; did you mean 'district'?
    subject: district ⇒ subject: 区县 ⇒ 117:14 ⇒ unknown subject '区县'; did you mean 'district'?
        subject: district ⇒     subjects: district ⇒ 117:5 ⇒ unknown key 'subjects' in rule 'beds'; did you mean
    subject: district ⇒ subject: parcel ⇒ 117:14 ⇒ a total rule cannot be about 'parcel'
    [street, township] ⇒ [street, parcel] ⇒ 38:14 ⇒ several subjects in one rule must all be levels of units
    [street, township] ⇒ [street, street] ⇒ 38:23 ⇒ 'street' is listed twice
    [street, township] ⇒ [] ⇒ 38:14 ⇒ 'subject' is an empty list; name something, or leave
    [street, township] ⇒ {level: street} ⇒ 38:14 ⇒ subject must be a text or a list of texts
        unit: beds⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no 'unit'
    unit: beds ⇒ unit: places ⇒ 120:11 ⇒ unit 'places' does not fit the check, which gives 'beds'
    at_least: 90⏎    unit: percent ⇒ at_least: 90⏎    unit: "%" ⇒ 63:11 ⇒ unit '%' does not fit the check, which gives 'percent'
    unit: m2/100 households⏎ ⇒ unit: m2/100户⏎ ⇒ 20:11 ⇒ unit 'm2/100户' does not fit the check, which gives
    unit: m2/10 places ⇒ unit: m2/0 places ⇒ 89:11 ⇒ unit 'm2/0 places' does not fit the check, which gives
    unit: beds ⇒ unit: [beds] ⇒ 120:11 ⇒ unit must be a text
    unit: beds⏎    force: expected ⇒ unit: beds⏎    force: must ⇒ 121:12 ⇒ unknown force 'must'; one of: binding, expected, advisory
    unit: beds⏎    force: expected ⇒ unit: beds⏎    force: 强制 ⇒ 121:12 ⇒ unknown force '强制'; one of: binding, expected, advisory
        sum: { ⇒     Sum: { ⇒ 118:5 ⇒ unknown key 'Sum' in rule 'beds'; did you mean 'sum'?
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: [beds]⏎not_computed ⇒ 122:21 ⇒ rule 'beds' cannot contradict itself
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: [bed]⏎not_computed ⇒ 122:21 ⇒ no rule 'bed' in this pack; did you mean 'beds'?
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: []⏎not_computed ⇒ 122:21 ⇒ 'conflicts_with' is an empty list; name something, or
        force: expected⏎not_computed ⇒     force: expected⏎    alternative_to: beds⏎not_computed ⇒ 122:21 ⇒ rule 'beds' cannot be an alternative to itself
        force: expected⏎not_computed ⇒     force: expected⏎    alternative_to: [rooms-new]⏎not_computed ⇒ 122:22 ⇒ rule 'rooms-new' is about parcel, this one about
    between: [350, 750] ⇒ alternative_to: [medical]⏎    conflicts_with: [medical]⏎    between: [350, 750] ⇒ 75:22 ⇒ rule 'medical' is named as a contradiction and as an
    between: [350, 750] ⇒ alternative_to: [medical, medical]⏎    between: [350, 750] ⇒ 75:31 ⇒ 'medical' is listed twice
        force: expected⏎not_computed ⇒     force: expected⏎    alternative_to: {rule: beds}⏎not_computed ⇒ 122:21 ⇒ alternative_to must be a text or a list of texts
        force: expected⏎not_computed ⇒     force: expected⏎    accounts_for: []⏎not_computed ⇒ 122:19 ⇒ 'accounts_for' is an empty list; name something, or
        force: expected⏎not_computed ⇒     force: expected⏎    corrected: {literal: 50}⏎not_computed ⇒ 122:16 ⇒ corrected has no 'because'
        force: expected⏎not_computed ⇒     force: expected⏎    corrected: 50⏎not_computed ⇒ 122:16 ⇒ corrected must be a mapping of keys to values
        force: expected⏎not_computed ⇒     force: expected⏎    standard: [GB 50180]⏎not_computed ⇒ 122:15 ⇒ standard must be a text
        force: expected⏎not_computed ⇒     force: expected⏎    note: [a]⏎not_computed ⇒ 122:11 ⇒ note must be a mapping of keys to values
        force: expected⏎not_computed ⇒     force: expected⏎    note: {}⏎not_computed ⇒ 122:11 ⇒ note has neither 'en' nor 'zh'; one is enough
    why: money ⇒ why: monney ⇒ 123:24 ⇒ unknown reason 'monney'; did you mean 'money'?
    {id: subsidy, why: money} ⇒ {id: subsidy} ⇒ 123:5 ⇒ not_computed has no 'why'
    {id: subsidy, why: money} ⇒ subsidy ⇒ 123:5 ⇒ not_computed must be a mapping of keys to values
    not_computed:⏎  - {id: subsidy, why: money} ⇒ not_computed: {id: subsidy, why: money} ⇒ 122:15 ⇒ not_computed must be a list
      - {id: subsidy, why: money} ⇒   - {id: subsidy, why: money}⏎  - {id: subsidy, why: money} ⇒ 124:10 ⇒ 'subsidy' is listed twice
    {id: subsidy, why: money} ⇒ {id: beds, why: money} ⇒ 123:10 ⇒ 'beds' is a rule of this pack; a clause is computed or
        sum: {facility ⇒     rules:⏎      - id: x⏎    sum: {facility ⇒ 118:5 ⇒ unknown key 'rules' in rule 'beds'
    measure: beds}⏎    at_least: 500 ⇒ measure: beds, unit: beds}⏎    at_least: 500 ⇒ 118:58 ⇒ unknown key 'unit' in sum; did you mean 'units'?
        sum: {facility: [elder_facility_any], measure: beds}⏎ ⇒     facility: [elder_facility_any]⏎    measure: beds⏎ ⇒ 118:5 ⇒ unknown key 'facility' in rule 'beds'
        demand: {measure ⇒     measure: floor_area⏎    demand: {measure ⇒ 18:5 ⇒ unknown key 'measure' in rule 'rooms-new'
    facility: [nursery, childcare] ⇒ facility: nursery childcare ⇒ 28:15 ⇒ unknown facility kind 'nursery childcare'
    facility: [nursery, childcare] ⇒ facility: [1, 2] ⇒ 28:16 ⇒ unknown facility kind '1'
    facility: [nursery, childcare] ⇒ facility: [[nursery], [childcare]] ⇒ 28:16 ⇒ facility must be a text
    facility: [nursery, childcare] ⇒ facility: [{kind: nursery}] ⇒ 28:16 ⇒ facility must be a text
    facility: [nursery, childcare] ⇒ facility: [elder-day-care] ⇒ 28:16 ⇒ unknown facility kind 'elder-day-care'; did you mean
    facility: [nursery, childcare] ⇒ facility: [Nursery] ⇒ 28:16 ⇒ unknown facility kind 'Nursery'; did you mean 'nursery'?
        unit: beds ⇒     document: {number: null}⏎    unit: beds ⇒ 120:5 ⇒ unknown key 'document' in rule 'beds'
    says: 床位500张。 ⇒ says: {en: At least: 500 beds} ⇒ 114:24 ⇒ not valid YAML: a map that '{' begins has no '}' or
        unit: beds ⇒     note: a⏎    note: b⏎    unit: beds ⇒ 120:5 ⇒ key given twice: note; keep one of them
    id: beds ⇒ id: a/b ⇒ 112:9 ⇒ rule id 'a/b' must be of small letters, digits and '-'
    id: beds ⇒ id: beds.total ⇒ 112:9 ⇒ rule id 'beds.total' must be of small letters, digits
    id: beds ⇒ id: beds_total ⇒ 112:9 ⇒ rule id 'beds_total' must be of small letters, digits
    id: beds ⇒ id: "-beds" ⇒ 112:9 ⇒ rule id '-beds' must be of small letters, digits and '-'
    id: my-city ⇒ id: packs/my-city ⇒ 2:5 ⇒ the pack's id 'packs/my-city' must be of small letters,
    number: null ⇒ number: [a] ⇒ 4:20 ⇒ number must be a text
    status: issued ⇒ status: issued, status: draft ⇒ 4:75 ⇒ key given twice: status; keep one of them
    issued: 2022-05-18 ⇒ issued: 20220518 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '20220518'
    issued: 2022-05-18 ⇒ issued: 2022-05-18T00:00:00 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not
    issued: 2022-05-18 ⇒ issued: null ⇒ 4:63 ⇒ 'issued' has no value
    issued: 2022-05-18 ⇒ issued: 0000-00-00 ⇒ 4:63 ⇒ issued must be a day such as 2025-12-31, not '0000-00-00'
    status: issued ⇒ status: 已发布 ⇒ 4:83 ⇒ unknown status '已发布'; one of: issued, draft
    {en: My city, zh: 我市} ⇒ [My city, 我市] ⇒ 3:8 ⇒ title must be a mapping of keys to values
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: [nursing share]⏎not_computed ⇒ 122:21 ⇒ no rule 'nursing share' in this pack; did you mean
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: [my-city/nursing-share]⏎not_computed ⇒ 122:21 ⇒ no rule 'my-city/nursing-share' in this pack
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: [null]⏎not_computed ⇒ 122:22 ⇒ conflicts_with must be a text
        force: expected⏎not_computed ⇒     force: expected⏎    conflicts_with: 5⏎not_computed ⇒ 122:21 ⇒ no rule '5' in this pack
    between: [350, 750] ⇒ alternative_to: street-centre⏎    between: [350, 750] ⇒ 75:21 ⇒ rule 'street-centre' is about street, this one about
        force: expected⏎not_computed ⇒     force: expected⏎    corrected: {literal: null, because: a}⏎not_computed ⇒ 122:26 ⇒ 'literal' has no value
        force: expected⏎not_computed ⇒     force: expected⏎    corrected: {literal: a, becuase: a}⏎not_computed ⇒ 122:16 ⇒ corrected has no 'because'
    {id: subsidy, why: money} ⇒ {id: my-city/beds, why: money} ⇒ 123:10 ⇒ 'my-city/beds' is a rule of this pack; a clause is
    {id: subsidy, why: money} ⇒ {id: subsidy, reason: money} ⇒ 123:5 ⇒ not_computed has no 'why'
    not_computed:⏎  - {id: subsidy, why: money} ⇒ not_computed:⏎  - ⇒ 123:4 ⇒ not_computed must be a mapping of keys to values
    {id: subsidy, why: money} ⇒ {why: money} ⇒ 123:5 ⇒ not_computed has no 'id'
    means: elder-beds-total ⇒ means: tea-rooms ⇒ 115:12 ⇒ unknown topic 'tea-rooms'; take one of topics.yaml, or name it under 'topics' of the pack
    [elder_comprehensive_centre] ⇒ [tea] ⇒ 39:16 ⇒ unknown facility kind 'tea'; take one of kinds.yaml, or name it under 'kinds' of the pack
    """
}
