import { numberOf } from './role-form.ts'

/** The weights of a role add up to this. */
const whole = 100

/** What the weights typed so far add up to; what is no number counts as nothing. */
export function sumOfWeights(weights: readonly string[]): number {
  return weights.reduce((sum, weight) => sum + (numberOf(weight) || 0), 0)
}

/** The sum in words: "The weights add up to 87: 13 short of 100." */
export function sumWords(sum: number): string {
  if (sum === whole) return 'The weights add up to 100.'
  const off = sum < whole ? `${whole - sum} short of` : `${sum - whole} over`
  return `The weights add up to ${sum}: ${off} 100.`
}

/**
 * Spreads what is left of 100 evenly over the rows without a weight, in whole numbers, the first ones getting what
 * does not divide. Where every row has a weight, the difference is spread over all of them.
 * @returns the weights, or undefined when some row would be left with less than 1
 */
export function spreadRest(weights: readonly string[]): string[] | undefined {
  const isEmpty = (weight: string) => !(numberOf(weight) > 0)
  const open = weights.filter(isEmpty).length
  const rest = whole - Math.round(sumOfWeights(weights))
  const receives = open > 0 ? isEmpty : () => true
  const receivers = open > 0 ? open : weights.length
  if (receivers === 0) return undefined
  const share = Math.floor(rest / receivers)
  let left = rest - share * receivers
  const spread = weights.map((weight) => {
    if (!receives(weight)) return Number(numberOf(weight))
    const before = open > 0 ? 0 : Math.round(numberOf(weight))
    return before + share + (left-- > 0 ? 1 : 0)
  })
  return spread.every((weight) => weight >= 1) ? spread.map(String) : undefined
}
