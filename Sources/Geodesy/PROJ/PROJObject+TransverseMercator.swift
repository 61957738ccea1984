import CPROJ

extension PROJObject {
  /// The projection of a projected CRS in metres, if it is a plain transverse Mercator.
  var transverseMercator: TransverseMercator? {
    guard type == PJ_TYPE_PROJECTED_CRS, isInMetres, hasGreenwichMeridian,
      let ellipsoid = PROJObject(adopting: proj_get_ellipsoid(context.raw, raw), in: context),
      let conversion = PROJObject(
        adopting: proj_crs_get_coordoperation(context.raw, raw), in: context),
      let parameters = conversion.transverseMercatorParameters
    else { return nil }
    var axis = 0.0
    var inverseFlattening = 0.0
    guard
      proj_ellipsoid_get_parameters(
        context.raw, ellipsoid.raw, &axis, nil, nil, &inverseFlattening) != 0,
      inverseFlattening > 0
    else { return nil }
    return TransverseMercator(
      semiMajorAxis: axis, flattening: 1 / inverseFlattening,
      latitudeOfOriginDegrees: parameters.latitude * 180 / .pi,
      centralMeridianDegrees: parameters.longitude * 180 / .pi, scale: parameters.scale,
      falseEasting: parameters.falseEasting, falseNorthing: parameters.falseNorthing)
  }

  private struct Parameters {
    var latitude = 0.0
    var longitude = 0.0
    var scale = 0.0
    var falseEasting = 0.0
    var falseNorthing = 0.0
  }

  /// In radians and metres; `nil` for another method, or a parameter that is not known here.
  private var transverseMercatorParameters: Parameters? {
    var code: UnsafePointer<CChar>?
    guard
      proj_coordoperation_get_method_info(context.raw, raw, nil, nil, &code) != 0, let code,
      String(cString: code) == "9807"
    else { return nil }
    var parameters = Parameters()
    for index in 0..<proj_coordoperation_get_param_count(context.raw, raw) {
      var code: UnsafePointer<CChar>?
      var value = 0.0
      var unit = 0.0
      guard
        proj_coordoperation_get_param(
          context.raw, raw, index, nil, nil, &code, &value, nil, &unit, nil, nil, nil, nil) != 0,
        let code
      else { return nil }
      switch String(cString: code) {
      case "8801": parameters.latitude = value * unit
      case "8802": parameters.longitude = value * unit
      case "8805": parameters.scale = value * unit
      case "8806": parameters.falseEasting = value * unit
      case "8807": parameters.falseNorthing = value * unit
      default: return nil
      }
    }
    return parameters.scale > 0 ? parameters : nil
  }

  private var isInMetres: Bool { axisUnit == 1 }

  /// Whether this is longitude and latitude in degrees from Greenwich.
  var isPlainGeographic: Bool {
    guard type == PJ_TYPE_GEOGRAPHIC_2D_CRS, let unit = axisUnit else { return false }
    return abs(unit - .pi / 180) < 1e-15 && hasGreenwichMeridian
  }

  private var axisUnit: Double? {
    guard
      let system = PROJObject(
        adopting: proj_crs_get_coordinate_system(context.raw, raw), in: context)
    else { return nil }
    var unit = 0.0
    guard
      proj_cs_get_axis_info(context.raw, system.raw, 0, nil, nil, nil, &unit, nil, nil, nil) != 0
    else { return nil }
    return unit
  }

  private var hasGreenwichMeridian: Bool {
    guard
      let meridian = PROJObject(adopting: proj_get_prime_meridian(context.raw, raw), in: context)
    else { return false }
    var longitude = 0.0
    return proj_prime_meridian_get_parameters(context.raw, meridian.raw, &longitude, nil, nil) != 0
      && longitude == 0
  }
}
