/**
 * Maximise cost · x with rowLower ≤ A x ≤ rowUpper and columnLower ≤ x ≤ columnUpper. A stands column by column: the entries of
 * column j are those from starts[j] to before starts[j + 1].
 */
export type LinearModel = {
  cost: Float64Array
  columnLower: Float64Array
  columnUpper: Float64Array
  rowLower: Float64Array
  rowUpper: Float64Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
  /** Columns from this one on take whole numbers. */
  firstWhole: number
}

/** The best of the model without whole numbers, and what one more unit of each row would be worth. */
export type LpAnswer = { objective: number; rowDuals: Float64Array }

/** The best that was found before a limit was reached, if any, and a value that nothing can exceed; `isProven` when the two meet. */
export type MipAnswer = { bound: number; values?: Float64Array; isProven: boolean }

/** What the planner needs of a solver. Limits are counts and never times, so that the same input gives the same answer. */
export type Solver = {
  solveLp: (model: LinearModel) => LpAnswer
  /**
   * @param settings.nodes most nodes of the search tree
   * @param settings.start a solution to begin with, one value for each column
   */
  solveMip: (model: LinearModel, settings: { nodes: number; start?: Float64Array }) => MipAnswer
}
