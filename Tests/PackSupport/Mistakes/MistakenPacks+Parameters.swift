extension MistakenPacks {
  /// Parameters, speeds and reaches.
  public static let parameters = """
    value: 1.0 ⇒ value: -1 ⇒ 6:26 ⇒ walking_speed must be more than 0, not '-1'
    value: 1.0 ⇒ value: 0 ⇒ 6:26 ⇒ walking_speed must be more than 0, not '0'
    value: 1.0 ⇒ value: .nan ⇒ 6:26 ⇒ value must be a number, with at most six decimals, not
    value: 1.0 ⇒ value: .inf ⇒ 6:26 ⇒ value must be a number, with at most six decimals, not
    value: 1.0 ⇒ value: fast ⇒ 6:26 ⇒ value must be a number, with at most six decimals, not
    unit: m/s ⇒ unit: km/h ⇒ 6:18 ⇒ walking_speed is in m/s or m/min, not 'km/h'
    {value: 1.0, unit: m/s} ⇒ {value: 1.0, unit: m/min} ⇒ 6:26 ⇒ nobody walks at 1 m/min; is it 1 m/s? 1.0 m/s is 60 m/min
    value: 1.0 ⇒ value: 60 ⇒ 6:26 ⇒ nobody walks at 60 m/s; is it 60 m/min? 1.0 m/s is 60 m/min
    walking_speed: {value: 1.0, unit: m/s} ⇒ walking_speed: 1.0 ⇒ 6:18 ⇒ parameter 'walking_speed' must be a mapping of keys to
    {value: 1.0, unit: m/s} ⇒ {unit: m/s} ⇒ 6:18 ⇒ parameter 'walking_speed' has no 'value'
    {value: 1.0, unit: m/s} ⇒ {value: 1.0} ⇒ 6:18 ⇒ parameter 'walking_speed' has no 'unit'
    walking_speed: ⇒ walking_sped: ⇒ 6:3 ⇒ no rule asks for the parameter 'walking_sped'; a rule
    unit: m2/100 households} ⇒ unit: m2} ⇒ 19:15 ⇒ the parameter 'rooms' is in 'm2', the rule in 'm2/100
    value: 30 ⇒ value: -30 ⇒ 7:18 ⇒ a figure of a clause is not below 0; write it without '-'
      rooms: { ⇒   room: {value: 1, unit: m2}⏎  rooms: { ⇒ 7:3 ⇒ no rule asks for the parameter 'room'; a rule does with
    parameters:⏎  walking_speed: {value: 1.0, unit: m/s}⏎  rooms: {value: 30, unit: m2/100 households} ⇒ parameters:⏎  - {name: rooms, value: 30, unit: m2/100 households} ⇒ 6:3 ⇒ parameters must be a mapping of keys to values
    {value: 30, unit: ⇒ {value: 30, units: a, unit: ⇒ 7:22 ⇒ unknown key 'units' in parameter 'rooms'; did you mean
    {parameter: rooms} ⇒ {parameter: room} ⇒ 19:15 ⇒ no parameter 'room' in this pack; did you mean 'rooms'?
      rooms: {value: 30, unit: m2/100 households} ⇒   rooms: {value: 30, unit: m2/100 households}⏎  rooms: {value: 20, unit: m2/100 households} ⇒ 7:3 ⇒ key given twice: rooms; keep one of them
    {parameter: rooms} ⇒ {parameter: } ⇒ 19:15 ⇒ 'at_least' takes a number, {parameter: …}, {statistic:
    {parameter: rooms} ⇒ {parameters: rooms} ⇒ 19:15 ⇒ 'at_least' takes a number, {parameter: …}, {statistic:
    {parameter: rooms} ⇒ {parameter: rooms, statistic: s} ⇒ 19:15 ⇒ a figure is a parameter, a statistic or a table of
    unit: m2/100 households} ⇒ unit: m2/100 households, source: [a]} ⇒ 7:55 ⇒ source must be a mapping of keys to values
    {floor_area: {walk: 300 m}} ⇒ {floor-area: {walk: 300 m}} ⇒ 8:17 ⇒ 'floor-area' is no measure of a provision rule; did you
    {floor_area: {walk: 300 m}} ⇒ {area: {walk: 300 m}} ⇒ 8:17 ⇒ 'area' is no measure of a provision rule; one of:
    {floor_area: {walk: 300 m}} ⇒ {floor_area: 300 m} ⇒ 8:29 ⇒ a reach must be a mapping of keys to values
    {floor_area: {walk: 300 m}} ⇒ {walk: 300 m} ⇒ 8:17 ⇒ 'walk' is no measure of a provision rule; one of:
    default_reach: {floor_area: {walk: 300 m}} ⇒ default_reach: [{floor_area: {walk: 300 m}}] ⇒ 8:16 ⇒ default_reach must be a mapping of keys to values
    {walk: 5 min} ⇒ {walk: -5 min} ⇒ 29:20 ⇒ '-5 min' is not a distance or time such as '300 m' or
    {walk: 5 min} ⇒ {walk: 0 min} ⇒ 29:20 ⇒ '0 min' is not a distance or time such as '300 m' or
    {walk: 5 min} ⇒ {walk: 5} ⇒ 29:20 ⇒ '5' is not a distance or time such as '300 m' or '15 min'
    {walk: 5 min} ⇒ {radius: 5 min} ⇒ 29:22 ⇒ a radius is a distance: '1000 m', '0.5 mi'
    {walk: 5 min} ⇒ {walk: 5 min, radius: 300 m} ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ {bike: 5 min} ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ {} ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ 5 min ⇒ 29:13 ⇒ a reach must be a mapping of keys to values
    {walk: 5 min} ⇒ {walk: 999999999 min} ⇒ 29:13 ⇒ 'within' is farther than anybody goes, 200 km or a day
    {walk: 5 min} ⇒ {radius: 9000000000000 m} ⇒ 29:13 ⇒ 'within' is farther than anybody goes, 200 km or a day
    {walk: 5 min} ⇒ {walk: 1:30} ⇒ 29:20 ⇒ '1:30' is not a distance or time such as '300 m' or '15 min'
        within: {walk: 5 min}⏎ ⇒  ⇒ 22:5 ⇒ a coverage rule needs 'within', such as {walk: 15 min}
    within: {walk: 5 min} ⇒ within: ⇒ 29:12 ⇒ 'within' has no value
    facility: [nursery, childcare]⏎    within: {walk: 5 min} ⇒ facility: {kinds: [nursery], within: {walk: 5 min}} ⇒ 28:15 ⇒ facility must be a text or a list of texts
        unit: beds ⇒     within: {walk: 300 m}⏎    unit: beds ⇒ 120:5 ⇒ unknown key 'within' in rule 'beds'
        unit: beds ⇒     parameters: {a: 1}⏎    unit: beds ⇒ 120:5 ⇒ unknown key 'parameters' in rule 'beds'
    {value: 30, unit: m2/100 households} ⇒ {value: 30%, unit: m2/100 households} ⇒ 7:18 ⇒ value must be a number, with at most six decimals, not
    {value: 30, unit: m2/100 households} ⇒ {value: 30} ⇒ 7:10 ⇒ parameter 'rooms' has no 'unit'
    {value: 30, unit: m2/100 households} ⇒ {value: 30, unit: null} ⇒ 7:28 ⇒ 'unit' has no value
    rooms: {value: 30, unit: m2/100 households} ⇒ rooms: 30 ⇒ 7:10 ⇒ parameter 'rooms' must be a mapping of keys to values
    rooms: {value ⇒ rooms-new: {value ⇒ 19:15 ⇒ no parameter 'rooms' in this pack
    value: 1.0, unit: m/s ⇒ value: 1.0 m/s, unit: m/s ⇒ 6:26 ⇒ value must be a number, with at most six decimals, not
    unit: m/s} ⇒ unit: m} ⇒ 6:18 ⇒ walking_speed is in m/s or m/min, not 'm'
    value: 1.0 ⇒ value: 0.01 ⇒ 6:26 ⇒ nobody walks at 0.01 m/s; is it 0.01 m/min? 1.0 m/s is
    {floor_area: {walk: 300 m}} ⇒ {households: {walk: 300 m}} ⇒ 8:17 ⇒ 'households' is no measure of a provision rule; one of:
    {floor_area: {walk: 300 m}} ⇒ {floor_area: null} ⇒ 8:29 ⇒ a reach must be a mapping of keys to values
    {floor_area: {walk: 300 m}} ⇒ {floor_area: {walk: -300 m}} ⇒ 8:36 ⇒ '-300 m' is not a distance or time such as '300 m' or
    {floor_area: {walk: 300 m}} ⇒ {floor_area: {walk: 300 m}, floor_area: {walk: 500 m}} ⇒ 8:17 ⇒ key given twice: floor_area; keep one of them
    {floor_area: {walk: 300 m}} ⇒ {nursery: {walk: 300 m}} ⇒ 8:17 ⇒ 'nursery' is no measure of a provision rule; did you
    default_reach: {floor_area: {walk: 300 m}} ⇒ default_reach: 300 m ⇒ 8:16 ⇒ default_reach must be a mapping of keys to values
    {walk: 5 min} ⇒ {walk: ５ min} ⇒ 29:20 ⇒ '５ min' is not a distance or time such as '300 m' or
    {walk: 5 min} ⇒ {walk: 5 minutes} ⇒ 29:20 ⇒ '5 minutes' is not a distance or time such as '300 m'
    {walk: 5 min} ⇒ {walk: 300 s} ⇒ 29:20 ⇒ '300 s' is not a distance or time such as '300 m' or
    {walk: 5 min} ⇒ {Walk: 5 min} ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ [walk, 5 min] ⇒ 29:13 ⇒ a reach must be a mapping of keys to values
    {walk: 5 min} ⇒ {walk: .nan m} ⇒ 29:20 ⇒ '.nan m' is not a distance or time such as '300 m' or
    {walk: 5 min} ⇒ {walk 5 min} ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ {drive: 5 min} ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ {walk: } ⇒ 29:13 ⇒ a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}
    {walk: 5 min} ⇒ {walk: 5 min, speed: 50 m/s} ⇒ 29:34 ⇒ nobody walks at 50 m/s; is it 50 m/min? 1.0 m/s is 60 m/min
    {walk: 5 min} ⇒ {walk: 5 min, speed: -1 m/s} ⇒ 29:34 ⇒ a speed is above 0, in m/s or m/min: '0.8 m/s'
    {walk: 5 min} ⇒ {walk: 5 min, speed: 4 km/h} ⇒ 29:34 ⇒ a speed is above 0, in m/s or m/min: '0.8 m/s'
    {walk: 5 min} ⇒ {walk: 5 min, speed: 1} ⇒ 29:34 ⇒ a speed is above 0, in m/s or m/min: '0.8 m/s'
    {walk: 5 min} ⇒ {walk: 300 m, speed: 1 m/s} ⇒ 29:34 ⇒ 'speed' turns minutes into metres; this reach has
    {walk: 5 min} ⇒ {radius: 300 m, speed: 1 m/s} ⇒ 29:36 ⇒ 'speed' turns minutes into metres; this reach has
    {walk: 5 min} ⇒ {radius: 300 km} ⇒ 29:13 ⇒ 'within' is farther than anybody goes, 200 km or a day
    {walk: 5 min} ⇒ {walk: 3000 min} ⇒ 29:13 ⇒ 'within' is farther than anybody goes, 200 km or a day
    """
}
