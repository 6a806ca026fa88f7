/// What the commands of TeX stand for (KaTeX's table "Supported Functions").
enum FormulaSymbols {
  static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "log", "ln", "lg",
    "exp", "lim", "max", "min", "sup", "inf", "det", "dim", "ker", "deg", "gcd", "arg", "Pr", "liminf", "limsup",
  ]

  /// What only changes sizes and spacing.
  static let silent: Set<String> = [
    "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "displaystyle", "textstyle",
    "limits", "nolimits", "relax", "overbrace", "underbrace", "rm", "bf", "it", "hline", "nonumber", "mathcal",
    "mathscr", "mathfrak", "mathit", "mathnormal", "boxed", "cancel", "hfill", "strut",
  ]

  static let accents = [
    "hat": "\u{302}", "bar": "\u{304}", "overline": "\u{305}", "tilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}",
    "ddot": "\u{308}", "underline": "\u{332}",
  ]

  static let brackets: [String: (String, String)] = [
    "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "cases": ("{ ", ""), "rcases": ("", " }"),
  ]

  static let doubleStruck: [Character: String] = [
    "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ", "E": "𝔼", "1": "𝟙",
  ]

  /// Set with spaces around them.
  static let operators = [
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "·", "ast": "∗", "star": "⋆", "circ": "∘", "oplus": "⊕",
    "otimes": "⊗", "cup": "∪", "cap": "∩", "setminus": "∖", "wedge": "∧", "vee": "∨", "land": "∧", "lor": "∨",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "equiv": "≡", "approx": "≈", "sim": "∼",
    "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈", "isin": "∈", "notin": "∉", "ni": "∋",
    "notni": "∌", "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "to": "→", "rightarrow": "→",
    "gets": "←", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔",
    "implies": "⟹", "impliedby": "⟸", "iff": "⟺", "mapsto": "↦", "longrightarrow": "⟶", "uparrow": "↑",
    "downarrow": "↓", "mid": "∣", "parallel": "∥", "perp": "⊥", "models": "⊨", "vdash": "⊢", "bmod": "mod",
  ]

  /// Capitals that Latin has too are Latin, as with KaTeX.
  static let letters = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Alpha": "A", "Beta": "B",
    "Gamma": "Γ", "Delta": "Δ", "Epsilon": "E", "Zeta": "Z", "Eta": "H", "Theta": "Θ", "Iota": "I", "Kappa": "K",
    "Lambda": "Λ", "Mu": "M", "Nu": "N", "Xi": "Ξ", "Omicron": "O", "Pi": "Π", "Rho": "P", "Sigma": "Σ", "Tau": "T",
    "Upsilon": "Υ", "Phi": "Φ", "Chi": "X", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "partial": "∂", "nabla": "∇",
    "sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "oint": "∮", "forall": "∀", "exists": "∃", "exist": "∃",
    "nexists": "∄", "emptyset": "∅", "empty": "∅", "varnothing": "∅", "therefore": "∴", "because": "∵", "neg": "¬",
    "lnot": "¬", "complement": "∁", "cdots": "⋯", "ldots": "…", "dots": "…", "vdots": "⋮", "ddots": "⋱", "prime": "′",
    "degree": "°", "angle": "∠", "triangle": "△", "square": "□", "hbar": "ℏ", "hslash": "ℏ", "ell": "ℓ", "wp": "℘",
    "weierp": "℘", "Re": "ℜ", "real": "ℜ", "Im": "ℑ", "image": "ℑ", "aleph": "ℵ", "alef": "ℵ", "alefsym": "ℵ",
    "beth": "ℶ", "gimel": "ℷ", "daleth": "ℸ", "eth": "ð", "Finv": "Ⅎ", "Game": "⅁", "imath": "ı", "jmath": "ȷ",
    "N": "ℕ", "natnums": "ℕ", "Z": "ℤ", "R": "ℝ", "reals": "ℝ", "Reals": "ℝ", "cnums": "ℂ", "Complex": "ℂ",
    "quad": "  ", "qquad": "    ", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈",
    "rceil": "⌉", "lbrace": "{", "rbrace": "}", "lvert": "|", "rvert": "|", "vert": "|", "Vert": "‖", "backslash": "\\",
    "dagger": "†", "checkmark": "✓", "top": "⊤", "bot": "⊥",
  ]
}
