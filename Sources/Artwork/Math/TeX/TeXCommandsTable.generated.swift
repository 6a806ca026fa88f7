/// The commands of formulas that LaTeX has with amsmath, mathtools, unicode-math and cancel, and that do nothing but
/// set: all that KaTeX knows, but for those that are handled one by one (`PrintableTeX`), said in other words
/// (`TeXMacros.definitions`), or refused.
enum TeXCommands {
  static let names: Set<String> = Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let list = """
    AA AE And Bbbk Beta Big Bigg Biggl Biggm Biggr Bigl Bigm Bigr Box Bumpeq Cap Chi Colonapprox Coloneq Coloneqq
    Colonsim Cup Delta Diamond Doteq Downarrow Epsilon Eqcolon Eqqcolon Eta Finv Game Gamma Im Iota Join Kappa
    Lambda Leftarrow Leftrightarrow Lleftarrow Longleftarrow Longleftrightarrow Longrightarrow Lsh Mu Nu O OE Omega
    Omicron P Phi Pi Pr Psi Re Rho Rightarrow Rrightarrow Rsh S Sigma Subset Supset Tau Theta Uparrow Updownarrow
    Upsilon Vdash Vert Vvdash Xi Zeta aa acute ae aleph allowbreak alpha amalg angle approx approxcolon approxeq
    arccos arcsin arctan arg ast asymp atop backepsilon backprime backsim backsimeq backslash bar barwedge bcancel
    because beta beth between big bigcap bigcirc bigcup bigg biggl biggm biggr bigl bigm bigodot bigoplus bigotimes
    bigr bigsqcup bigstar bigtriangledown bigtriangleup biguplus bigvee bigwedge binom blacktriangle
    blacktriangledown blacktriangleleft blacktriangleright bmod bot bowtie boxdot boxed boxminus boxplus boxtimes
    brace brack breve bullet bumpeq cancel cap cdot cdotp cdots cfrac check checkmark chi choose circ circeq
    circledast circledcirc circleddash clap clubsuit colon colonapprox coloneq coloneqq colonsim complement cong
    coprod copyright cos cosh cot coth csc cup curlyeqprec curlyeqsucc curlyvee curlywedge curvearrowleft
    curvearrowright dag dagger daleth dashv dbinom dblcolon ddag ddagger ddot ddots deg delta det dfrac diamond
    diamondsuit digamma dim displaystyle div divideontimes dot doteq dotplus dots dotsb dotsc dotsi dotsm dotso
    doublebarwedge downarrow downdownarrows downharpoonleft downharpoonright ell empty emptyset enskip enspace
    epsilon eqcirc eqcolon eqqcolon eqsim eqslantgtr eqslantless equiv eta eth exists exp fallingdotseq flat forall
    frac frown gamma gcd ge genfrac geq geqq geqslant gets gg ggg gimel gnapprox gneq gneqq gnsim grave gtrapprox
    gtrdot gtreqless gtreqqless gtrless gtrsim hat hbar heartsuit hline hom hookleftarrow hookrightarrow hphantom
    hslash i iff iiint iint imageof imath impliedby implies in inf infty injlim int intercal intop iota j jmath
    kappa ker lBrace lVert lambda land langle lbrace lbrack lceil ldotp ldots le leadsto leftarrow leftarrowtail
    leftharpoondown leftharpoonup leftleftarrows leftrightarrow leftrightarrows leftrightharpoons
    leftrightsquigarrow leftthreetimes leq leqq leqslant lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim
    lfloor lg lgroup lhd lim liminf limits limsup ll llap llcorner lll lmoustache ln lnapprox lneq lneqq lnsim log
    longleftarrow longleftrightarrow longmapsto longrightarrow looparrowleft looparrowright lor lparen lq lrcorner
    ltimes lvert maltese mapsto mathbb mathbin mathcal mathclap mathclose mathellipsis mathfrak mathinner mathit
    mathllap mathnormal mathop mathopen mathord mathpunct mathrel mathring mathrlap mathrm mathscr mathsf
    mathsterling mathstrut mathtt max measuredangle medspace mho mid min mod models mp mu multimap nLeftarrow
    nLeftrightarrow nRightarrow nVDash nVdash nabla natural ncong ne nearrow neg negmedspace negthickspace
    negthinspace neq nexists ngeq ngtr ni nleftarrow nleftrightarrow nleq nless nmid nobreak nobreakspace nolimits
    not notin nparallel nprec nrightarrow nsim nsubseteq nsucc nsupseteq ntrianglelefteq ntrianglerighteq nu nvDash
    nvdash nwarrow o odot oe oiiint oiint oint omega omicron ominus operatorname operatornamewithlimits oplus
    ordinarycolon origof oslash otimes over overbrace overleftarrow overleftharpoon overleftrightarrow overline
    overrightarrow overrightharpoon overset owns parallel partial perp phantom phi pi pitchfork pm pmb pmod pod
    pounds prec precapprox preccurlyeq preceq precnapprox precneqq precnsim precsim prime prod projlim propto psi
    qquad quad rBrace rVert rangle ratio rbrace rbrack rceil rfloor rgroup rhd rho rightarrow rightarrowtail
    rightharpoondown rightharpoonup rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow
    rightthreetimes risingdotseq rlap rmoustache rparen rq rtimes rvert scriptscriptstyle scriptstyle searrow sec
    setminus sharp sigma sim simcolon simeq sin sinh smallint smallsetminus smash smile space spadesuit
    sphericalangle sqcap sqcup sqrt sqsubset sqsubseteq sqsupset sqsupseteq ss stackrel star subset subseteq
    subseteqq subsetneq subsetneqq substack succ succapprox succcurlyeq succeq succnapprox succneqq succnsim
    succsim sum sup supset supseteq supseteqq supsetneq supsetneqq surd swarrow symbf symbfit tan tanh tau tbinom
    textasciicircum textasciitilde textbackslash textbar textbardbl textbraceleft textbraceright textcircled
    textcopyright textdagger textdaggerdbl textdegree textdollar textellipsis textemdash textendash textgreater
    textless textquotedblleft textquotedblright textquoteleft textquoteright textregistered textsterling textstyle
    textunderscore tfrac th therefore theta thickspace thinspace tilde times to top triangle triangledown
    triangleleft trianglelefteq triangleq triangleright trianglerighteq twoheadleftarrow twoheadrightarrow ulcorner
    underbar underbrace underleftarrow underleftrightarrow underline underrightarrow underset unlhd unrhd uparrow
    updownarrow upharpoonleft upharpoonright uplus upsilon upuparrows urcorner vDash varDelta varGamma varLambda
    varOmega varPhi varPi varPsi varSigma varTheta varUpsilon varXi varepsilon varinjlim varkappa varliminf
    varlimsup varnothing varphi varpi varprojlim varrho varsigma vartheta vartriangle vartriangleleft
    vartriangleright vcentcolon vdash vdots vec vee veebar vert vphantom wedge widecheck widehat widetilde wp wr
    xLeftarrow xLeftrightarrow xRightarrow xcancel xhookleftarrow xhookrightarrow xi xleftarrow xleftharpoondown
    xleftharpoonup xleftrightarrow xleftrightharpoons xmapsto xrightarrow xrightharpoondown xrightharpoonup
    xrightleftharpoons zeta
    """
}
