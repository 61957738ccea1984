extension TransverseMercator {
  /// Σ cₖ sin 2kθ for k from 1 to 6.
  struct Series: Sendable {
    private let c1: Double
    private let c2: Double
    private let c3: Double
    private let c4: Double
    private let c5: Double
    private let c6: Double

    /// `rows[k - 1]` are the factors of nᵏ, nᵏ⁺¹ and so on in cₖ.
    init(_ n: Double, _ rows: [[Double]]) {
      var power = 1.0
      let c = rows.map { row in
        power *= n
        return power * row.reversed().reduce(0) { $0 * n + $1 }
      }
      (c1, c2, c3, c4, c5, c6) = (c[0], c[1], c[2], c[3], c[4], c[5])
    }

    /// c₁ through c₆.
    var coefficients: [Double] { [c1, c2, c3, c4, c5, c6] }

    /// By Clenshaw's recurrence, from the sine and cosine of 2θ.
    @inline(__always)
    func sum(sine: Lanes, cosine: Lanes) -> Lanes {
      let z = 2 * cosine
      let b6 = Lanes(repeating: c6)
      let b5 = c5 + z * b6
      let b4 = c4 + z * b5 - b6
      let b3 = c3 + z * b4 - b5
      let b2 = c2 + z * b3 - b4
      let b1 = c1 + z * b2 - b3
      return b1 * sine
    }

    /// The same for the complex angle ξ + iη, from the functions of 2ξ and 2η.
    @inline(__always)
    func complexSum(
      sine: Lanes, cosine: Lanes, hyperbolicSine: Lanes, hyperbolicCosine: Lanes
    ) -> (real: Lanes, imaginary: Lanes) {
      let zr = 2 * cosine * hyperbolicCosine
      let zi = -2 * sine * hyperbolicSine
      let b5r = c5 + zr * c6
      let b5i = zi * c6
      let b4r = c4 - c6 + zr * b5r - zi * b5i
      let b4i = zr * b5i + zi * b5r
      let b3r = c3 + zr * b4r - zi * b4i - b5r
      let b3i = zr * b4i + zi * b4r - b5i
      let b2r = c2 + zr * b3r - zi * b3i - b4r
      let b2i = zr * b3i + zi * b3r - b4i
      let b1r = c1 + zr * b2r - zi * b2i - b3r
      let b1i = zr * b2i + zi * b2r - b3i
      let sr = sine * hyperbolicCosine
      let si = cosine * hyperbolicSine
      return (b1r * sr - b1i * si, b1r * si + b1i * sr)
    }
  }
}
