import COpenBLAS

extension Double: BLASScalar {
  public static func exponential(_ x: Double) -> Double { exp(x) }
  public static func logarithm(_ x: Double) -> Double { log(x) }
  public static func logarithm1p(_ x: Double) -> Double { log1p(x) }

  public static func dot(_ x: Span<Double>, _ y: Span<Double>) -> Double {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in cblas_ddot(blasInt(x.count), x.baseAddress, 1, y.baseAddress, 1) }
    }
  }

  public static func norm(_ x: Span<Double>) -> Double {
    x.withUnsafeBufferPointer { x in cblas_dnrm2(blasInt(x.count), x.baseAddress, 1) }
  }

  public static func axpy(_ α: Double, _ x: Span<Double>, _ y: inout MutableSpan<Double>) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        cblas_daxpy(blasInt(x.count), α, x.baseAddress, 1, y.baseAddress, 1)
      }
    }
  }

  public static func axpby(_ α: Double, _ x: Span<Double>, _ β: Double, _ y: inout MutableSpan<Double>) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        cblas_daxpby(blasInt(x.count), α, x.baseAddress, 1, β, y.baseAddress, 1)
      }
    }
  }

  public static func scal(_ α: Double, _ x: inout MutableSpan<Double>) {
    x.withUnsafeMutableBufferPointer { x in cblas_dscal(blasInt(x.count), α, x.baseAddress, 1) }
  }

  public static func gemv(
    _ op: Operation, rows: Int, columns: Int, _ α: Double, _ a: Span<Double>, _ x: Span<Double>, _ β: Double,
    _ y: inout MutableSpan<Double>
  ) {
    a.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          cblas_dgemv(
            CblasRowMajor, op.cblas, blasInt(rows), blasInt(columns), α, a.baseAddress, leading(columns), x.baseAddress,
            1, β, y.baseAddress, 1)
        }
      }
    }
  }

  public static func gemm(
    _ opA: Operation, _ opB: Operation, m: Int, n: Int, k: Int, _ α: Double, _ a: Span<Double>, lda: Int, _ b: Span<Double>,
    ldb: Int, _ β: Double, _ c: inout MutableSpan<Double>, ldc: Int
  ) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          cblas_dgemm(
            CblasRowMajor, opA.cblas, opB.cblas, blasInt(m), blasInt(n), blasInt(k), α, a.baseAddress, leading(lda),
            b.baseAddress, leading(ldb), β, c.baseAddress, leading(ldc))
        }
      }
    }
  }

  public static func syrk(
    _ op: Operation, n: Int, k: Int, _ α: Double, _ a: Span<Double>, lda: Int, _ β: Double, _ c: inout MutableSpan<Double>
  ) {
    a.withUnsafeBufferPointer { a in
      c.withUnsafeMutableBufferPointer { c in
        cblas_dsyrk(
          CblasRowMajor, CblasLower, op.cblas, blasInt(n), blasInt(k), α, a.baseAddress, leading(lda), β, c.baseAddress,
          leading(n))
      }
    }
  }

  public static func potrf(_ n: Int, _ a: inout MutableSpan<Double>) -> Int {
    a.withUnsafeMutableBufferPointer { a in
      var (n, lda, info) = (blasInt(n), leading(n), Int32(0))
      dpotrf_("U", &n, a.baseAddress, &lda, &info)
      return Int(info)
    }
  }

  public static func trsv(_ op: Operation, _ n: Int, _ l: Span<Double>, _ x: inout MutableSpan<Double>) {
    l.withUnsafeBufferPointer { l in
      x.withUnsafeMutableBufferPointer { x in
        cblas_dtrsv(
          CblasRowMajor, CblasLower, op.cblas, CblasNonUnit, blasInt(n), l.baseAddress, leading(n), x.baseAddress, 1)
      }
    }
  }

  public static func trsm(_ op: Operation, _ n: Int, columns: Int, _ l: Span<Double>, _ b: inout MutableSpan<Double>) {
    l.withUnsafeBufferPointer { l in
      b.withUnsafeMutableBufferPointer { b in
        cblas_dtrsm(
          CblasRowMajor, CblasLeft, CblasLower, op.cblas, CblasNonUnit, blasInt(n), blasInt(columns), 1, l.baseAddress,
          leading(n), b.baseAddress, leading(columns))
      }
    }
  }

  public static func syevd(vectors: Bool, _ n: Int, _ a: inout MutableSpan<Double>, _ w: inout MutableSpan<Double>) -> Int {
    a.withUnsafeMutableBufferPointer { a in
      w.withUnsafeMutableBufferPointer { w in
        let job = vectors ? "V" : "N"
        var (n, lda, info, query) = (blasInt(n), leading(n), Int32(0), Int32(-1))
        var (size, integerSize) = (Double(0), Int32(0))
        dsyevd_(job, "U", &n, a.baseAddress, &lda, w.baseAddress, &size, &query, &integerSize, &query, &info)
        var (count, integerCount) = (Int32(size), integerSize)
        var work = [Double](repeating: 0, count: Int(count)), integers = [Int32](repeating: 0, count: Int(integerCount))
        dsyevd_(job, "U", &n, a.baseAddress, &lda, w.baseAddress, &work, &count, &integers, &integerCount, &info)
        return Int(info)
      }
    }
  }
}
