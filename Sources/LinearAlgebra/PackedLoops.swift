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

  public static func packTriangle(_ packed: inout MutableSpan<Self>, of a: Span<Self>, _ n: Int, scaledBy s: Self) {
    packed.withUnsafeMutableBufferPointer { packed in
      a.withUnsafeBufferPointer { a in
        var place = 0
        for i in 0..<n {
          for j in 0...i { packed[place + j] = s * a[i * n + j] }
          place += i + 1
        }
      }
    }
  }

  /// y ← A x: row i of the triangle serves y_i as a row and y_0 … y_{i−1} as a column. Two rows at a time share the loads.
  public static func setPackedProduct(_ y: inout MutableSpan<Self>, _ packed: Span<Self>, _ x: Span<Self>) {
    y.withUnsafeMutableBufferPointer { y in
      packed.withUnsafeBufferPointer { packed in
        x.withUnsafeBufferPointer { x in
          let n = x.count
          for i in 0..<n { y[i] = 0 }
          var (i, place) = (0, 0)
          while i + 1 < n {
            let (first, second, below) = (x[i], x[i + 1], place + i + 1)
            var (sum, nextSum) = (SIMD8<Self>(), SIMD8<Self>())
            var j = 0
            while j + 8 <= i {
              let a = eight(packed, place + j), b = eight(packed, below + j), v = eight(x, j)
              sum += a * v
              nextSum += b * v
              let raw = UnsafeMutableRawPointer(y.baseAddress! + j)
              raw.storeBytes(of: raw.loadUnaligned(as: SIMD8<Self>.self) + first * a + second * b, as: SIMD8<Self>.self)
              j += 8
            }
            var (rest, nextRest) = (total(sum), total(nextSum))
            while j < i {
              let (a, b) = (packed[place + j], packed[below + j])
              rest += a * x[j]
              nextRest += b * x[j]
              y[j] += first * a + second * b
              j += 1
            }
            let corner = packed[below + i]
            y[i] += rest + packed[place + i] * first + corner * second
            y[i + 1] += nextRest + corner * first + packed[below + i + 1] * second
            place = below + i + 2
            i += 2
          }
          if i < n {
            var rest = packed[place + i] * x[i]
            for j in 0..<i {
              rest += packed[place + j] * x[j]
              y[j] += x[i] * packed[place + j]
            }
            y[i] += rest
          }
        }
      }
    }
  }
}

/// Eight numbers from place i on.
@inline(__always)
private func eight<Scalar: BLASScalar>(_ a: UnsafeBufferPointer<Scalar>, _ i: Int) -> SIMD8<Scalar> {
  UnsafeRawPointer(a.baseAddress! + i).loadUnaligned(as: SIMD8<Scalar>.self)
}

/// The sum of eight numbers, always in the same order.
@inline(__always)
private func total<Scalar: BLASScalar>(_ x: SIMD8<Scalar>) -> Scalar {
  let four = x.lowHalf + x.highHalf
  return (four[0] + four[2]) + (four[1] + four[3])
}
