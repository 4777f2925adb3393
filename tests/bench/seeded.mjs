// @ts-check

/** Numbers from 0 to below 1 that are the same in every run. @param {number} seed */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
