import type { Highs, Model } from 'highs'
import type { LinearModel, Solver } from './linear-model.ts'

/** The one who asked does not want the answer any more. */
export const cancelledPlan = 'PlanCancelled'

let loading: Promise<Highs> | undefined

/**
 * The HiGHS solver, as WebAssembly out of its package. The first call compiles it, and solves something tiny so that the first
 * real model does not wait for what is compiled late.
 * @param isCancelled asked again and again while a model is solved; true stops it
 */
export async function loadSolver(isCancelled: () => boolean = () => false): Promise<Solver> {
  const isFirst = loading === undefined
  const highs = await (loading ??= compileSolver())
  const solver = bindSolver(highs, isCancelled)
  if (isFirst) solver.solveMip(tinyModel, { nodes: 10 })
  return solver
}

async function compileSolver(): Promise<Highs> {
  // Three megabytes that a server needs only when somebody plans.
  const { default: loadHighs } = await import('highs')
  return loadHighs()
}

const tinyModel: LinearModel = {
  cost: Float64Array.of(5, 4, 3),
  columnLower: Float64Array.of(0, 0, 0),
  columnUpper: Float64Array.of(1, 1, 1),
  rowLower: Float64Array.of(-Infinity),
  rowUpper: Float64Array.of(5),
  starts: Int32Array.of(0, 1, 2, 3),
  indices: Int32Array.of(0, 0, 0),
  values: Float64Array.of(2, 3, 4),
  firstWhole: 0,
}

function bindSolver(highs: Highs, isCancelled: () => boolean): Solver {
  const { modelStatus, solutionStatus, callbackType } = highs.constants
  const stop = (event: { interrupt: () => void }): undefined => {
    if (isCancelled()) event.interrupt()
  }
  function runModel<T>(
    model: LinearModel,
    isWhole: boolean,
    prepare: (m: Model) => void,
    read: (m: Model) => T,
  ): T {
    const columns = model.cost.length
    const rows = model.rowLower.length
    return highs.withModel(
      {
        numCols: columns,
        numRows: rows,
        sense: highs.constants.objectiveSense.maximize,
        colCost: model.cost,
        colLower: model.columnLower,
        colUpper: model.columnUpper,
        rowLower: model.rowLower,
        rowUpper: model.rowUpper,
        matrix: {
          format: 'csc',
          numRows: rows,
          numCols: columns,
          starts: model.starts,
          indices: model.indices,
          values: model.values,
        },
        ...(isWhole
          ? { integrality: Int32Array.from({ length: columns }, (_, j) => (j < model.firstWhole ? 0 : 1)) }
          : {}),
      },
      (m) => {
        m.options.set({ output_flag: false, random_seed: 0 })
        prepare(m)
        m.run({ [callbackType.mipInterrupt]: stop, [callbackType.simplexInterrupt]: stop })
        if (isCancelled())
          throw Object.assign(new Error('The plan is not wanted any more.'), { name: cancelledPlan })
        return read(m)
      },
    )
  }
  return {
    solveLp: (model) => {
      if (model.cost.length === 0) return { objective: 0, rowDuals: new Float64Array(model.rowLower.length) }
      return runModel(
        model,
        false,
        () => {},
        (m) => {
          if (m.getModelStatus() !== modelStatus.optimal)
            throw new Error(`The solver ended an LP with status ${m.getModelStatus()}.`)
          return { objective: m.getObjectiveValue(), rowDuals: m.getSolution().rowDual }
        },
      )
    },
    solveMip: (model, { nodes, start }) => {
      // HiGHS calls a model without columns unsolved.
      if (model.cost.length === 0) return { bound: 0, values: new Float64Array(0), isProven: true }
      return runModel(
        model,
        true,
        (m) => {
          // Every plan is worth a whole number: within less than one of the bound nothing better is left.
          m.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.99, mip_max_nodes: nodes })
          if (start) m.setSolution({ colValue: start })
        },
        (m) => {
          const isProven = m.getModelStatus() === modelStatus.optimal
          const bound = isProven ? m.getObjectiveValue() : Number(m.info.get('mip_dual_bound'))
          const hasFound = m.info.get('primal_solution_status') === solutionStatus.feasible
          return { bound, isProven, ...(hasFound ? { values: m.getSolution().colValue } : {}) }
        },
      )
    },
  }
}
