/// The works that the book cites; a key is the name of its case, in prose `[@Amari98]`.
public enum Reference: String, CaseIterable, Sendable {
  case AN00, AMS08, Akimoto10, Amari97, Amari98, Amari16, Arnold11, AtkinsonMitchell81, Ay02, Ay17
  case BB15, BSFB15, Bonnet64, CoxHigham98, CPS11, Csiszar75, Dayan95, Desjardins13, Desjardins15, DormandPrince80
  case Glasmachers10, GolubWelsch69, Hansen01, Hansen16, Hinton95, Hjelm15, KB14, KW13, Kirby06, LeCun10, LeRoux07
  case MMP11, Malago23, MG15, MP15, Martens10, Miller74, MontalvoReynal05, Neal92, Ollivier15, PB13, Pearlmutter94, Park00, PJ92
  case Price58, Rao45, Ridders82, RMW14, Rosenbrock60, Salmon11, Schraudolph02, Skovgaard84, VVMA, Vaart98, Wierstra08, Xiao17

  /// One entry of a bibliography: facts only.
  public struct Work: Sendable {
    public let author: String
    public let title: String
    public let venue: String
    public let year: Int
    public let url: String?
  }
}

extension Reference.Work {
  init(_ author: String, _ title: String, _ venue: String, _ year: Int, _ url: String? = nil) {
    self.init(author: author, title: title, venue: venue, year: year, url: url)
  }
}

extension Reference {
  public var work: Work {
    switch self {
    case .AN00:
      Work(
        "S. Amari, H. Nagaoka", "Methods of Information Geometry", "American Mathematical Society and Oxford University Press",
        2000)
    case .AMS08:
      Work(
        "P.-A. Absil, R. Mahony, R. Sepulchre", "Optimization Algorithms on Matrix Manifolds", "Princeton University Press",
        2008, "https://press.princeton.edu/absil")
    case .Akimoto10:
      Work(
        "Y. Akimoto, Y. Nagata, I. Ono, S. Kobayashi",
        "Bidirectional relation between CMA evolution strategies and natural evolution strategies",
        "Parallel Problem Solving from Nature XI, 154–163", 2010)
    case .Amari97:
      Work(
        "S. Amari", "Neural learning in structured parameter spaces – natural Riemannian gradient",
        "Advances in Neural Information Processing Systems, 127–133", 1997)
    case .Amari98:
      Work(
        "S. Amari", "Natural gradient works efficiently in learning", "Neural Computation 10(2), 251–276", 1998,
        "https://doi.org/10.1162/089976698300017746")
    case .Amari16:
      Work(
        "S. Amari", "Information Geometry and Its Applications", "Springer, Applied Mathematical Sciences 194", 2016,
        "https://doi.org/10.1007/978-4-431-55978-8")
    case .Arnold11:
      Work(
        "L. Arnold, A. Auger, N. Hansen, Y. Ollivier",
        "Information-geometric optimization algorithms: a unifying picture via invariance principles", "arXiv:1106.3708",
        2011, "https://arxiv.org/abs/1106.3708")
    case .AtkinsonMitchell81:
      Work("C. Atkinson, A. F. S. Mitchell", "Rao's distance measure", "Sankhyā A 43(3), 345–365", 1981)
    case .Ay02:
      Work(
        "N. Ay", "Locality of global stochastic interaction in directed acyclic networks",
        "Neural Computation 14(12), 2959–2980", 2002)
    case .Ay17:
      Work("N. Ay, J. Jost, H. V. Lê, L. Schwachhöfer", "Information Geometry", "Springer, Ergebnisse der Mathematik 64", 2017)
    case .BB15:
      Work(
        "J. Bornschein, Y. Bengio", "Reweighted wake-sleep", "International Conference on Learning Representations", 2015,
        "https://arxiv.org/abs/1406.2751")
    case .BSFB15:
      Work(
        "J. Bornschein, S. Shabanian, A. Fischer, Y. Bengio", "Bidirectional Helmholtz machines", "arXiv:1506.03877", 2015,
        "https://arxiv.org/abs/1506.03877")
    case .Bonnet64:
      Work(
        "G. Bonnet", "Transformations des signaux aléatoires à travers les systèmes non linéaires sans mémoire",
        "Annales des Télécommunications 19, 203–220", 1964)
    case .CoxHigham98:
      Work(
        "A. J. Cox, N. J. Higham", "Stability of Householder QR factorization for weighted least squares problems",
        "Numerical Analysis 1997, Pitman Research Notes in Mathematics 380, 57–73", 1998)
    case .CPS11:
      Work(
        "S.-C. T. Choi, C. C. Paige, M. A. Saunders",
        "MINRES-QLP: a Krylov subspace method for indefinite or singular symmetric systems",
        "SIAM Journal on Scientific Computing 33(4), 1810–1836", 2011)
    case .Csiszar75:
      Work(
        "I. Csiszár", "I-divergence geometry of probability distributions and minimization problems",
        "The Annals of Probability 3(1), 146–158", 1975)
    case .Dayan95:
      Work(
        "P. Dayan, G. E. Hinton, R. M. Neal, R. S. Zemel", "The Helmholtz machine", "Neural Computation 7(5), 889–904", 1995,
        "https://doi.org/10.1162/neco.1995.7.5.889")
    case .Desjardins13:
      Work(
        "G. Desjardins, R. Pascanu, A. Courville, Y. Bengio",
        "Metric-free natural gradient for joint-training of Boltzmann machines", "arXiv:1301.3545", 2013,
        "https://arxiv.org/abs/1301.3545")
    case .Desjardins15:
      Work(
        "G. Desjardins, K. Simonyan, R. Pascanu, K. Kavukcuoglu", "Natural neural networks",
        "Advances in Neural Information Processing Systems, 2071–2079", 2015)
    case .DormandPrince80:
      Work(
        "J. R. Dormand, P. J. Prince", "A family of embedded Runge–Kutta formulae",
        "Journal of Computational and Applied Mathematics 6(1), 19–26", 1980, "https://doi.org/10.1016/0771-050X(80)90013-3")
    case .Glasmachers10:
      Work(
        "T. Glasmachers, T. Schaul, Y. Sun, D. Wierstra, J. Schmidhuber", "Exponential natural evolution strategies",
        "Genetic and Evolutionary Computation Conference, 393–400", 2010)
    case .GolubWelsch69:
      Work(
        "G. H. Golub, J. H. Welsch", "Calculation of Gauss quadrature rules", "Mathematics of Computation 23(106), 221–230",
        1969)
    case .Hansen01:
      Work(
        "N. Hansen, A. Ostermeier", "Completely derandomized self-adaptation in evolution strategies",
        "Evolutionary Computation 9(2), 159–195", 2001)
    case .Hansen16:
      Work("N. Hansen", "The CMA evolution strategy: a tutorial", "arXiv:1604.00772", 2016, "https://arxiv.org/abs/1604.00772")
    case .Hinton95:
      Work(
        "G. E. Hinton, P. Dayan, B. J. Frey, R. M. Neal", "The “wake-sleep” algorithm for unsupervised neural networks",
        "Science 268(5214), 1158–1161", 1995, "https://doi.org/10.1126/science.7761831")
    case .Hjelm15:
      Work(
        "R. D. Hjelm, N. Jojic, K. Cho, J. Chung, R. Salakhutdinov, V. Calhoun",
        "Iterative refinement of approximate posterior for training directed belief networks", "preprint", 2015)
    case .KB14:
      Work(
        "D. P. Kingma, J. Ba", "Adam: a method for stochastic optimization", "arXiv:1412.6980", 2014,
        "https://arxiv.org/abs/1412.6980")
    case .KW13:
      Work(
        "D. P. Kingma, M. Welling", "Auto-encoding variational Bayes", "arXiv:1312.6114", 2013,
        "https://arxiv.org/abs/1312.6114")
    case .Kirby06:
      Work("K. G. Kirby", "A tutorial on Helmholtz machines", "Northern Kentucky University", 2006)
    case .LeCun10:
      Work("Y. LeCun, C. Cortes, C. J. C. Burges", "MNIST handwritten digit database", "data set", 2010)
    case .LeRoux07:
      Work(
        "N. Le Roux, P.-A. Manzagol, Y. Bengio", "Topmoumoute online natural gradient algorithm",
        "Advances in Neural Information Processing Systems", 2007)
    case .MMP11:
      Work(
        "L. Malagò, M. Matteucci, G. Pistone",
        "Towards the geometry of estimation of distribution algorithms based on the exponential family",
        "Foundations of Genetic Algorithms (FOGA), 230–242", 2011)
    case .Malago23:
      Work(
        "L. Malagò", "An introduction to natural gradient with applications in optimization and neural networks",
        "slides, University of Genova", 2023)
    case .MG15:
      Work(
        "J. Martens, R. Grosse", "Optimizing neural networks with Kronecker-factored approximate curvature",
        "International Conference on Machine Learning, 2408–2417", 2015)
    case .MP15:
      Work(
        "L. Malagò, G. Pistone", "Information geometry of the Gaussian distribution in view of stochastic optimization",
        "Foundations of Genetic Algorithms (FOGA), 150–162", 2015, "https://doi.org/10.1145/2725494.2725510")
    case .Martens10:
      Work(
        "J. Martens", "Deep learning via Hessian-free optimization", "International Conference on Machine Learning, 735–742",
        2010)
    case .Miller74:
      Work("K. S. Miller", "Complex Stochastic Processes", "Addison-Wesley", 1974)
    case .MontalvoReynal05:
      Work(
        "J. G. Montalvo, M. Reynal-Querol", "Ethnic polarization, potential conflict, and civil wars",
        "American Economic Review 95(3), 796–816", 2005)
    case .Neal92:
      Work("R. M. Neal", "Connectionist learning of belief networks", "Artificial Intelligence 56(1), 71–113", 1992)
    case .Ollivier15:
      Work(
        "Y. Ollivier", "Riemannian metrics for neural networks I: feedforward networks",
        "Information and Inference 4(2), 108–153", 2015)
    case .PB13:
      Work(
        "R. Pascanu, Y. Bengio", "Revisiting natural gradient for deep networks", "arXiv:1301.3584", 2013,
        "https://arxiv.org/abs/1301.3584")
    case .Pearlmutter94:
      Work("B. A. Pearlmutter", "Fast exact multiplication by the Hessian", "Neural Computation 6, 147–160", 1994)
    case .Park00:
      Work(
        "H. Park, S. Amari, K. Fukumizu", "Adaptive natural gradient learning algorithms for various stochastic models",
        "Neural Networks 13(7), 755–764", 2000)
    case .PJ92:
      Work(
        "B. T. Polyak, A. B. Juditsky", "Acceleration of stochastic approximation by averaging",
        "SIAM Journal on Control and Optimization 30(4), 838–855", 1992)
    case .Price58:
      Work(
        "R. Price", "A useful theorem for nonlinear devices having Gaussian inputs",
        "IRE Transactions on Information Theory 4(2), 69–72", 1958)
    case .Rao45:
      Work(
        "C. R. Rao", "Information and the accuracy attainable in the estimation of statistical parameters",
        "Bulletin of the Calcutta Mathematical Society 37, 81–91", 1945)
    case .Ridders82:
      Work(
        "C. J. F. Ridders", "Accurate computation of F′(x) and F′(x) F″(x)", "Advances in Engineering Software 4(2), 75–76", 1982)
    case .RMW14:
      Work(
        "D. J. Rezende, S. Mohamed, D. Wierstra",
        "Stochastic backpropagation and approximate inference in deep generative models", "arXiv:1401.4082", 2014,
        "https://arxiv.org/abs/1401.4082")
    case .Rosenbrock60:
      Work(
        "H. H. Rosenbrock", "An automatic method for finding the greatest or least value of a function",
        "The Computer Journal 3(3), 175–184", 1960)
    case .Salmon11:
      Work(
        "J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw", "Parallel random numbers: as easy as 1, 2, 3",
        "International Conference for High Performance Computing (SC11)", 2011, "https://doi.org/10.1145/2063384.2063405")
    case .Schraudolph02:
      Work(
        "N. N. Schraudolph", "Fast curvature matrix-vector products for second-order gradient descent",
        "Neural Computation 14(7), 1723–1738", 2002)
    case .Skovgaard84:
      Work(
        "L. T. Skovgaard", "A Riemannian geometry of the multivariate normal model",
        "Scandinavian Journal of Statistics 11(4), 211–223", 1984)
    case .VVMA:
      Work(
        "C. Varady, R. Volpi, L. Malagò, N. Ay", "Natural wake-sleep algorithm",
        "preprint, revised and published as “Natural reweighted wake-sleep”, Neural Networks 155, 574–591, 2022", 2020,
        "https://arxiv.org/abs/2008.06687")
    case .Vaart98: Work("A. W. van der Vaart", "Asymptotic Statistics", "Cambridge University Press", 1998)
    case .Wierstra08:
      Work(
        "D. Wierstra, T. Schaul, J. Peters, J. Schmidhuber", "Natural evolution strategies",
        "IEEE Congress on Evolutionary Computation", 2008)
    case .Xiao17:
      Work(
        "H. Xiao, K. Rasul, R. Vollgraf",
        "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", "arXiv:1708.07747", 2017,
        "https://arxiv.org/abs/1708.07747")
    }
  }
}

extension Reference {
  /// The entry as a line of Markdown, with the anchor that citations point to.
  var entry: String {
    let link = work.url.map { " <\($0)>" } ?? ""
    return
      "- <a id=\"ref-\(rawValue)\"></a>**[\(rawValue)]** \(work.author). *\(work.title)*. \(work.venue), \(work.year).\(link)"
  }
}
