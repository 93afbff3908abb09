// Loops over packed lower triangles of eight matrices side by side, one in each lane: no lane ever meets another, so that
// every operation is a full vector, and a matrix's numbers do not depend on its neighbours. Written once and compiled for
// each scalar like the loops of ElementLoops.

extension BLASScalar {
  /// p_r ← the products h_ri h_rj, j ≤ i, for i in `rows`, of each row r of h (n numbers a row).
  public static func setProductsOfPairs(
    _ p: inout MutableSpan<Self>, width: Int, of h: Span<Self>, _ n: Int, rows: Range<Int>
  ) {
    p.withUnsafeMutableBufferPointer { p in
      h.withUnsafeBufferPointer { h in
        for r in 0..<h.count / n {
          var place = r * width
          for i in rows {
            let hi = h[r * n + i]
            var j = 0
            while j + 8 <= i + 1 {
              let raw = UnsafeMutableRawPointer(p.baseAddress! + place + j)
              let x = UnsafeRawPointer(h.baseAddress! + r * n + j).loadUnaligned(as: SIMD8<Self>.self)
              raw.storeBytes(of: hi * x, as: SIMD8<Self>.self)
              j += 8
            }
            while j <= i {
              p[place + j] = hi * h[r * n + j]
              j += 1
            }
            place += i + 1
          }
        }
      }
    }
  }

  /// The lanes from `first` on ← rows of c, its columns being matrices: up to eight of them from column `column` on.
  public static func setLanes(
    _ a: inout MutableSpan<SIMD8<Self>>, from first: Int, _ c: Span<Self>, width: Int, column: Int, count: Int
  ) {
    a.withUnsafeMutableBufferPointer { a in
      c.withUnsafeBufferPointer { c in
        for row in 0..<c.count / width {
          let place = row * width + column
          if count == 8 {
            a[first + row] = UnsafeRawPointer(c.baseAddress! + place).loadUnaligned(as: SIMD8<Self>.self)
          } else {
            var v = SIMD8<Self>()
            for lane in 0..<count { v[lane] = c[place + lane] }
            a[first + row] = v
          }
        }
      }
    }
  }

  /// L ← the factor of A + λ1 in place, 1 / L_ii in place of L_ii, by rows, four at a time.
  ///
  ///     L_ij = (A_ij − Σ_k<j L_ik L_jk) / L_jj
  ///
  /// - Returns: n, or the first row where a pivot in one of the lanes is not positive and finite.
  public static func factorLanes(_ a: inout MutableSpan<SIMD8<Self>>, _ n: Int, damping λ: Self) -> Int {
    a.withUnsafeMutableBufferPointer { a in
      guard let L = a.baseAddress else { return n }
      for first in Swift.stride(from: 0, to: n, by: 4) {
        let rows = min(4, n - first)
        if rows == 4 { finishFourRows(L, first) } else { for i in first..<n { finishRow(L, i, upTo: first) } }
        for i in first..<first + rows {
          finishRow(L, i, from: first, upTo: i)
          let row = L + start(i)
          let pivot = row[i] + λ - dot(row, row, i)
          guard all(pivot .> 0) && all(pivot .< .infinity) else { return i }
          row[i] = 1 / pivot.squareRoot()
        }
      }
      return n
    }
  }

  /// L_ij for i = first … first + 3 and j < first, a multiple of four: tiles of four rows and two columns.
  @inline(__always)
  private static func finishFourRows(_ L: UnsafeMutablePointer<SIMD8<Self>>, _ first: Int) {
    let r0 = L + start(first), r1 = L + start(first + 1), r2 = L + start(first + 2), r3 = L + start(first + 3)
    var j = 0
    while j < first {
      let p = L + start(j), q = L + start(j + 1)
      var s0 = r0[j], s1 = r1[j], s2 = r2[j], s3 = r3[j]
      var t0 = r0[j + 1], t1 = r1[j + 1], t2 = r2[j + 1], t3 = r3[j + 1]
      for k in 0..<j {
        let u = p[k], v = q[k]
        let (x0, x1, x2, x3) = (r0[k], r1[k], r2[k], r3[k])
        s0 -= x0 * u
        s1 -= x1 * u
        s2 -= x2 * u
        s3 -= x3 * u
        t0 -= x0 * v
        t1 -= x1 * v
        t2 -= x2 * v
        t3 -= x3 * v
      }
      let (a, b, c) = (p[j], q[j], q[j + 1])
      (s0, s1, s2, s3) = (s0 * a, s1 * a, s2 * a, s3 * a)
      (r0[j], r1[j], r2[j], r3[j]) = (s0, s1, s2, s3)
      r0[j + 1] = (t0 - s0 * b) * c
      r1[j + 1] = (t1 - s1 * b) * c
      r2[j + 1] = (t2 - s2 * b) * c
      r3[j + 1] = (t3 - s3 * b) * c
      j += 2
    }
  }

  /// L_ij for one i and from ≤ j < end.
  @inline(__always)
  private static func finishRow(_ L: UnsafeMutablePointer<SIMD8<Self>>, _ i: Int, from: Int = 0, upTo end: Int) {
    let row = L + start(i)
    for j in from..<end {
      let other = L + start(j)
      row[j] = (row[j] - dot(row, other, j)) * other[j]
    }
  }

  /// x ← L⁻ᵀ L⁻¹ x.
  public static func solveLanes(_ x: inout MutableSpan<SIMD8<Self>>, _ a: Span<SIMD8<Self>>) {
    x.withUnsafeMutableBufferPointer { x in
      a.withUnsafeBufferPointer { a in
        guard let L = a.baseAddress, let x = x.baseAddress else { return }
        let n = rowCount(a.count)
        for i in 0..<n {
          let row = L + start(i)
          x[i] = (x[i] - dot(row, x, i)) * row[i]  // L y = x
        }
        for i in (0..<n).reversed() {
          let row = L + start(i), y = x[i] * row[i]  // Lᵀ x = y
          x[i] = y
          for j in 0..<i { x[j] -= row[j] * y }
        }
      }
    }
  }

  /// Σ_k<n x_k y_k, in four sums so that no addition waits for the one before it.
  @inline(__always)
  private static func dot(_ x: UnsafePointer<SIMD8<Self>>, _ y: UnsafePointer<SIMD8<Self>>, _ n: Int) -> SIMD8<Self> {
    var s0 = SIMD8<Self>(), s1 = SIMD8<Self>(), s2 = SIMD8<Self>(), s3 = SIMD8<Self>()
    var k = 0
    while k + 4 <= n {
      s0 += x[k] * y[k]
      s1 += x[k + 1] * y[k + 1]
      s2 += x[k + 2] * y[k + 2]
      s3 += x[k + 3] * y[k + 3]
      k += 4
    }
    while k < n {
      s0 += x[k] * y[k]
      k += 1
    }
    return (s0 + s1) + (s2 + s3)
  }

  /// x_k ← the elements k of eight rows of m from row `first` on; rows that are not there give zeros.
  public static func gatherLanes(_ x: inout MutableSpan<SIMD8<Self>>, _ m: Span<Self>, width: Int, first: Int) {
    x.withUnsafeMutableBufferPointer { x in
      m.withUnsafeBufferPointer { m in
        let count = min(8, m.count / width - first)
        for k in 0..<width {
          var v = SIMD8<Self>()
          for lane in 0..<count { v[lane] = m[(first + lane) * width + k] }
          x[k] = v
        }
      }
    }
  }

  /// The other way round.
  public static func scatterLanes(_ m: inout MutableSpan<Self>, width: Int, first: Int, _ x: Span<SIMD8<Self>>) {
    m.withUnsafeMutableBufferPointer { m in
      x.withUnsafeBufferPointer { x in
        let count = min(8, m.count / width - first)
        for k in 0..<width { for lane in 0..<count { m[(first + lane) * width + k] = x[k][lane] } }
      }
    }
  }
}

/// Where row i of a packed triangle starts.
@inline(__always)
private func start(_ i: Int) -> Int { i * (i + 1) / 2 }

/// The n of a packed triangle of n (n + 1)/2 elements.
private func rowCount(_ elements: Int) -> Int { Int(Double(2 * elements).squareRoot()) }
