extension MistakenPacks {
  /// Levels of planning units, what lies in facilities, what was measured, and distances from homes.
  public static let language = """
    id: my-city ⇒ id: my-city⏎levels: {街道: 街道} ⇒ 3:10 ⇒ '街道' is what 'street' is called; rules speak of it as it is
    id: my-city ⇒ id: my-city⏎levels: {street: {zh: 街}} ⇒ 3:10 ⇒ 'street' is what 'street' is called
    id: my-city ⇒ id: my-city⏎levels: {parcel: {zh: 地块}} ⇒ 3:10 ⇒ 'parcel' is what 'parcel' is called
    id: my-city ⇒ id: my-city⏎levels: {a-b: 甲} ⇒ 3:10 ⇒ the level 'a-b' must be of letters, digits and '_'
    id: my-city ⇒ id: my-city⏎levels: {cell: 单元, block: {zh: 街坊, aliases: [单元]}} ⇒ 3:20 ⇒ '单元' is a word for the level 'cell' already
    id: my-city ⇒ id: my-city⏎levels: {cell: {zh: 甲, name: 乙}} ⇒ 3:24 ⇒ unknown key 'name' in level 'cell'
    id: my-city ⇒ id: my-city⏎levels: {cell: {aliases: [甲]}} ⇒ 3:16 ⇒ level 'cell' has no 'en'
    id: my-city ⇒ id: my-city⏎levels: [cell] ⇒ 3:9 ⇒ levels must be a mapping of keys to values
    subject: district ⇒ subject: 学区 ⇒ 117:14 ⇒ unknown subject '学区'; one of: plan, community,
    subject: district ⇒ subject: 区县 ⇒ 117:14 ⇒ unknown subject '区县'; did you mean 'district'?
    subject: district ⇒ subject: distrct ⇒ 117:14 ⇒ unknown subject 'distrct'; did you mean 'district'?
    {units: community, at_least: 1} ⇒ {units: 学区, at_least: 1} ⇒ 59:23 ⇒ '学区' is not a level of units; one of: community, street,
    {units: community, at_least: 1} ⇒ {units: 社区, at_least: 1} ⇒ 59:23 ⇒ '社区' is not a level of units; did you mean 'community'?
    where: {ownership: public} ⇒ where: {inside: {学区: {urban: true}}} ⇒ 108:61 ⇒ 'inside' is {district: {type: …}} or {facility: {kind: …}}, with a level of units: community,
    where: {ownership: public} ⇒ where: {inside: {facility: {foor_area: {at_least: 1}}}} ⇒ 108:72 ⇒ no column of facilities is 'foor_area'
    where: {ownership: public} ⇒ where: {inside: {facility: {kind: malls}}} ⇒ 108:78 ⇒ 'kind' is never 'malls'; it is one of the kinds of facilities
    where: {ownership: public} ⇒ where: {inside: {facility: park}} ⇒ 108:71 ⇒ where must be a mapping of keys to values
    at_least: 1}⏎ ⇒ when: {inside: {facility: {kind: park}}}, at_least: 1}⏎ ⇒ 59:50 ⇒ facilities and parcels lie in facilities, units do not
    within: {walk: 5 min} ⇒ when: {measured: {rooms-new: {less_than: 30}}}⏎    within: {walk: 5 min} ⇒ 29:23 ⇒ rule 'rooms-new' divides shared supply, of which others decide
    within: {walk: 5 min} ⇒ when: {measured: {nursery-circle: {less_than: 30}}}⏎    within: {walk: 5 min} ⇒ 29:23 ⇒ rule 'nursery-circle' cannot hang on what it measures itself
    within: {walk: 5 min} ⇒ when: {measured: {nursery-circle: {less_than: 0}}}⏎    within: {walk: 5 min} ⇒ 29:39 ⇒ nothing is less than 0; state a figure above 0
    within: {walk: 5 min} ⇒ when: {measured: {nursery: {less_than: 30}}}⏎    within: {walk: 5 min} ⇒ 29:23 ⇒ no rule 'nursery' in this pack
    within: {walk: 5 min} ⇒ when: {measured: {beds: {less_than: 30}}}⏎    within: {walk: 5 min} ⇒ 29:23 ⇒ rule 'beds' is about district, this one about parcel; 'measured' is for rules about the same
    within: {walk: 5 min} ⇒ when: {measured: {beds: 30}}⏎    within: {walk: 5 min} ⇒ 29:29 ⇒ 'measured' is {rule-id: {less_than: 80}}, with the id of a rule of the pack
    within: {walk: 5 min} ⇒ when: {any: [{measured: {beds: {less_than: 30}}}, {urban: true}]}⏎    within: {walk: 5 min} ⇒ 29:19 ⇒ 'measured' stands in a rule's own 'when', beside its columns
    within: {walk: 5 min} ⇒ where: {measured: {beds: {less_than: 30}}}⏎    within: {walk: 5 min} ⇒ 29:13 ⇒ 'measured' stands in a rule's own 'when', beside its columns
    when: {status: new} ⇒ when: {status: new, measured: {nursery-circle: {less_than: 95}}} ⇒ 16:35 ⇒ shared supply is divided before anything is measured; 'measured' needs
    per: places ⇒ when: {measured: {medical: {less_than: 95}}}⏎    per: places ⇒ 86:23 ⇒ rule 'medical' measures no figure that another could be held against
    more_than: 55 ⇒ when: {measured: {rooms-met: {less_than: 95}}}⏎    more_than: 55 ⇒ 109:23 ⇒ rule 'rooms-met' counts what passes other rules; 'measured' is for what is in the data
    facility: [nursery, childcare] ⇒ other: parcel ⇒ 28:12 ⇒ 'other: parcel' is for facilities (`subject: facility`) and `beyond: {radius: …}`
    facility: [nursery, childcare] ⇒ facility: [nursery, childcare]⏎    other: parcel ⇒ 28:15 ⇒ a rule names what must be far away as 'facility' or as 'other'
    facility: [nursery, childcare] ⇒ other: park ⇒ 28:12 ⇒ 'other' is parcel; name facilities under 'facility'
    facility: [nursery, childcare] ⇒ other: parcel⏎    where: {inclusive: true} ⇒ 29:12 ⇒ 'where' chooses facilities; 'other: parcel' names none
    has: {equipment: medical_unit} ⇒ has: {delivered: {before_share_of_housing: 0}} ⇒ 98:48 ⇒ 'before_share_of_housing' is a percentage above 0
    has: {equipment: medical_unit} ⇒ has: {delivered: {before_share_of_housing: half}} ⇒ 98:48 ⇒ before_share_of_housing must be a number
    facility: [nursery, childcare] ⇒ at_least_of: {2: [childcare, [childcare, nursery]]} ⇒ 28:35 ⇒ 'childcare' stands in two groups, and one facility would count twice; keep one
    facility: [nursery, childcare] ⇒ at_least_of: {2: [childcare, childcare]} ⇒ 28:34 ⇒ 'childcare' is listed twice
        unit: beds ⇒     alternative_to: [beds-told]⏎    unit: beds⏎    force: expected⏎  - id: beds-told⏎    clause: 第十一条⏎    says: 报告。⏎    means: elder-beds-total⏎    check: total⏎    subject: district⏎    sum: {statistic: beds}⏎    report_only: true⏎    unit: beds ⇒ 120:22 ⇒ rule 'beds-told' only reports, so nobody meets it; 'alternative_to' is for rules with a threshold
    check: provision⏎    subject: parcel⏎    when: {status: new}⏎ ⇒ check: provision⏎    subject: community⏎    attribution: fair⏎ ⇒ 16:18 ⇒ 'attribution' is for parcels; a unit's or plan's rate takes all that lies in it
    id: my-city ⇒ id: my-city⏎kinds: {Tea Room: {zh: 茶室}} ⇒ 3:9 ⇒ the kind 'Tea Room' must be of small letters, digits and '_'
    id: my-city ⇒ id: my-city⏎kinds: {tea: {zh: 茶室, broader: nope}} ⇒ 3:14 ⇒ 'tea' has the unknown broader kind 'nope'
    id: my-city ⇒ id: my-city⏎kinds: {tea: {zh: 茶室, broader: tea}} ⇒ 3:14 ⇒ 'tea' is broader than itself
    id: my-city ⇒ id: my-city⏎kinds: {tea: {zh: 养老院}} ⇒ 3:9 ⇒ '养老院' is a name of 'nursing_home' already; names must be unique
    id: my-city ⇒ id: my-city⏎kinds: {tea: {aliases: [茶室]}} ⇒ 3:14 ⇒ kind 'tea' has no 'en'
    id: my-city ⇒ id: my-city⏎topics: {tea: 5, elder-circle: {en: Else}} ⇒ 3:18 ⇒ 'elder-circle' is a topic already
    id: my-city ⇒ id: my-city⏎topics: {tea: [茶]} ⇒ 3:15 ⇒ topic 'tea' must be a mapping of keys to values
    """
}
