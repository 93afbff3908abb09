// Loops over packed lower triangles, written once and compiled for each scalar like those of ElementLoops.

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
              raw.storeBytes(of: hi * eight(h, r * n + j), as: SIMD8<Self>.self)
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

  public static func unpackTriangle(
    _ a: inout MutableSpan<Self>, _ n: Int, of packed: Span<Self>, addingToDiagonal λ: Self
  ) {
    a.withUnsafeMutableBufferPointer { a in
      packed.withUnsafeBufferPointer { packed in
        var place = 0
        for i in 0..<n {
          for j in 0...i { a[i * n + j] = packed[place + j] }
          a[i * n + i] += λ
          place += i + 1
        }
      }
    }
  }

  /// The factor L as it is used: 1 / L_ii in place of L_ii.
  public static func packFactor(_ packed: inout MutableSpan<Self>, of l: Span<Self>, _ n: Int) {
    packed.withUnsafeMutableBufferPointer { packed in
      l.withUnsafeBufferPointer { l in
        var place = 0
        for i in 0..<n {
          for j in 0..<i { packed[place + j] = l[i * n + j] }
          packed[place + i] = 1 / l[i * n + i]
          place += i + 1
        }
      }
    }
  }

  /// x ← L⁻ᵀ L⁻¹ x, eight rows of L at a time: their parts left of the diagonal in full vectors, the corner by itself.
  public static func solvePacked(_ x: inout MutableSpan<Self>, _ packed: Span<Self>) {
    x.withUnsafeMutableBufferPointer { x in
      packed.withUnsafeBufferPointer { L in
        let n = x.count, from = UnsafeBufferPointer(x)
        for first in Swift.stride(from: 0, to: n, by: 8) {
          var sums = EightVectors<Self>()
          if first + 8 <= n {
            sums.setProducts(L, RowStarts(first), from, first)
          } else {
            for k in 0..<n - first { sums.setProduct(k, L, start(first + k), from, first) }
          }
          for i in first..<min(n, first + 8) {
            let row = start(i)
            var rest = x[i] - total(sums[i - first])
            for j in first..<i { rest -= L[row + j] * x[j] }
            x[i] = rest * L[row + i]  // L y = x
          }
        }
        for first in Swift.stride(from: (n - 1) / 8 * 8, through: 0, by: -8) {
          for i in (first..<min(n, first + 8)).reversed() {
            let row = start(i), y = x[i] * L[row + i]  // Lᵀ x = y
            x[i] = y
            for j in first..<i { x[j] -= L[row + j] * y }
          }
          if first + 8 <= n {
            subtractEightRows(L, RowStarts(first), x, first)
          } else {
            for i in first..<n { subtractRow(L, start(i), x, first, x[i]) }
          }
        }
      }
    }
  }

  /// x_j ← x_j − Σ_k L_first+k,j x_first+k for j < first.
  @inline(__always)
  private static func subtractEightRows(
    _ L: UnsafeBufferPointer<Self>, _ rows: RowStarts, _ x: UnsafeMutableBufferPointer<Self>, _ first: Int
  ) {
    let (x0, x1, x2, x3) = (x[first], x[first + 1], x[first + 2], x[first + 3])
    let (x4, x5, x6, x7) = (x[first + 4], x[first + 5], x[first + 6], x[first + 7])
    var j = 0
    while j < first {
      let raw = UnsafeMutableRawPointer(x.baseAddress! + j)
      var v = raw.loadUnaligned(as: SIMD8<Self>.self)
      v -= x0 * eight(L, rows.r0 + j)
      v -= x1 * eight(L, rows.r1 + j)
      v -= x2 * eight(L, rows.r2 + j)
      v -= x3 * eight(L, rows.r3 + j)
      v -= x4 * eight(L, rows.r4 + j)
      v -= x5 * eight(L, rows.r5 + j)
      v -= x6 * eight(L, rows.r6 + j)
      v -= x7 * eight(L, rows.r7 + j)
      raw.storeBytes(of: v, as: SIMD8<Self>.self)
      j += 8
    }
  }

  @inline(__always)
  private static func subtractRow(
    _ L: UnsafeBufferPointer<Self>, _ row: Int, _ x: UnsafeMutableBufferPointer<Self>, _ first: Int, _ y: Self
  ) {
    for j in 0..<first { x[j] -= y * L[row + j] }
  }
}

/// Where row i of a packed triangle starts.
@inline(__always)
private func start(_ i: Int) -> Int { i * (i + 1) / 2 }

/// Where eight rows start.
private struct RowStarts {
  let r0: Int, r1: Int, r2: Int, r3: Int, r4: Int, r5: Int, r6: Int, r7: Int

  @inline(__always)
  init(_ i: Int) {
    (r0, r1, r2, r3) = (start(i), start(i + 1), start(i + 2), start(i + 3))
    (r4, r5, r6, r7) = (start(i + 4), start(i + 5), start(i + 6), start(i + 7))
  }
}

/// The products of eight rows with a vector, each still spread over eight lanes.
private struct EightVectors<Scalar: BLASScalar> {
  var s0 = SIMD8<Scalar>(), s1 = SIMD8<Scalar>(), s2 = SIMD8<Scalar>(), s3 = SIMD8<Scalar>()
  var s4 = SIMD8<Scalar>(), s5 = SIMD8<Scalar>(), s6 = SIMD8<Scalar>(), s7 = SIMD8<Scalar>()

  @inline(__always)
  subscript(k: Int) -> SIMD8<Scalar> {
    switch k {
    case 0: s0
    case 1: s1
    case 2: s2
    case 3: s3
    case 4: s4
    case 5: s5
    case 6: s6
    default: s7
    }
  }

  /// The first n elements, a multiple of eight, of all rows.
  @inline(__always)
  mutating func setProducts(_ L: UnsafeBufferPointer<Scalar>, _ rows: RowStarts, _ x: UnsafeBufferPointer<Scalar>, _ n: Int) {
    var j = 0
    while j < n {
      let v = eight(x, j)
      s0 += eight(L, rows.r0 + j) * v
      s1 += eight(L, rows.r1 + j) * v
      s2 += eight(L, rows.r2 + j) * v
      s3 += eight(L, rows.r3 + j) * v
      s4 += eight(L, rows.r4 + j) * v
      s5 += eight(L, rows.r5 + j) * v
      s6 += eight(L, rows.r6 + j) * v
      s7 += eight(L, rows.r7 + j) * v
      j += 8
    }
  }

  /// The same of row k alone.
  @inline(__always)
  mutating func setProduct(_ k: Int, _ L: UnsafeBufferPointer<Scalar>, _ row: Int, _ x: UnsafeBufferPointer<Scalar>, _ n: Int) {
    var sum = SIMD8<Scalar>(), j = 0
    while j < n {
      sum += eight(L, row + j) * eight(x, j)
      j += 8
    }
    switch k {
    case 0: s0 = sum
    case 1: s1 = sum
    case 2: s2 = sum
    case 3: s3 = sum
    case 4: s4 = sum
    case 5: s5 = sum
    default: s6 = sum
    }
  }
}

/// Eight numbers from place i on.
@inline(__always)
fileprivate func eight<Scalar: BLASScalar>(_ a: UnsafeBufferPointer<Scalar>, _ i: Int) -> SIMD8<Scalar> {
  UnsafeRawPointer(a.baseAddress! + i).loadUnaligned(as: SIMD8<Scalar>.self)
}

/// The sum of eight numbers, always in the same order.
@inline(__always)
private func total<Scalar: BLASScalar>(_ x: SIMD8<Scalar>) -> Scalar {
  let four = x.lowHalf + x.highHalf
  return (four[0] + four[2]) + (four[1] + four[3])
}
