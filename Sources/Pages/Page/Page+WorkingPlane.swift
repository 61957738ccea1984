internal import Geodesy
internal import Planning
internal import Wording

extension Page {
  /// What a distance is in this run, and the CRS that it was worked in.
  func workingPlane(of city: City) -> String {
    let crs = city.workingCRS.description
    if city.ground.isPlane { return say(PageWords.distancesInPlane) + crs }
    guard let stated = city.unusedWorkingCRS else { return say(PageWords.distancesOnGround) + crs }
    return say(PageWords.distancesOnGround) + crs + say(PageWords.unusedCRS(stated))
  }
}
