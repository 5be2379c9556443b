import Facts

/// Where a path leads, found by the checker so that the renderer looks no name up.
struct Access: Sendable {
  enum Start: Sendable {
    /// The variable of a loop, counted from the outermost.
    case variable(Int)
    /// A key of the root values.
    case field(FactPath.Step)
  }

  let start: Start
  let steps: [FactPath.Step]
}
