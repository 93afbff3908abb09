import COpenBLAS

extension Operation {
  var cblas: CBLAS_TRANSPOSE { self == .asIs ? CblasNoTrans : CblasTrans }
}

/// A size as BLAS wants it.
func blasInt(_ n: Int) -> Int32 {
  precondition(n <= Int32.max, "BLAS counts to \(Int32.max), not to \(n)")
  return Int32(n)
}

/// A leading dimension: BLAS refuses 0 even where there is nothing to read.
func leading(_ columns: Int) -> Int32 { blasInt(max(1, columns)) }

/// How many threads one BLAS call uses: 1 from the first matrix or vector on, whatever the environment says.
///
/// Results are then the same on every number of cores, and the parallelism is that of `concurrentForEach`. Another number is
/// to be set once, at the start, and not beside concurrent work.
public var blasThreads: Int {
  get {
    _ = oneThread
    return Int(openblas_get_num_threads())
  }
  set {
    _ = oneThread
    openblas_set_num_threads(blasInt(newValue))
  }
}

/// Evaluated once, before the first number can reach BLAS.
@usableFromInline let oneThread: Void = openblas_set_num_threads(1)

/// Whether the kernels of OpenBLAS are those for AVX-512.
let hasWideKernels = ["skylakex", "cooperlake", "sapphirerapids"].contains(String(cString: openblas_get_corename()).lowercased())

/// The version of OpenBLAS and the kernels that it chose, such as "OpenBLAS 0.3.21 … Haswell MAX_THREADS=128".
public var blasDescription: String { String(cString: openblas_get_config()) }
