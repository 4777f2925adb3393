/** Reads a number that is known to be there. Outside it is NaN, which no later step hides. */
export function at(values: Float64Array, i: number): number {
  return values[i] ?? NaN
}

/** Reads an index that is known to be there. */
export function indexAt(values: Int32Array, i: number): number {
  return values[i] ?? NaN
}

/**
 * Replaces the lower triangle of a symmetric matrix by its Cholesky factor L, A = LL'. What stands above the diagonal is not read.
 * @param a n × n, row by row
 * @returns log|A|
 * @throws RangeError when A is not positive definite
 */
export function factorise(a: Float64Array, n: number): number {
  let logDeterminant = 0
  for (let first = 0; first < n; first += blockSize) {
    const end = Math.min(n, first + blockSize)
    for (let i = first; i < end; i++) {
      for (let j = first; j < i; j++)
        a[i * n + j] =
          (at(a, i * n + j) - dot(a, i * n + first, a, j * n + first, j - first)) / at(a, j * n + j)
      const pivot = at(a, i * n + i) - dot(a, i * n + first, a, i * n + first, i - first)
      if (!(pivot > 0)) throw new RangeError('The matrix is not positive definite.')
      a[i * n + i] = Math.sqrt(pivot)
      logDeterminant += Math.log(pivot)
    }
    for (let i = end; i < n; i++)
      for (let j = first; j < end; j++)
        a[i * n + j] =
          (at(a, i * n + j) - dot(a, i * n + first, a, j * n + first, j - first)) / at(a, j * n + j)
    updateRest(a, n, first, end)
  }
  return logDeterminant
}

/** Small enough for two blocks of rows to stay in the nearest cache. */
const blockSize = 48
const depth = 192

/** Subtracts from what is right of and below the columns first…end what these columns explain. */
function updateRest(a: Float64Array, n: number, first: number, end: number): void {
  for (let top = end; top < n; top += blockSize)
    for (let left = end; left <= top; left += blockSize)
      subtractProducts(a, a, a, n, {
        top,
        bottom: top + blockSize,
        left,
        right: left + blockSize,
        first,
        end,
      })
}

type Tile = { top: number; bottom: number; left: number; right: number; first: number; end: number }

/** Rows and columns whose products are summed at once, so that each number that is read is used as often. */
const atOnce = 4
const sums = new Float64Array(atOnce * atOnce)

/** target[i, j] −= Σ a[i, k] b[j, k] over a tile of rows i and columns j, with k from first to end. */
function subtractProducts(
  target: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  { top, bottom, left, right, first, end }: Tile,
): void {
  const rowEnd = Math.min(n, bottom)
  const columnEnd = Math.min(n, right)
  for (let i = top; i < rowEnd; i += atOnce)
    for (let j = left; j < columnEnd; j += atOnce) {
      sumProducts(a, b, n, { i, lastRow: rowEnd - 1, j, lastColumn: columnEnd - 1, first, end })
      for (let y = 0; y < Math.min(atOnce, rowEnd - i); y++)
        for (let x = 0; x < Math.min(atOnce, columnEnd - j); x++) {
          const place = (i + y) * n + j + x
          target[place] = at(target, place) - at(sums, y * atOnce + x)
        }
    }
}

type Corner = { i: number; lastRow: number; j: number; lastColumn: number; first: number; end: number }

/** Writes the sums of four rows by four columns into `sums`; a row or column beyond the last is the last once more. */
function sumProducts(a: Float64Array, b: Float64Array, n: number, corner: Corner): void {
  const { i, lastRow, j, lastColumn, first, end } = corner
  const a0 = i * n
  const a1 = Math.min(i + 1, lastRow) * n
  const a2 = Math.min(i + 2, lastRow) * n
  const a3 = Math.min(i + 3, lastRow) * n
  const b0 = j * n
  const b1 = Math.min(j + 1, lastColumn) * n
  const b2 = Math.min(j + 2, lastColumn) * n
  const b3 = Math.min(j + 3, lastColumn) * n
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0
  for (let k = first; k < end; k++) {
    const y0 = at(b, b0 + k)
    const y1 = at(b, b1 + k)
    const y2 = at(b, b2 + k)
    const y3 = at(b, b3 + k)
    const x0 = at(a, a0 + k)
    s00 += x0 * y0
    s01 += x0 * y1
    s02 += x0 * y2
    s03 += x0 * y3
    const x1 = at(a, a1 + k)
    s10 += x1 * y0
    s11 += x1 * y1
    s12 += x1 * y2
    s13 += x1 * y3
    const x2 = at(a, a2 + k)
    s20 += x2 * y0
    s21 += x2 * y1
    s22 += x2 * y2
    s23 += x2 * y3
    const x3 = at(a, a3 + k)
    s30 += x3 * y0
    s31 += x3 * y1
    s32 += x3 * y2
    s33 += x3 * y3
  }
  sums[0] = s00
  sums[1] = s01
  sums[2] = s02
  sums[3] = s03
  sums[4] = s10
  sums[5] = s11
  sums[6] = s12
  sums[7] = s13
  sums[8] = s20
  sums[9] = s21
  sums[10] = s22
  sums[11] = s23
  sums[12] = s30
  sums[13] = s31
  sums[14] = s32
  sums[15] = s33
}

/** The sum of products of two runs of numbers, in four sums that do not wait for each other. */
export function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, count: number): number {
  let sum = 0
  let second = 0
  let third = 0
  let fourth = 0
  let k = 0
  for (; k + 3 < count; k += 4) {
    sum += at(a, fromA + k) * at(b, fromB + k)
    second += at(a, fromA + k + 1) * at(b, fromB + k + 1)
    third += at(a, fromA + k + 2) * at(b, fromB + k + 2)
    fourth += at(a, fromA + k + 3) * at(b, fromB + k + 3)
  }
  for (; k < count; k++) sum += at(a, fromA + k) * at(b, fromB + k)
  return sum + second + third + fourth
}

/** target += factor · the run of `values` that starts at `from`. */
export function addScaled(target: Float64Array, values: Float64Array, from: number, factor: number): void {
  if (factor === 0) return
  for (let j = 0; j < target.length; j++) target[j] = at(target, j) + factor * at(values, from + j)
}

/** What a matrix holds in these rows and columns. */
export function readBlock(matrix: Float64Array, size: number, columns: Int32Array): Float64Array {
  const width = columns.length
  const block = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    const row = indexAt(columns, i) * size
    for (let j = 0; j < width; j++) block[i * width + j] = at(matrix, row + indexAt(columns, j))
  }
  return block
}

/** x'Mx. @param matrix as wide as the vector */
export function formOf(matrix: Float64Array, x: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += at(x, i) * dot(matrix, i * x.length, x, 0, x.length)
  return sum
}

/** Solves Lx = b in place. @param l n × n, lower triangle */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) b[i] = (at(b, i) - dot(l, i * n, b, 0, i)) / at(l, i * n + i)
}

/** Solves L'x = b in place. @param l n × n, lower triangle */
export function solveUpper(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    const x = at(b, i) / at(l, i * n + i)
    b[i] = x
    for (let j = 0; j < i; j++) b[j] = at(b, j) - at(l, i * n + j) * x
  }
}

/**
 * The inverse of A from its Cholesky factor.
 * @param l n × n, lower triangle
 * @returns n × n, both triangles
 */
export function invertFactored(l: Float64Array, n: number): Float64Array {
  // The transpose of the inverse of L: row j holds column j of it, from j on.
  const columns = new Float64Array(n * n)
  for (let left = 0; left < n; left += blockSize) {
    const right = Math.min(n, left + blockSize)
    for (let top = left; top < n; top += blockSize) {
      const bottom = Math.min(n, top + blockSize)
      subtractProducts(columns, columns, l, n, {
        top: left,
        bottom: right,
        left: top,
        right: bottom,
        first: left,
        end: top,
      })
      for (let j = left; j < right; j++)
        for (let i = Math.max(top, j); i < bottom; i++) {
          const before = dot(l, i * n + top, columns, j * n + top, i - top)
          const begun = (i === j ? 1 : 0) + at(columns, j * n + i) - before
          columns[j * n + i] = begun / at(l, i * n + i)
        }
    }
  }
  const inverse = new Float64Array(n * n)
  for (let top = 0; top < n; top += blockSize)
    for (let left = 0; left <= top; left += blockSize)
      for (let first = top; first < n; first += depth)
        subtractProducts(inverse, columns, columns, n, {
          top,
          bottom: top + blockSize,
          left,
          right: left + blockSize,
          first,
          end: Math.min(n, first + depth),
        })
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const value = -at(inverse, i * n + j)
      inverse[i * n + j] = value
      inverse[j * n + i] = value
    }
  return inverse
}
