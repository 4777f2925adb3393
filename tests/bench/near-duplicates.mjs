// @ts-check
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { buildSubject } from './build-subject.mjs'
import { generateItems } from './generated-items.mjs'

/** @typedef {typeof import('./near-duplicates-subject.ts')} Subject */
/** @typedef {import('#app/domains/question-bank/near-duplicates/near-duplicate.ts').ComparedQuestion} Item */
/** @typedef {{ a: string, b: string, score: number }} Pair */

/** @param {string} one @param {string} other */
const keyOf = (one, other) => [one, other].sort().join(' ')
/** @param {Item} item */
const textOf = ({ prompt, intent, anchors }) => [prompt, intent, ...anchors].join('\n')

/**
 * Mean of the precision at each pair that is right, over all pairs in the order of their scores.
 * @param {readonly Pair[]} pairs @param {ReadonlySet<string>} right
 */
function averagePrecision(pairs, right) {
  let hits = 0
  let sum = 0
  pairs
    .toSorted((one, other) => other.score - one.score)
    .forEach(({ a, b }, i) => {
      if (right.has(keyOf(a, b))) sum += ++hits / (i + 1)
    })
  return sum / right.size
}

/** @param {readonly Item[]} items @param {(one: number, other: number) => number} score */
function pairUp(items, score) {
  return items.flatMap((one, i) =>
    items.slice(i + 1).map((other, k) => ({ a: one.id, b: other.id, score: score(i, i + 1 + k) })),
  )
}

/** Share of words in common. @param {readonly Item[]} items */
function pairByWords(items) {
  const words = items.map(
    (item) =>
      new Set(
        textOf(item)
          .toLowerCase()
          .match(/\p{L}+/gu),
      ),
  )
  return pairUp(items, (i, j) => {
    const both = [...(words[i] ?? [])].filter((word) => words[j]?.has(word)).length
    return both / ((words[i]?.size ?? 0) + (words[j]?.size ?? 0) - both)
  })
}

/** Full-text rank of each question for all the words of the other, as a share of its rank for its own. @param {readonly Item[]} items */
function pairByFullText(items) {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, body, tokenize = 'porter unicode61')")
  const add = db.prepare('INSERT INTO t VALUES (?, ?)')
  for (const item of items) add.run(item.id, textOf(item))
  const ask = db.prepare('SELECT id, -bm25(t) AS rank FROM t WHERE t MATCH ?')
  const ranks = items.map((item) => {
    const words = new Set(
      textOf(item)
        .toLowerCase()
        .match(/\p{L}+/gu),
    )
    const rows = /** @type {{ id: string, rank: number }[]} */ (
      ask.all([...words].map((word) => `"${word}"`).join(' OR '))
    )
    const found = new Map(rows.map((row) => [row.id, row.rank]))
    const own = found.get(item.id) ?? 1
    return new Map([...found].map(([id, rank]) => [id, rank / own]))
  })
  db.close()
  return pairUp(
    items,
    (i, j) => (ranks[i]?.get(items[j]?.id ?? '') ?? 0) + (ranks[j]?.get(items[i]?.id ?? '') ?? 0),
  )
}

/** Compares ways of finding near-duplicates against pairs labelled by hand, suggests competencies, and measures a large bank. */
export async function measure() {
  const subject = /** @type {Subject} */ (await buildSubject('near-duplicates-subject.ts'))
  const { questions, competencies } = subject.readRubrics('rubrics')
  const items = questions.map((question) => subject.comparedOf(question))
  const labels = JSON.parse(readFileSync('tests/bench/near-duplicates.json', 'utf8'))
  /** @type {Set<string>} */
  const right = new Set()
  for (const [one, other] of labels.same) {
    for (const id of [one, other])
      if (!items.some((item) => item.id === id))
        throw new Error(`near-duplicates.json names ${id}, which the bank has not`)
    right.add(keyOf(one, other))
  }
  compare(subject, items, right)
  suggest(subject, items, competencies)
  time(subject, items)
}

/** @param {Subject} subject @param {readonly Item[]} items @param {ReadonlySet<string>} right */
function compare({ buildSimilarityIndex, suggestedFrom }, items, right) {
  const untagged = items.map((item) => ({ ...item, tags: [] }))
  const rivals = [
    { name: 'Words and topics', pairs: buildSimilarityIndex(items).listPairs({ threshold: 0 }) },
    { name: 'Words, no topics', pairs: buildSimilarityIndex(untagged).listPairs({ threshold: 0 }) },
    { name: 'SQLite FTS5 bm25', pairs: pairByFullText(items) },
    { name: 'Jaccard of words', pairs: pairByWords(items) },
  ]
  const best = averagePrecision(rivals[0]?.pairs ?? [], right)
  console.log(`Near-duplicates among ${items.length} questions, ${right.size} pairs labelled by hand\n`)
  console.log(`${''.padEnd(18)} average precision   ratio`)
  for (const { name, pairs } of rivals) {
    const precision = averagePrecision(pairs, right)
    console.log(
      `${name.padEnd(18)} ${precision.toFixed(3).padStart(17)} ${(precision / best).toFixed(2).padStart(7)}`,
    )
  }
  console.log('\nFrom a score of   suggested   right   of all')
  for (const { name, pairs } of rivals.slice(0, 2))
    for (const from of [suggestedFrom, 0.25, 0.2]) {
      const suggested = pairs.filter((pair) => pair.score >= from)
      const hits = suggested.filter(({ a, b }) => right.has(keyOf(a, b))).length
      const share = `${Math.round((100 * hits) / right.size)} %`
      console.log(
        `${from.toFixed(2).padStart(15)} ${String(suggested.length).padStart(11)} ${String(hits).padStart(7)} ${share.padStart(8)}   ${name.toLowerCase()}`,
      )
    }
}

/** @param {Subject} subject @param {readonly Item[]} items @param {import('#rubrics/content.schema.ts').Competency[]} competencies */
function suggest({ buildCompetencyIndex }, items, competencies) {
  const index = buildCompetencyIndex({ competencies, questions: items })
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const { competencyId } of items) counts.set(competencyId, (counts.get(competencyId) ?? 0) + 1)
  const commonest = Math.max(...counts.values())
  const percent = (/** @type {number} */ count) => `${Math.round((100 * count) / items.length)} %`.padStart(9)
  console.log(
    `\nCompetency suggested, each question left out in turn, ${competencies.length} to choose from\n`,
  )
  console.log(`${''.padEnd(18)}    first   first three`)
  for (const [name, strip] of /** @type {const} */ ([
    ['All of its text', (/** @type {Item} */ item) => item],
    ['Prompt alone', (/** @type {Item} */ item) => ({ id: item.id, prompt: item.prompt })],
  ])) {
    const places = items.map((item) =>
      index.suggestFor(strip(item), 3).findIndex(({ competencyId }) => competencyId === item.competencyId),
    )
    const first = places.filter((place) => place === 0).length
    const three = places.filter((place) => place >= 0).length
    console.log(`${name.padEnd(18)} ${percent(first)} ${percent(three).padStart(13)}`)
  }
  console.log(`${'The commonest'.padEnd(18)} ${percent(commonest)}`)
}

/** @param {Subject} subject @param {readonly Item[]} items */
function time({ buildSimilarityIndex }, items) {
  const many = generateItems(items, 10_000)
  const clock = (/** @type {() => unknown} */ work) => {
    const before = performance.now()
    work()
    return performance.now() - before
  }
  /** @type {ReturnType<Subject['buildSimilarityIndex']> | undefined} */
  let index
  const built = clock(() => (index = buildSimilarityIndex(many)))
  const times = many.slice(0, 200).map((item) => clock(() => index?.similarTo(item)))
  times.sort((one, other) => one - other)
  let pairs = 0
  const all = clock(() => (pairs = index?.listPairs().length ?? 0))
  const ms = (/** @type {number} */ value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
  console.log(`\nA bank of ${many.length} generated questions`)
  console.log(
    `Index built in ${ms(built)}; one question compared in ${ms(times[100] ?? 0)} (p95 ${ms(times[190] ?? 0)})`,
  )
  console.log(`All pairs in ${ms(all)}, ${pairs} suggested`)
}
