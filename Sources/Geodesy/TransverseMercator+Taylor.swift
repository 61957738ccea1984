extension TransverseMercator {
  /// Functions of small angles, exact to the last digit within the limits.
  enum Taylor {
    /// Up to 1.57, by way of the half angle.
    @inline(__always)
    static func sineAndCosine(_ angle: Lanes) -> (Lanes, Lanes) {
      let h = 0.5 * angle
      let q = h * h
      var s = Lanes(repeating: 1.0 / 355_687_428_096_000)
      s = s * q - 1.0 / 1_307_674_368_000
      s = s * q + 1.0 / 6_227_020_800
      s = s * q - 1.0 / 39_916_800
      s = s * q + 1.0 / 362_880
      s = s * q - 1.0 / 5040
      s = s * q + 1.0 / 120
      s = s * q - 1.0 / 6
      s = h + h * q * s
      var c = Lanes(repeating: 1.0 / 20_922_789_888_000)
      c = c * q - 1.0 / 87_178_291_200
      c = c * q + 1.0 / 479_001_600
      c = c * q - 1.0 / 3_628_800
      c = c * q + 1.0 / 40_320
      c = c * q - 1.0 / 720
      c = c * q + 1.0 / 24
      c = c * q - 0.5
      c = 1 + q * c
      return (2 * s * c, 1 - 2 * s * s)
    }

    /// Up to 0.005.
    @inline(__always)
    static func smallSineAndCosine(_ angle: Lanes) -> (Lanes, Lanes) {
      let q = angle * angle
      var s = Lanes(repeating: 1.0 / 120)
      s = s * q - 1.0 / 6
      var c = Lanes(repeating: -1.0 / 720)
      c = c * q + 1.0 / 24
      c = c * q - 0.5
      return (angle + angle * q * s, 1 + q * c)
    }

    /// Sine, and 1 - cosine, up to 0.14.
    @inline(__always)
    static func sineAndVersine(_ angle: Lanes) -> (Lanes, Lanes) {
      let q = angle * angle
      var s = Lanes(repeating: -1.0 / 39_916_800)
      s = s * q + 1.0 / 362_880
      s = s * q - 1.0 / 5040
      s = s * q + 1.0 / 120
      s = s * q - 1.0 / 6
      var v = Lanes(repeating: 1.0 / 3_628_800)
      v = v * q - 1.0 / 40_320
      v = v * q + 1.0 / 720
      v = v * q - 1.0 / 24
      v = v * q + 0.5
      return (angle + angle * q * s, q * v)
    }

    /// Up to 0.6.
    @inline(__always)
    static func hyperbolicSineAndCosine(_ value: Lanes) -> (Lanes, Lanes) {
      let q = value * value
      var s = Lanes(repeating: 1.0 / 6_227_020_800)
      s = s * q + 1.0 / 39_916_800
      s = s * q + 1.0 / 362_880
      s = s * q + 1.0 / 5040
      s = s * q + 1.0 / 120
      s = s * q + 1.0 / 6
      var c = Lanes(repeating: 1.0 / 87_178_291_200)
      c = c * q + 1.0 / 479_001_600
      c = c * q + 1.0 / 3_628_800
      c = c * q + 1.0 / 40_320
      c = c * q + 1.0 / 720
      c = c * q + 1.0 / 24
      c = c * q + 0.5
      return (value + value * q * s, 1 + q * c)
    }

    /// Up to 0.01.
    @inline(__always)
    static func arctangent(_ value: Lanes) -> Lanes {
      let q = value * value
      var a = Lanes(repeating: -1.0 / 7)
      a = a * q + 1.0 / 5
      a = a * q - 1.0 / 3
      return value + value * q * a
    }

    /// Up to 0.15.
    @inline(__always)
    static func longArctangent(_ value: Lanes) -> Lanes {
      let q = value * value
      var a = Lanes(repeating: -1.0 / 19)
      a = a * q + 1.0 / 17
      a = a * q - 1.0 / 15
      a = a * q + 1.0 / 13
      a = a * q - 1.0 / 11
      a = a * q + 1.0 / 9
      a = a * q - 1.0 / 7
      a = a * q + 1.0 / 5
      a = a * q - 1.0 / 3
      return value + value * q * a
    }

    /// Up to 0.14.
    @inline(__always)
    static func hyperbolicArctangent(_ value: Lanes) -> Lanes {
      let q = value * value
      var a = Lanes(repeating: 1.0 / 19)
      a = a * q + 1.0 / 17
      a = a * q + 1.0 / 15
      a = a * q + 1.0 / 13
      a = a * q + 1.0 / 11
      a = a * q + 1.0 / 9
      a = a * q + 1.0 / 7
      a = a * q + 1.0 / 5
      a = a * q + 1.0 / 3
      return value + value * q * a
    }
  }
}
