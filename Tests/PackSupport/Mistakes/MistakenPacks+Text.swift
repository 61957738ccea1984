extension MistakenPacks {
  /// What YAML takes for something else.
  public static let text = """
        clause: 第一条 ⇒ ⇥clause: 第一条 ⇒ 11:1 ⇒ not valid YAML: a tab stands where spaces must; indent
        clause: 第一条⏎ ⇒     clause: 第一条⏎    clause: 第二条⏎ ⇒ 11:5 ⇒ key given twice: clause; keep one of them
    not_computed: ⇒ schema: 1⏎not_computed: ⇒ 1:1 ⇒ key given twice: schema; keep one of them
        clause: 第二条⏎ ⇒     <<: {clause: 第二条}⏎ ⇒ 23:5 ⇒ '<<' is not read here; write the keys themselves
    clause: 第三条 ⇒ clause：第三条 ⇒ 34:11 ⇒ not valid YAML: a Chinese colon stands behind 'clause';
    {measure: households, per: 100} ⇒ {measure： households， per： 100} ⇒ 18:13 ⇒ demand has no 'measure'
    [nursery, childcare] ⇒ [nursery，childcare] ⇒ 28:16 ⇒ unknown facility kind 'nursery，childcare'; '，' is a
    says: 设医务室。 ⇒ says: “设医务室：甲”: 乙 ⇒ 93:19 ⇒ not valid YAML: a second ': ' in one line; put quotes
    [nursery, childcare] ⇒ 【nursery, childcare】 ⇒ 28:15 ⇒ unknown facility kind '【nursery, childcare】'; '【' is a
    [350, 750] ⇒ [350, 750 ⇒ 76:9 ⇒ not valid YAML: a list that '[' begins has no ']' or
    subject: district ⇒ subject:district ⇒ 118:5 ⇒ not valid YAML: a key needs ': ' behind it, with a
    says: 床位500张。 ⇒ says: beds: 500 ⇒ 114:15 ⇒ not valid YAML: a second ': ' in one line; put quotes
    unit: beds ⇒ unit: @beds ⇒ 120:11 ⇒ not valid YAML: no text begins with this character; put
        unit: beds ⇒    unit: beds ⇒ 120:4 ⇒ not valid YAML: the line belongs to nothing above it;
    [elder_facility_any] ⇒ *elder ⇒ 118:21 ⇒ not valid YAML: '*' names nothing here; put quotes
        unit: beds ⇒     ? [a, b]⏎    : c⏎    unit: beds ⇒ 120:7 ⇒ a key of rule 'beds' must be a word
        unit: beds ⇒     ~: c⏎    unit: beds ⇒ 120:5 ⇒ a key of rule 'beds' must be a word
    not_computed: ⇒ ---⏎not_computed: ⇒ 122:1 ⇒ not valid YAML: '---' begins another document; a file
    id: nursing-share ⇒ id: beds ⇒ 112:9 ⇒ rule id 'beds' is used twice
    clause: 第十条 ⇒ clause: ⇒ 113:12 ⇒ 'clause' has no value
    clause: 第十条 ⇒ clause: [a] ⇒ 113:13 ⇒ clause must be a text
    schema: 1⏎ ⇒ - schema: 1⏎ ⇒ 2:1 ⇒ not valid YAML: the line belongs to nothing above it;
    rules:⏎  - id: rooms-new⏎ ⇒ rules:⏎- id: rooms-new⏎ ⇒ 11:11 ⇒ not valid YAML: a second ': ' in one line; put quotes
    rules:⏎ ⇒ rules:⏎  list:⏎ ⇒ 10:3 ⇒ rules must be a list
        unit: beds ⇒     unit:\u{A0}beds ⇒ 120:10 ⇒ not valid YAML: a wide or hard space stands where a
        unit: beds ⇒ \u{3000}   unit: beds ⇒ 120:1 ⇒ not valid YAML: a wide or hard space stands where a
    unit: beds ⇒ unit: be\u{7}ds ⇒ 120:13 ⇒ not valid YAML: control characters are not allowed
    [350, 750] ⇒ [350， 750] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    {have: stations, of: communities} ⇒ {have: stations， of: communities} ⇒ 61:34 ⇒ not valid YAML: a map that '{' begins has no '}' or
    says: 床位500张。 ⇒ says: >⏎      a⏎    b ⇒ 117:5 ⇒ not valid YAML: a key needs ': ' behind it, with a
    when: {status: new} ⇒ when: &w {any: [*w]} ⇒ 16:21 ⇒ not valid YAML: '*' names nothing here; put quotes
    unit: beds ⇒ unit: !!binary aGVsbG8= ⇒ 120:11 ⇒ unit 'aGVsbG8=' does not fit the check, which gives 'beds'
        unit: beds ⇒     - unit: beds ⇒ 120:5 ⇒ not valid YAML: the line belongs to nothing above it;
      - id: nursing-share⏎ ⇒     id: nursing-share⏎ ⇒ 95:5 ⇒ key given twice: check, clause, force, id, means, says,
    clause: 第十条 ⇒ clause: "第十条 ⇒ 124:1 ⇒ not valid YAML: a quote is opened and not closed
    clause: 第十条 ⇒ clause: 'it's' ⇒ 113:17 ⇒ not valid YAML: the line belongs to nothing above it;
    sum: {facility: [elder_facility_any], measure: beds} ⇒ sum: {facility: [elder_facility_any], measure: beds ⇒ 119:13 ⇒ not valid YAML: a map that '{' begins has no '}' or
    sum: {facility: [elder_facility_any], measure: beds} ⇒ sum: {facility: [elder_facility_any, measure: beds} ⇒ 118:55 ⇒ not valid YAML: a list that '[' begins has no ']' or
    unit: beds ⇒ unit = beds ⇒ 121:5 ⇒ not valid YAML: a key needs ': ' behind it, with a
    unit: beds ⇒ ⇥unit: beds ⇒ 120:5 ⇒ not valid YAML: a tab stands where spaces must; indent with spaces, not tabs
        unit: beds ⇒ ⇥⇥unit: beds ⇒ 120:1 ⇒ not valid YAML: a tab stands where spaces must; indent with spaces, not tabs
    unit: beds ⇒ unit: "be\\qds" ⇒ 120:14 ⇒ not valid YAML: '\\' begins a sign within double quotes
    unit: beds ⇒ unit: ? beds ⇒ 120:11 ⇒ not valid YAML: '?' begins a key in the middle of a line
    unit: beds ⇒ unit: !t!beds ⇒ 120:11 ⇒ not valid YAML: '!' begins a tag; put quotes around a text that begins with it
    unit: beds ⇒ unit: & beds ⇒ 120:12 ⇒ not valid YAML: '&' and '*' begin names; put quotes around a text that begins with one
    [350, 750] ⇒ [350, , 750] ⇒ 75:20 ⇒ not valid YAML: a value is missing here; take out the sign
    schema: 1⏎ ⇒ schema: 1⏎...⏎ ⇒ 3:1 ⇒ not valid YAML: the file has ended here
    """
}
