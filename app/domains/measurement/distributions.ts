const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** log Γ(x) for x > 0, by Lanczos' series with 9 terms; right to about 14 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  let sum: number = lanczos[0]
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] ?? NaN) / (shifted + i)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}

/** The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  )
  const tiny = 1e-300
  let c = 1
  let d = 1 / avoidZero(1 - ((a + b) * x) / (a + 1), tiny)
  let value = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / avoidZero(1 + even * d, tiny)
    c = avoidZero(1 + even / c, tiny)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / avoidZero(1 + odd * d, tiny)
    c = avoidZero(1 + odd / c, tiny)
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return front * value
}

function avoidZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value
}

/** The F distribution: the probability of at most x. Degrees of freedom may be fractions. */
export function fCdf(x: number, above: number, below: number): number {
  return x <= 0 ? 0 : betaShare((above * x) / (above * x + below), above / 2, below / 2)
}

/** The x that an F distributed number stays below with probability p, found by halving. @param p more than 0, less than 1 */
export function fQuantile(p: number, above: number, below: number): number {
  let low = 0
  let high = 1
  while (fCdf(high, above, below) < p && high < 1e12) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (fCdf(middle, above, below) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a χ² distributed number is greater than x. @param degrees of freedom, a whole number */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1
  const a = degrees / 2
  const half = x / 2
  const front = Math.exp(a * Math.log(half) - half - logGamma(a))
  if (half < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= half / (a + n)
      sum += term
    }
    return 1 - front * sum
  }
  const tiny = 1e-300
  let b = half + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let value = d
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a)
    b += 2
    d = 1 / avoidZero(step * d + b, tiny)
    c = avoidZero(b + step / c, tiny)
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return front * value
}
