// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { buildSubject } from './build-subject.mjs'
import { generateQueries, generateQuestions } from './generated-bank.mjs'

/** @typedef {import('./generated-bank.mjs').Query} Query */
/** @typedef {{ name: string, search: (query: Query) => string[] }} Engine an engine gives the ids it found */

const questionCount = 10_000
const queriesOfEachKind = 50
const rounds = 3

/** @param {number[]} sorted @param {number} share */
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/**
 * Searches a bank of ten thousand questions with two hundred queries: through the use case that the page calls, through its text match
 * alone, with LIKE over the same texts, and with an index in memory that forgives typing errors.
 */
export async function measure() {
  const subject = /** @type {typeof import('./search-subject.ts')} */ (
    await buildSubject('search-subject.ts')
  )
  const folder = mkdtempSync(join(tmpdir(), 'panelist-bench-'))
  const content = subject.readRubrics('rubrics')
  const questions = generateQuestions(content, questionCount)
  const queries = generateQueries(questions, queriesOfEachKind)
  const db = subject.openDatabase(join(folder, 'bank.sqlite'))
  subject.migrate(db)
  subject.seedContent(db, { ...content, questions }, 1)
  const ctx = { db, user: subject.addPerson(db, { access: 'observer' }), now: 1 }

  const names = new Map(content.competencies.map((item) => [item.id, item.name]))
  const documents = questions.map((question) => ({
    id: question.id,
    title: question.title,
    prompt: question.prompt,
    intent: question.intent,
    details: subject
      .detailLines(question, names)
      .map((line) => line.text)
      .join('\n'),
  }))
  const engines = [...ourEngines(subject, ctx), likeEngine(db.$client, documents), memoryEngine(documents)]
  const found = new Map(engines.map((engine) => [engine, countMeant(engine, queries, questions)]))
  /** @type {Map<Engine, { kind: string, ms: number }[]>} */
  const samples = new Map(engines.map((engine) => [engine, []]))
  // One engine after the other, so that each clears away its own garbage, and round by round, so that what else the machine does falls
  // on all of them.
  for (let round = 0; round < rounds; round++)
    for (const engine of engines)
      for (const query of queries) {
        const before = performance.now()
        engine.search(query)
        samples.get(engine)?.push({ kind: query.kind, ms: performance.now() - before })
      }
  print(engines, samples, found)
  subject.closeDatabase(db)
  rmSync(folder, { recursive: true })
}

/**
 * @param {typeof import('./search-subject.ts')} subject
 * @param {Parameters<typeof import('./search-subject.ts').searchQuestions>[0]} ctx
 * @returns {Engine[]}
 */
function ourEngines(subject, ctx) {
  return [
    {
      name: 'Panelist, rows, marks and facets',
      search({ text, filters }) {
        const found = subject.searchQuestions(ctx, { text, filters })
        return found.ok ? found.value.rows.map((row) => row.id) : []
      },
    },
    {
      name: 'Panelist, text alone',
      search({ text }) {
        const bank = subject.readBank(ctx.db)
        const { found } = subject.matchText(ctx.db, bank, text)
        if (!found) return []
        const best = subject.listBest(ctx.db, found.expression, null, { offset: 0, limit: 50 })
        return best.flatMap((row) => bank.index.questions[bank.placeOfRow.get(row) ?? -1]?.id ?? [])
      },
    },
  ]
}

/** @typedef {{ id: string, title: string, prompt: string, intent: string, details: string }} TextDocument */

/** @param {import('better-sqlite3').Database} client @param {TextDocument[]} documents @returns {Engine} */
function likeEngine(client, documents) {
  client.exec('CREATE TABLE bench_text (id TEXT PRIMARY KEY, text TEXT NOT NULL)')
  const insert = client.prepare('INSERT INTO bench_text VALUES (?, ?)')
  client.transaction(() => {
    for (const { id, title, prompt, intent, details } of documents)
      insert.run(id, [title, prompt, intent, details].join('\n'))
  })()
  return {
    name: 'SQLite LIKE, text alone',
    search({ kind, meant, text }) {
      const parts = kind === 'phrase' ? [meant] : text.split(' ')
      const where = parts.map(() => 'text LIKE ?').join(' AND ')
      const rows = client.prepare(`SELECT id FROM bench_text WHERE ${where}`).pluck()
      return rows.all(parts.map((part) => `%${part}%`)).map(String)
    },
  }
}

/** @param {TextDocument[]} documents @returns {Engine} */
function memoryEngine(documents) {
  const index = new MiniSearch({ fields: ['title', 'prompt', 'intent', 'details'] })
  index.addAll(documents)
  return {
    name: 'minisearch in memory, text alone',
    search({ text }) {
      const found = index.search(text, {
        prefix: true,
        fuzzy: 0.2,
        combineWith: 'AND',
        boost: { title: 20, prompt: 4, intent: 2 },
      })
      return found.map((hit) => String(hit.id))
    },
  }
}

/**
 * For how many mistyped words the first ten finds hold the word that was meant.
 * @param {Engine} engine @param {Query[]} queries @param {import('./generated-bank.mjs').Question[]} questions
 */
function countMeant(engine, queries, questions) {
  const texts = new Map(questions.map((question) => [question.id, JSON.stringify(question).toLowerCase()]))
  return queries.filter(
    (query) =>
      query.kind === 'typo' &&
      engine
        .search(query)
        .slice(0, 10)
        .some((id) => texts.get(id)?.includes(query.meant)),
  ).length
}

/**
 * @param {Engine[]} engines
 * @param {Map<Engine, { kind: string, ms: number }[]>} samples
 * @param {Map<Engine, number>} found
 */
function print(engines, samples, found) {
  const kinds = ['prefix', 'phrase', 'typo', 'facets', 'all']
  /** @param {Engine} engine @param {string} kind @param {number} share */
  const timeOf = (engine, kind, share) => {
    const times = (samples.get(engine) ?? []).filter((sample) => kind === 'all' || sample.kind === kind)
    return quantile(
      times.map((sample) => sample.ms).toSorted((a, b) => a - b),
      share,
    )
  }
  const width = Math.max(...engines.map((engine) => engine.name.length))
  const [ours] = engines
  if (!ours) return
  console.log(`\nSearch of ${questionCount.toLocaleString('en')} questions, milliseconds, p50 and p95\n`)
  console.log(
    ' '.repeat(width) + kinds.map((kind) => kind.padStart(16)).join('') + '   words meant'.padStart(16),
  )
  for (const engine of engines) {
    const cells = kinds.map((kind) =>
      [0.5, 0.95]
        .map((share) => timeOf(engine, kind, share).toFixed(1).padStart(7))
        .join(' ')
        .padStart(16),
    )
    console.log(
      engine.name.padEnd(width) +
        cells.join('') +
        `${found.get(engine)} of ${queriesOfEachKind}`.padStart(16),
    )
  }
  console.log(`\nTimes as long as “${ours.name}”\n`)
  for (const engine of engines.slice(1)) {
    const cells = kinds.map((kind) =>
      [0.5, 0.95]
        .map((share) => (timeOf(engine, kind, share) / timeOf(ours, kind, share)).toFixed(1).padStart(7))
        .join(' ')
        .padStart(16),
    )
    console.log(engine.name.padEnd(width) + cells.join(''))
  }
}
