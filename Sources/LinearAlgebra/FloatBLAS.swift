import COpenBLAS

extension Float: BLASScalar {
  public static func exponential(_ x: Float) -> Float { expf(x) }
  public static func logarithm(_ x: Float) -> Float { logf(x) }
  public static func logarithm1p(_ x: Float) -> Float { log1pf(x) }

  public static func dot(_ x: Span<Float>, _ y: Span<Float>) -> Float {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in cblas_sdot(blasInt(x.count), x.baseAddress, 1, y.baseAddress, 1) }
    }
  }

  public static func norm(_ x: Span<Float>) -> Float {
    x.withUnsafeBufferPointer { x in cblas_snrm2(blasInt(x.count), x.baseAddress, 1) }
  }

  public static func axpy(_ α: Float, _ x: Span<Float>, _ y: inout MutableSpan<Float>) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        cblas_saxpy(blasInt(x.count), α, x.baseAddress, 1, y.baseAddress, 1)
      }
    }
  }

  public static func axpby(_ α: Float, _ x: Span<Float>, _ β: Float, _ y: inout MutableSpan<Float>) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        cblas_saxpby(blasInt(x.count), α, x.baseAddress, 1, β, y.baseAddress, 1)
      }
    }
  }

  public static func scal(_ α: Float, _ x: inout MutableSpan<Float>) {
    x.withUnsafeMutableBufferPointer { x in cblas_sscal(blasInt(x.count), α, x.baseAddress, 1) }
  }

  public static func gemv(
    _ op: Operation, rows: Int, columns: Int, _ α: Float, _ a: Span<Float>, _ x: Span<Float>, _ β: Float,
    _ y: inout MutableSpan<Float>
  ) {
    a.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          cblas_sgemv(
            CblasRowMajor, op.cblas, blasInt(rows), blasInt(columns), α, a.baseAddress, leading(columns), x.baseAddress,
            1, β, y.baseAddress, 1)
        }
      }
    }
  }

  public static func gemm(
    _ opA: Operation, _ opB: Operation, m: Int, n: Int, k: Int, _ α: Float, _ a: Span<Float>, lda: Int, _ b: Span<Float>,
    ldb: Int, _ β: Float, _ c: inout MutableSpan<Float>, ldc: Int
  ) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          cblas_sgemm(
            CblasRowMajor, opA.cblas, opB.cblas, blasInt(m), blasInt(n), blasInt(k), α, a.baseAddress, leading(lda),
            b.baseAddress, leading(ldb), β, c.baseAddress, leading(ldc))
        }
      }
    }
  }

  public static func syrk(
    _ op: Operation, n: Int, k: Int, _ α: Float, _ a: Span<Float>, lda: Int, _ β: Float, _ c: inout MutableSpan<Float>
  ) {
    a.withUnsafeBufferPointer { a in
      c.withUnsafeMutableBufferPointer { c in
        cblas_ssyrk(
          CblasRowMajor, CblasLower, op.cblas, blasInt(n), blasInt(k), α, a.baseAddress, leading(lda), β, c.baseAddress,
          leading(n))
      }
    }
  }

  public static func potrf(_ n: Int, _ a: inout MutableSpan<Float>) -> Int {
    a.withUnsafeMutableBufferPointer { a in
      var (n, lda, info) = (blasInt(n), leading(n), Int32(0))
      spotrf_("U", &n, a.baseAddress, &lda, &info)
      return Int(info)
    }
  }

  public static func trsv(_ op: Operation, _ n: Int, _ l: Span<Float>, _ x: inout MutableSpan<Float>) {
    l.withUnsafeBufferPointer { l in
      x.withUnsafeMutableBufferPointer { x in
        cblas_strsv(
          CblasRowMajor, CblasLower, op.cblas, CblasNonUnit, blasInt(n), l.baseAddress, leading(n), x.baseAddress, 1)
      }
    }
  }

  public static func trsm(_ op: Operation, _ n: Int, columns: Int, _ l: Span<Float>, _ b: inout MutableSpan<Float>) {
    l.withUnsafeBufferPointer { l in
      b.withUnsafeMutableBufferPointer { b in
        cblas_strsm(
          CblasRowMajor, CblasLeft, CblasLower, op.cblas, CblasNonUnit, blasInt(n), blasInt(columns), 1, l.baseAddress,
          leading(n), b.baseAddress, leading(columns))
      }
    }
  }

  public static func syevd(vectors: Bool, _ n: Int, _ a: inout MutableSpan<Float>, _ w: inout MutableSpan<Float>) -> Int {
    a.withUnsafeMutableBufferPointer { a in
      w.withUnsafeMutableBufferPointer { w in
        let job = vectors ? "V" : "N"
        var (n, lda, info, query) = (blasInt(n), leading(n), Int32(0), Int32(-1))
        var (size, integerSize) = (Float(0), Int32(0))
        ssyevd_(job, "U", &n, a.baseAddress, &lda, w.baseAddress, &size, &query, &integerSize, &query, &info)
        var (count, integerCount) = (Int32(size.nextUp), integerSize)  // a Float may have rounded the size down
        var work = [Float](repeating: 0, count: Int(count)), integers = [Int32](repeating: 0, count: Int(integerCount))
        ssyevd_(job, "U", &n, a.baseAddress, &lda, w.baseAddress, &work, &count, &integers, &integerCount, &info)
        return Int(info)
      }
    }
  }
}
