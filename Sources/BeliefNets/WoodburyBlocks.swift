import LinearAlgebra

extension FisherBlocks {
  // listing: woodbury
  /// Solves through n × n factors, where n < d.
  ///
  ///     F̃⁻¹ g = (1 + α)/α (g − Sᵀ (α 1 + S Sᵀ)⁻¹ S g),   S = diag(r_j) H
  ///
  /// This is [VVMA] eq. (17) without its Q⁻¹, which is infinite for a saturated unit. All units have H in common, so the
  /// first and the last product are made for all of them at once.
  mutating func solveByWoodbury(_ G: inout Matrix<Scalar>) {
    U.setProduct(G, .asIs, H, .transposed)  // H g_j in row j
    U.multiply(by: R)  // S g_j
    concurrentForEachRow(of: &U, with: &factors, workspaces: &S) { _, u, factor, _ in factor.solve(&u) }
    U.multiply(by: R)  // diag(r_j) (α 1 + S Sᵀ)⁻¹ S g_j
    G.setProduct(U, .asIs, H, .asIs, scaledBy: -1, plus: 1)  // g_j − Sᵀ (α 1 + S Sᵀ)⁻¹ S g_j
    G.scale(by: (1 + damping) / damping)
  }
  // listing end
}
