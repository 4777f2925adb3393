// @ts-check
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSubject } from './build-subject.mjs'
import { measurePostgres } from './postgres.mjs'
import { runLoad, startServer } from './served.mjs'

/** @typedef {typeof import('./saves-subject.ts')} Subject */
/** @typedef {import('./served.mjs').Running} Running */
/** @typedef {{ perSecond: number, latencies: number[] }} Measured */

const people = [20, 200, 1000]
const seconds = 10

/** @typedef {{ file: string, folder: string, list: string, writers: import('./saves-subject.ts').Writer[] }} Place */
/** @typedef {{ acknowledged: number, latencies: number[], refused?: string[] }} Load */

/** @type {{ name: string, save: (subject: Subject, place: Place) => Promise<Load> }[]} */
const ways = [
  {
    name: 'Panelist, the whole server',
    save: async (subject, place) => loadOf(subject, place, await startServer(place.folder, place.file)),
  },
  {
    name: 'its endpoint alone',
    save: async (subject, place) =>
      loadOf(subject, place, await subject.serveEndpoint({ ...place, way: 'together' })),
  },
  {
    name: 'the endpoint, one commit each',
    save: async (subject, place) =>
      loadOf(subject, place, await subject.serveEndpoint({ ...place, way: 'each' })),
  },
  {
    name: 'its store, no HTTP',
    save: (subject, place) => subject.saveInProcess({ ...place, seconds }),
  },
]

/** Measures durable saves while many people type without a pause, beside other ways to make a save durable. */
export async function measure() {
  const subject = /** @type {Subject} */ (await buildSubject('saves-subject.ts'))
  const folder = mkdtempSync(join(tmpdir(), 'panelist-bench-'))
  /** @type {Map<string, Measured[]>} */
  const measured = new Map(ways.map((way) => [way.name, []]))
  for (const count of people)
    for (const way of ways) measured.get(way.name)?.push(await measureWay(subject, folder, way, count))
  const rival = await measurePostgres(people, seconds)
  if (rival) measured.set('PostgreSQL, pgbench, no HTTP', rival)
  const fsyncs = countFsyncs(join(folder, 'fsync'))
  rmSync(folder, { recursive: true })
  print(measured, fsyncs)
  if (!rival)
    console.log('\nPostgreSQL was not measured: initdb, postgres, psql and pgbench are not all installed.')
}

/** @param {Subject} subject @param {string} folder @param {ways[number]} way @param {number} count @returns {Promise<Measured>} */
async function measureWay(subject, folder, way, count) {
  const place = mkdtempSync(join(folder, 'way-'))
  const [file, list] = [join(place, 'bench.sqlite'), join(place, 'writers.json')]
  const writers = subject.addWriters(file, count)
  writeFileSync(list, JSON.stringify(writers))
  const load = await way.save(subject, { file, list, writers, folder: place })
  const { logged, applied } = subject.countSaves(file)
  if (load.refused?.[0]) throw new Error(`${way.name}: ${load.refused[0]}`)
  if (logged !== load.acknowledged || applied !== logged)
    throw new Error(`${way.name}: ${load.acknowledged} acknowledged, ${logged} logged, ${applied} applied`)
  rmSync(place, { recursive: true })
  return { perSecond: load.latencies.length / seconds, latencies: load.latencies }
}

/** @param {Subject} subject @param {Place} place @param {Running} running */
async function loadOf({ paths }, { list }, running) {
  const load = await runLoad([list, String(running.port), paths.operations(), String(seconds)])
  await running.stop()
  return load
}

/** How often a second one process can write a page and have it on the disk. @param {string} path */
function countFsyncs(path) {
  const handle = openSync(path, 'w')
  const page = Buffer.alloc(4096, 1)
  const endAt = performance.now() + 3000
  let count = 0
  for (; performance.now() < endAt; count++) {
    writeSync(handle, page, 0, page.length, (count % 1000) * page.length)
    fdatasyncSync(handle)
  }
  closeSync(handle)
  return count / 3
}

/** @param {Map<string, Measured[]>} measured @param {number} fsyncs */
function print(measured, fsyncs) {
  const width = Math.max(...[...measured.keys()].map((name) => name.length))
  const ours = measured.get(ways[0]?.name ?? '')
  /** @param {string[]} cells */
  const line = (cells) => cells.map((cell) => cell.padStart(26)).join('')
  console.log(
    `\nDurable saves while people type without a pause, ${seconds} s each: saves a second, p50 and p99 in ms\n`,
  )
  console.log(' '.repeat(width) + line(people.map((count) => `${count.toLocaleString('en')} people`)))
  for (const [name, list] of measured) console.log(name.padEnd(width) + line(list.map(describe)))
  console.log(`\nSaves a second, as a share of “${ways[0]?.name}”\n`)
  for (const [name, list] of [...measured].slice(1))
    console.log(
      name.padEnd(width) +
        line(list.map((entry, i) => `${(entry.perSecond / (ours?.[i]?.perSecond ?? NaN)).toFixed(2)}`)),
    )
  console.log(
    `\nThis disk makes ${Math.round(fsyncs).toLocaleString('en')} pages durable a second, one after the other.`,
  )
}

/** @param {Measured} measured */
function describe({ perSecond, latencies }) {
  const sorted = latencies.toSorted((a, b) => a - b)
  /** @param {number} share */
  const at = (share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1)
  return `${Math.round(perSecond).toLocaleString('en')}  ${at(0.5).padStart(7)} ${at(0.99).padStart(7)}`
}
