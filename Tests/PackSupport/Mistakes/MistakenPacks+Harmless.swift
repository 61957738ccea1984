extension MistakenPacks {
  /// What looks like a mistake and is none.
  public static let harmless = """
    at_least: 500 ⇒ at_least: "500"
    at_least: 500 ⇒ at_least: +500
    at_least: 500 ⇒ at_least: .5
    at_least: 500 ⇒ at_most: 0
    at_least: 500 ⇒ more_than: 0
    at_least: 500 ⇒ less_than: 1
    at_least: 90 ⇒ at_most: 0
    at_least: 500 ⇒ at_least: 500⏎    report_only: false
    at_least: 500 ⇒ report_only: true
    id: beds ⇒ id: yes
    number: null ⇒ number: 12
    issued: 2022-05-18 ⇒ issued: "2022-05-18"
    {en: My city, zh: 我市} ⇒ 12
    {value: 30, unit: m2/100 households} ⇒ {value: null, unit: m2/100 households}
    {value: 30, unit: m2/100 households} ⇒ {value: "30", unit: m2/100 households}
    value: 1.0 ⇒ value: 0.8
    {floor_area: {walk: 300 m}} ⇒ {count: {walk: 300 m}}
    {walk: 5 min} ⇒ {walk: 0.5 min}
    target_year: 2025 ⇒ target_year: "2025"
    when: {status: new} ⇒ when: {status: NEW}
    when: {status: new} ⇒ when: {status: 新建}
    when: {status: new} ⇒ when: {urban: "yes"}
    when: {status: new} ⇒ when: {urban: no}
    when: {status: new} ⇒ when: {户数: {at_least: 100}}
    when: {status: new} ⇒ when: {delivered: {at_least: "2021-01-01"}}
    {ownership: public} ⇒ {inclusive: true}
    has: {equipment: medical_unit} ⇒ has: {medical_unit: true}
    {units: community, at_least: 1} ⇒ {units: community, at_least: 1, when: {level: 社区}}
    issued: 2022-05-18 ⇒ issued: 2022
    {walk: 5 min} ⇒ {walk: 5min}
    {walk: 5 min} ⇒ {walk: 5 分钟}
    {walk: 5 min} ⇒ {walk: 1 km}
    unit: m2⏎ ⇒ unit: ㎡⏎
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, 30], [1000, 20]]}⏎
    unit: m2⏎ ⇒ unit: ha⏎
    {ownership: public} ⇒ {land_area: {at_least: 2 ha}}
    when: {status: new} ⇒ when: {households: {at_least: 100, less_than: 1000}}
    {walk: 5 min} ⇒ {walk: 5 min, speed: 0.8 m/s}
    {walk: 5 min} ⇒ {radius: 1 km}
    {measure: households, per: 100} ⇒ {measure: pupils, per: 100}
    {measure: households, per: 100} ⇒ {measure: [age_65_74, age_75_plus], per: 100}
    {value: 1.0, unit: m/s} ⇒ {value: null, unit: m/s}
    schema: 1⏎ ⇒ schema: 1\r⏎
    [350, 750] ⇒ [350, 750,]
    says: 床位500张。 ⇒ says: |⏎      a⏎      b
    when: {status: new} ⇒ when: &w {status: new}
        unit: beds ⇒     ? unit⏎    : beds
    unit: beds ⇒ "unit": "beds"
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, 0], [1000, 20]]}⏎
    at_least: {parameter: rooms} ⇒ at_least: 0⏎    plus: 100
    more_than: 55 ⇒ between: [0.5, 5]
    more_than: 55 ⇒ more_than: 0
    {ownership: public} ⇒ {ownership: 公办}
    {ownership: public} ⇒ {tier: 区级, size_class: 大型}
    has: {equipment: medical_unit} ⇒ has: {equipment: "祠堂"}
    has: {equipment: medical_unit} ⇒ has: {equipment: 全托}
    has: {equipment: medical_unit} ⇒ has: {equipment: 壁炉}
    {ownership: public} ⇒ {garden: {at_least: 2 ha}}
    """
}
