extension MistakenPacks {
  /// Figures that are none, or that nothing can be above or below.
  public static let figures = """
        at_least: 500⏎ ⇒  ⇒ 112:5 ⇒ rule 'beds' has no threshold; give one of at_least,
    at_least: 500 ⇒ at_least: ⇒ 119:14 ⇒ 'at_least' has no value
    at_least: 500 ⇒ at_least: 500⏎    at_most: 900 ⇒ 120:14 ⇒ a rule has one threshold, not at_least and at_most
    at_least: 500 ⇒ at_least: -500 ⇒ 119:15 ⇒ a figure of a clause is not below 0; write it without '-'
    at_least: 500 ⇒ less_than: 0 ⇒ 119:16 ⇒ nothing is less than 0; state a figure above 0, or
    at_least: 500 ⇒ at_least: .nan ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: .inf ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 1e30 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 99999999999999999999 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 0500 ⇒ 119:15 ⇒ at_least has a leading zero, which YAML takes for
    at_least: 500 ⇒ at_least: 0o500 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 0x1F4 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 5_000 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 5,000 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 1:30 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 2025-01-01 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: yes ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 500 beds ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 90 ⇒ at_least: 90% ⇒ 62:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: ">= 500" ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: [500] ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals
    at_least: 500 ⇒ at_least: {value: 500} ⇒ 119:15 ⇒ 'at_least' takes a number, {parameter: …}, {statistic:
    at_least: 500 ⇒ at_least: ５００ ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 五百 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 0.12345678 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 90 ⇒ at_least: 101 ⇒ 62:15 ⇒ no share is above 100 percent; state at most 100
    more_than: 55 ⇒ more_than: 100 ⇒ 109:16 ⇒ nothing is more than 100 percent; write 'at_least: 100'
    at_least: 95 ⇒ at_least: -1 ⇒ 30:15 ⇒ a figure of a clause is not below 0; write it without '-'
    at_least: 95 ⇒ at_least: 0.95 ⇒ 30:15 ⇒ 0.95 percent is next to nothing; percent are written 95
    at_least: 95 ⇒ at_most: 100 ⇒ 30:14 ⇒ everything is at most 100 percent; state less, or
    [350, 750] ⇒ 350 ⇒ 75:14 ⇒ between must be a list
    [350, 750] ⇒ [350] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    [350, 750] ⇒ [350, 500, 750] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    [350, 750] ⇒ [750, 350] ⇒ 75:14 ⇒ 'between' takes the lower number first: [350, 750]
    [350, 750] ⇒ {from: 350, to: 750} ⇒ 75:14 ⇒ between must be a list
    [350, 750] ⇒ 350-750 ⇒ 75:14 ⇒ between must be a list
    [350, 750] ⇒ [-350, 750] ⇒ 75:15 ⇒ a figure of a clause is not below 0; write it without '-'
    [350, 750] ⇒ [350, much] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    [350, 750] ⇒ [0, 0] ⇒ 75:18 ⇒ the upper figure is above 0
    at_least: 500 ⇒ about: 0 ⇒ 119:12 ⇒ only 0 is about 0: write 'at_most: 0'; state a figure
    at_least: 500 ⇒ about: -5 ⇒ 119:12 ⇒ a figure of a clause is not below 0; write it without '-'
    at_least: 90 ⇒ between: [80, 120] ⇒ 62:19 ⇒ no share is above 100 percent; state at most 100
    at_least: 500 ⇒ at_least: 500⏎    report_only: true ⇒ 112:5 ⇒ rule 'beds' only reports, so it has no threshold
    at_least: 500 ⇒ report_only: yes ⇒ 119:18 ⇒ report_only must be true or false
    at_least: 500 ⇒ report_only: maybe ⇒ 119:18 ⇒ report_only must be true or false
    at_least: 1⏎    unit: count ⇒ at_least: 0.5⏎    unit: count ⇒ 40:15 ⇒ what is counted by the piece is whole, not 0.5
    times: 10 ⇒ times: 0 ⇒ 87:12 ⇒ 'times' must be at least 1
    times: 10 ⇒ times: -10 ⇒ 87:12 ⇒ 'times' must be at least 1
    times: 10 ⇒ times: 1.5 ⇒ 87:12 ⇒ times must be a whole number, not '1.5'; write 1.5
    times: 10 ⇒ times: 9223372036854775807 ⇒ 87:12 ⇒ 'times' is at most 10000000
    times: 10 ⇒ times: ten ⇒ 87:12 ⇒ times must be a whole number, not 'ten'
        per: places⏎ ⇒  ⇒ 86:12 ⇒ 'times' is for so many of 'per', which is not stated
    target_year: 2025 ⇒ target_year: 25 ⇒ 64:18 ⇒ 'target_year' is a year of four digits, not '25'
    target_year: 2025 ⇒ target_year: 20250 ⇒ 64:18 ⇒ 'target_year' is a year of four digits, not '20250'
    target_year: 2025 ⇒ target_year: 2025-12-31 ⇒ 64:18 ⇒ target_year must be a whole number, not '2025-12-31'
    target_year: 2025 ⇒ target_year: 2025年 ⇒ 64:18 ⇒ target_year must be a whole number, not '2025年'; write 2025
    target_year: 2025 ⇒ target_year: -2025 ⇒ 64:18 ⇒ 'target_year' is a year of four digits, not '-2025'
    at_least: 500 ⇒ at_least: 00 ⇒ 119:15 ⇒ at_least has a leading zero, which YAML takes for
    at_least: 500 ⇒ at_least: 5 000 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 90 ⇒ at_least: "90 percent" ⇒ 62:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 90 ⇒ at_least: 9‰ ⇒ 62:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 1/2 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: 500~600 ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: "null" ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals,
    at_least: 500 ⇒ at_least: {by: 3} ⇒ 119:15 ⇒ at_least has no 'steps'
    at_least: 500 ⇒ at_least: {} ⇒ 119:15 ⇒ 'at_least' takes a number, {parameter: …}, {statistic:
    at_least: 500 ⇒ at_least: [] ⇒ 119:15 ⇒ at_least must be a number, with at most six decimals
    between: [350, 750] ⇒ between: [] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    between: [350, 750] ⇒ between: [350, null] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    between: [350, 750] ⇒ between: [350, {parameter: rooms}] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    between: [350, 750] ⇒ between: [350, 750]⏎    at_least: 350 ⇒ 75:14 ⇒ a rule has one threshold, not at_least and between
    between: [350, 750] ⇒ between: "350, 750" ⇒ 75:14 ⇒ between must be a list
    between: [350, 750] ⇒ between: [[350, 750]] ⇒ 75:14 ⇒ 'between' takes two numbers: [lower, upper]
    at_least: 500 ⇒ report_only: True ⇒ 119:18 ⇒ report_only must be true or false
    at_least: 500 ⇒ report_only: on ⇒ 119:18 ⇒ report_only must be true or false
    at_least: 500 ⇒ report_only: 1 ⇒ 119:18 ⇒ report_only must be true or false
    measure: beds}⏎    at_least: 500 ⇒ measure: beds, at_least: 500} ⇒ 118:58 ⇒ unknown key 'at_least' in sum; one of: facility, where,
    target_year: 2025 ⇒ target_year: 0 ⇒ 64:18 ⇒ 'target_year' is a year of four digits, not '0'
    target_year: 2025 ⇒ target_year: 2025.0 ⇒ 64:18 ⇒ target_year must be a whole number, not '2025.0'; write 2025
    target_year: 2025 ⇒ target_year: [2025] ⇒ 64:18 ⇒ target_year must be a whole number
    target_year: 2025 ⇒ target_year: 02025 ⇒ 64:18 ⇒ target_year has a leading zero, which YAML takes for
    target_year: 2025 ⇒ target_year: 1025 ⇒ 64:18 ⇒ 'target_year' is a year of four digits, not '1025'
    unit: beds ⇒ unit: be\u{200B}ds ⇒ 120:11 ⇒ unit 'be\u{200B}ds' does not fit the check, which gives 'beds'
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: []}⏎ ⇒ 88:33 ⇒ 'steps' has no step; write [[0, 30], [1000, 20]]
    at_least: 120⏎ ⇒ at_least: {steps: [[0, 30], [1000, 20]]}⏎ ⇒ 88:15 ⇒ at_least has no 'by'
    at_least: 120⏎ ⇒ at_least: {by: beds}⏎ ⇒ 88:15 ⇒ at_least has no 'steps'
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[1000, 30], [0, 20]]}⏎ ⇒ 88:46 ⇒ 'steps' go upwards: 0 stands after 1000
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, 30], [0, 20]]}⏎ ⇒ 88:43 ⇒ 'steps' go upwards: 0 stands after 0
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, 30, 1]]}⏎ ⇒ 88:34 ⇒ a step is two numbers: from how many on, and the
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [0, 30]}⏎ ⇒ 88:34 ⇒ a step must be a list
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: {0: 30, 1000: 20}}⏎ ⇒ 88:33 ⇒ steps must be a list
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, -30], [1000, 20]]}⏎ ⇒ 88:38 ⇒ a figure of a clause is not below 0; write it without '-'
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[-5, 30], [1000, 20]]}⏎ ⇒ 88:35 ⇒ a step begins at 0 or above
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, many]]}⏎ ⇒ 88:38 ⇒ a step must be a number, with at most six decimals, not
    at_least: 120⏎ ⇒ at_least: {by: status, steps: [[0, 30]]}⏎ ⇒ 88:20 ⇒ 'status' is no number; steps go by one
    at_least: 120⏎ ⇒ at_least: {by: nursing_bed, steps: [[0, 30]]}⏎ ⇒ 88:20 ⇒ no column of facilities is 'nursing_bed' (a column of
    at_least: 120⏎ ⇒ at_least: {by: households, steps: [[0, 30]]}⏎ ⇒ 88:20 ⇒ 'households' is a column of parcels; this condition is
    at_least: 120⏎ ⇒ at_least: {by: beds, step: [[0, 30]]}⏎ ⇒ 88:15 ⇒ at_least has no 'steps'
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, 30]], parameter: rooms}⏎ ⇒ 88:15 ⇒ a figure is a parameter, a statistic or a table of
    at_least: 95 ⇒ at_least: {by: households, steps: [[0, 95], [1000, 120]]} ⇒ 30:56 ⇒ no share is above 100 percent; state at most 100
    between: [350, 750] ⇒ between: {by: beds, steps: [[0, 30]]} ⇒ 75:14 ⇒ between must be a list
    force: binding⏎  - id: nursery-circle ⇒ plus: 0⏎    force: binding⏎  - id: nursery-circle ⇒ 21:11 ⇒ 'plus' must be above 0
    force: binding⏎  - id: nursery-circle ⇒ plus: -5⏎    force: binding⏎  - id: nursery-circle ⇒ 21:11 ⇒ 'plus' must be above 0
    force: binding⏎  - id: nursery-circle ⇒ plus: some⏎    force: binding⏎  - id: nursery-circle ⇒ 21:11 ⇒ plus must be a number, with at most six decimals, not 'some'
    within: {walk: 5 min} ⇒ within: {walk: 5 min}⏎    plus: 5 ⇒ 30:11 ⇒ 'plus' is for what a 'provision' rule asks 'at_least'
    force: binding⏎  - id: nursery-circle ⇒ rounding: down⏎    force: binding⏎  - id: nursery-circle ⇒ 21:15 ⇒ 'rounding' is 'up', not 'down'
    force: binding⏎  - id: nursery-circle ⇒ rounding: true⏎    force: binding⏎  - id: nursery-circle ⇒ 21:15 ⇒ 'rounding' is 'up', not 'true'
    unit: beds⏎ ⇒ unit: beds⏎    rounding: up⏎ ⇒ 121:15 ⇒ 'rounding' is for what a 'provision' rule asks 'at_least'
    unit: m2⏎ ⇒ unit: haa⏎ ⇒ 76:11 ⇒ unit 'haa' does not fit the check, which gives 'm2'
    at_least: 500 ⇒ at_least: 0 ⇒ 119:15 ⇒ everything is at least 0; state a figure above 0, or 'report_only: true'
    at_least: 95 ⇒ at_least: 0 ⇒ 30:15 ⇒ everything is at least 0; state a figure above 0, or
    at_least: 120⏎ ⇒ at_least: 0.0⏎ ⇒ 88:15 ⇒ everything is at least 0; state a figure above 0, or
    at_least: 90 ⇒ at_least: 0 ⇒ 62:15 ⇒ everything is at least 0; state a figure above 0, or
    more_than: 55 ⇒ at_least: 0 ⇒ 109:15 ⇒ everything is at least 0; state a figure above 0, or
    value: 30 ⇒ value: 0 ⇒ 7:18 ⇒ everything is at least 0; state a figure above 0, or
    at_least: 120⏎ ⇒ at_least: {by: beds, steps: [[0, 0], [1000, 0]]}⏎ ⇒ 88:38 ⇒ everything is at least 0; state a figure above 0, or
    at_least: 90 ⇒ between: [0, 100] ⇒ 62:18 ⇒ every share is between 0 and 100 percent; state less, or 'report_only: true'
    more_than: 55 ⇒ at_least: 0.55 ⇒ 109:15 ⇒ 0.55 percent is next to nothing; percent are written 55
    more_than: 55 ⇒ about: 0.55 ⇒ 109:12 ⇒ 0.55 percent is next to nothing; percent are written 55
    more_than: 55 ⇒ between: [0.5, 0.6] ⇒ 109:15 ⇒ 0.5 percent is next to nothing; percent are written 50
    more_than: 55 ⇒ between: [0.9, 1] ⇒ 109:15 ⇒ 0.9 percent is next to nothing; percent are written 90
    at_least: 95 ⇒ at_least: {by: households, steps: [[0, 0], [1000, 0.9]]} ⇒ 30:55 ⇒ 0.9 percent is next to nothing; percent are written 90
    has: {equipment: medical_unit} ⇒ has: {delivered: {before_share_of_housing: 0.5}} ⇒ 98:48 ⇒ 0.5 percent is next to nothing; percent are written 50
    """
}
