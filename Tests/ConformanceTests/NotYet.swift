/// Cases that the program does not satisfy yet. One that agrees must leave this list.
let notYet: Set<String> = [
  "radius-300-azimuth-0", "radius-300-azimuth-205", "radius-1000-azimuth-63",
  "radius-3000-azimuth-0", "province-wide-azimuth-0", "province-wide-provision",
  "working-crs-far-off",
]
