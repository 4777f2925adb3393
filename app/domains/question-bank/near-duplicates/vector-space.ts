/** A text as its words and their weights; the squares of the weights add up to 1, or to 0 when no word is left. */
export type SparseVector = { terms: Int32Array; weights: Float64Array }

/** Texts as TF-IDF vectors with, for each word, the texts that hold it. */
export type VectorSpace = {
  vectors: readonly SparseVector[]
  /** A text that is not in the space; words that the space does not know count for its length alone. */
  toVector: (words: readonly string[]) => SparseVector
  /** Adds the cosine between the vector and text number i of the space to sums[i], for every i > after. */
  addCosines: (vector: SparseVector, sums: Float64Array, after?: number) => void
}

const unknownTerm = -1
const fewTexts = 50
const commonShare = 0.5

/**
 * Weighs each word by its times in the text × (1 + ln((1 + texts) / (1 + texts that hold it))), so that what many share counts
 * for less.
 * @param texts the words of each text, as `listStems` gives them
 * From 50 texts on, words in more than half of them are left out: they cost the most time and say the least.
 */
export function buildVectorSpace(texts: readonly (readonly string[])[]): VectorSpace {
  const counts = texts.map(countWords)
  const holders = new Map<string, number>()
  for (const count of counts) for (const word of count.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)

  const numbers = new Map<string, number>()
  const idf: number[] = []
  const most = texts.length < fewTexts ? texts.length : texts.length * commonShare
  for (const [word, held] of holders)
    if (held <= most) {
      numbers.set(word, idf.length)
      idf.push(rarity(texts.length, held))
    }
  const rarest = rarity(texts.length, 0)

  const vectorOf = (count: ReadonlyMap<string, number>): SparseVector => {
    const terms: number[] = []
    const weights: number[] = []
    for (const [word, times] of count) {
      const number = numbers.get(word)
      if (number === undefined && holders.has(word)) continue
      terms.push(number ?? unknownTerm)
      weights.push(times * (number === undefined ? rarest : (idf[number] ?? 0)))
    }
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
    return {
      terms: Int32Array.from(terms),
      weights: Float64Array.from(weights, (weight) => (length === 0 ? 0 : weight / length)),
    }
  }
  const vectors = counts.map(vectorOf)
  const postings = listPostings(vectors, idf.length)

  return {
    vectors,
    toVector: (words) => vectorOf(countWords(words)),
    addCosines(vector, sums, after = -1) {
      vector.terms.forEach((term, position) => {
        const posting = postings[term]
        if (!posting) return
        const weight = vector.weights[position] ?? 0
        const { texts: numbersOfTexts, weights } = posting
        // From the end, since they stand in rising order and only those beyond `after` are wanted.
        for (let at = numbersOfTexts.length - 1; at >= 0; at--) {
          const text = numbersOfTexts[at] ?? 0
          if (text <= after) break
          sums[text] = (sums[text] ?? 0) + weight * (weights[at] ?? 0)
        }
      })
    },
  }
}

function rarity(texts: number, held: number): number {
  return 1 + Math.log((1 + texts) / (1 + held))
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

type Posting = { texts: Int32Array; weights: Float64Array }

/** For each word the texts that hold it, in rising order, with its weight in each. */
function listPostings(vectors: readonly SparseVector[], words: number): Posting[] {
  const sizes = new Int32Array(words)
  for (const { terms } of vectors) for (const term of terms) sizes[term] = (sizes[term] ?? 0) + 1
  const postings = Array.from(sizes, (size) => ({
    texts: new Int32Array(size),
    weights: new Float64Array(size),
  }))
  const filled = new Int32Array(words)
  vectors.forEach(({ terms, weights }, text) => {
    terms.forEach((term, position) => {
      const posting = postings[term]
      const at = filled[term] ?? 0
      if (!posting) return
      posting.texts[at] = text
      posting.weights[at] = weights[position] ?? 0
      filled[term] = at + 1
    })
  })
  return postings
}
