// @ts-check
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSubject } from './build-subject.mjs'
import { runLoad, startServer } from './served.mjs'

/** @typedef {{ minute: number, megabytes: number, pages: number }} Sample */

const people = 100
const minutes = 10
const pauseMs = 400
const samplesAMinute = 2

/** Shows the memory of the whole server while a hundred people type and read for ten minutes, as in a day of interviews. */
export async function measure() {
  const subject = /** @type {typeof import('./saves-subject.ts')} */ (await buildSubject('saves-subject.ts'))
  const folder = mkdtempSync(join(tmpdir(), 'panelist-soak-'))
  const [file, list] = [join(folder, 'soak.sqlite'), join(folder, 'writers.json')]
  const writers = subject.addWriters(file, people)
  writeFileSync(list, JSON.stringify(writers))
  const server = await startServer(folder, file)
  const reading = { isOver: false, pages: 0 }
  /** @type {Sample[]} */
  const samples = []
  console.log(`\n${people} people type and read for ${minutes} minutes\n\nminute  memory, MB  pages read`)
  const load = runLoad([
    list,
    String(server.port),
    subject.paths.operations(),
    String(minutes * 60),
    String(pauseMs),
  ])
  const readers = writers.slice(0, 4).map((writer) => read(subject, server.port, writer, reading))
  for (let i = 0; i <= minutes * samplesAMinute; i++) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, 60_000 / samplesAMinute))
    const sample = { minute: i / samplesAMinute, megabytes: memoryOf(server.pid), pages: reading.pages }
    samples.push(sample)
    console.log(
      sample.minute.toFixed(1).padStart(6) +
        sample.megabytes.toFixed(0).padStart(12) +
        String(sample.pages).padStart(12),
    )
  }
  const { acknowledged, refused } = await load
  reading.isOver = true
  await Promise.all(readers)
  await server.stop()
  rmSync(folder, { recursive: true })
  if (refused.length > 0) throw new Error(refused[0])
  const [middle, last] = [samples[Math.floor(samples.length / 2)], samples.at(-1)]
  console.log(
    `\n${acknowledged.toLocaleString('en')} saves. Memory at the end is ${((last?.megabytes ?? NaN) / (middle?.megabytes ?? NaN)).toFixed(2)} times that at half the time.`,
  )
}

/**
 * Opens the pages of an interviewer over and over.
 * @param {typeof import('./saves-subject.ts')} subject
 * @param {number} port
 * @param {import('./saves-subject.ts').Writer} writer
 * @param {{ isOver: boolean, pages: number }} reading
 */
async function read({ paths }, port, writer, reading) {
  const pages = [paths.home(), paths.fillScorecard(writer.scorecardId), paths.questions(), paths.panels()]
  for (let turn = 0; !reading.isOver; turn++) {
    const response = await fetch(`http://localhost:${port}${pages[turn % pages.length]}`, {
      headers: { Cookie: writer.cookie },
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
    reading.pages++
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** @param {number} pid */
function memoryOf(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}
