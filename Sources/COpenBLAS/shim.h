// OpenBLAS as Debian ships it: cblas.h, and the Fortran LAPACK routines in use (it has no LAPACKE); math.h for exp, log.
#include <cblas.h>
#include <math.h>

// Cholesky factor A = L Lᵀ ("U" on row-major storage is the row-major lower triangle).
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info);
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);

// Eigenvalues and eigenvectors of a symmetric matrix, by divide and conquer.
void ssyevd_(const char *job, const char *uplo, const int *n, float *a, const int *lda, float *w, float *work,
             const int *lwork, int *iwork, const int *liwork, int *info);
void dsyevd_(const char *job, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
             const int *lwork, int *iwork, const int *liwork, int *info);
