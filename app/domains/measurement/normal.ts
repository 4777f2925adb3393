const rootOfTwoPi = Math.sqrt(2 * Math.PI)
const upper = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
]
const lower = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
]

/**
 * The standard normal distribution: the probability of at most x.
 * Hart's rational approximation in double precision (Hart et al. 1968, as given by West 2005).
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x)
  if (distance > 37) return x > 0 ? 1 : 0
  const tail = Math.exp((-distance * distance) / 2)
  let below: number
  if (distance < 7.07106781186547) below = (tail * evaluate(upper, distance)) / evaluate(lower, distance)
  else {
    let fraction = distance
    for (let step = 24; step > 0; step--) fraction = distance + step / fraction
    below = tail / fraction / rootOfTwoPi
  }
  return x > 0 ? 1 - below : below
}

/** The density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / rootOfTwoPi
}

/**
 * The x below which a standard normal number falls with probability p.
 * A start within .0005 (Abramowitz & Stegun 1964, 26.2.23), made exact by Newton's steps.
 * @param p more than 0 and less than 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN
  if (p > 0.5) return -normalQuantile(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  const ratio = evaluate([0.010328, 0.802853, 2.515517], t) / evaluate([0.001308, 0.189269, 1.432788, 1], t)
  let x = ratio - t
  for (let step = 0; step < 4; step++) x -= (normalCdf(x) - p) / normalDensity(x)
  return x
}

/** A polynomial, its highest power first. */
function evaluate(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
