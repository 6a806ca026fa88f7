/// What happens between participants, in order (Mermaid documentation, "Sequence diagrams").
struct SequenceDiagram: Sendable {
  /// How a participant is drawn at the head of its lifeline.
  enum Symbol: String, Sendable {
    case participant, actor, boundary, control, entity, database, collections, queue
  }

  struct Participant: Sendable {
    var id: String
    var label: Label
    var symbol = Symbol.participant
    var group: Int?
  }

  /// A `box` around participants.
  struct Group: Sendable {
    var label: Label
    var fill: Color?
  }

  /// What a message's line ends in.
  enum Tip: Sendable {
    case none, filled, open, cross, upperHalf, lowerHalf, upperBarb, lowerBarb
  }

  struct Arrow: Sendable {
    var isDotted = false
    var tail = Tip.none
    var head = Tip.none
  }

  struct Message: Sendable {
    var from: Int
    var to: Int
    var arrow: Arrow
    var label: Label
    /// Of `autonumber`, as written.
    var number: String?
    var activatesReceiver = false
    var deactivatesSender = false
    /// `()` at an end: a dot on the lifeline.
    var isCentralAtSender = false
    var isCentralAtReceiver = false
    var createsReceiver = false
    /// Whose lifeline ends with this message.
    var destroys: Int?
  }

  struct Note: Sendable {
    enum Place: Sendable { case left, right, over }
    var place: Place
    var first: Int
    var last: Int
    var label: Label
  }

  /// What a frame says about the steps in it.
  enum FragmentKind: String, Sendable, CaseIterable {
    case loop, alt, opt, par, critical, `break`, rect
    case parOver = "par_over"

    /// The word that begins its next part; nil where it has only one.
    var divider: String? {
      switch self {
      case .alt: "else"
      case .par, .parOver: "and"
      case .critical: "option"
      default: nil
      }
    }

    var word: String { self == .parOver ? "par" : rawValue }
  }

  struct Fragment: Sendable {
    var kind: FragmentKind
    var label: Label
    /// Of `rect`.
    var fill: Color?
  }

  enum Step: Sendable {
    case message(Message)
    case note(Note)
    case activate(Int)
    case deactivate(Int)
    case open(Fragment)
    case divide(Label)
    case close
  }

  var title: String?
  var participants: [Participant] = []
  var groups: [Group] = []
  var steps: [Step] = []
  /// Entries of participants' menus, which paper cannot open: they are told in words.
  var links: [(participant: Int, text: String)] = []
}
