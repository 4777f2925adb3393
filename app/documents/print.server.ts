import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cwd } from 'node:process'
import type { AppLoadContext } from '@remix-run/node'
import { factsType, progressType, streamProgress } from '#app/lib/print-progress.ts'
import {
  openThread,
  ThreadBusyError,
  ThreadLostError,
  type Following,
} from '#app/lib/worker-thread.server.ts'
import { keyOf } from './press/key-of.ts'
import type { Packet } from './packet/packet.ts'
import { pressLimits } from './press-limits.ts'
import { findUnprintableTexts, listUnprintable, type Unprintable } from './printable.ts'
import type { PrintTask, RenderResult, RenderTask } from './render.server.ts'

const askThread = openThread<RenderTask, RenderResult>('print', pressLimits)
let coverage: Promise<ReadonlySet<number>> | undefined
let knowsPeople = false
let version: string | undefined
/** How many documents are being made, or wait for their turn. */
let making = 0

/** Starts the thread that prints before anybody waits for it. */
export async function warmPress(): Promise<void> {
  await findCoverage()
}

/** Has the thread forget what it laid out, since names and notes are in it. */
export async function forgetPrinted(): Promise<void> {
  if (!knowsPeople) return
  knowsPeople = false
  await askThread({ ask: 'forget' })
}

/** The characters of these texts that no bundled font has; said on the page before printing. */
export async function findUnprintable(texts: readonly (string | null)[]): Promise<string[]> {
  return listUnprintable(texts.join(''), await findCoverage())
}

async function findCoverage(): Promise<ReadonlySet<number>> {
  coverage ??= askThread({ ask: 'coverage' }).then((result) => {
    if (result.ask !== 'coverage') throw new Error('The press answered something else.')
    return result.covered
  })
  try {
    return await coverage
  } catch (error) {
    coverage = undefined
    throw error
  }
}

async function print(task: PrintTask, following: Following): Promise<Uint8Array<ArrayBuffer>> {
  knowsPeople = true
  making++
  try {
    const result = await askThread({ ask: 'print', print: task }, following)
    if (result.ask !== 'print') throw new Error('The press answered something else.')
    return result.pdf
  } finally {
    making--
  }
}

/** A document that is ready to be printed. */
export type Print = {
  task: PrintTask
  /** Without ending; what a file system would not take is left out. */
  fileName: string
}

export type { Packet }

type Asking = { request: Request; context: AppLoadContext }

/** What the page before printing says of a document. */
export type PrintFacts = { title: string; unprintable: Unprintable[] }

/**
 * The PDF as an answer that browsers show, the zip as one that they keep; its facts for whoever accepts JSON alone, and its progress for the page that shows it. What was printed before comes from the disk; a browser that has it gets 304 without a
 * look there. A browser that leaves stops the work.
 * @throws 503 in words when too many wait, or when the thread that prints died of this document
 */
export async function answerPdf({ request, context }: Asking, { task, fileName }: Print): Promise<Response> {
  const { prints, log } = context.services
  const accepted = request.headers.get('Accept')
  if (accepted === factsType) return Response.json(await describePrint({ task, fileName }))
  const key = keyOf(findVersion(), task)
  const etag = `"${key}"`
  const ending = task.document === 'packet' && task.as === 'zip' ? 'zip' : 'pdf'
  const headers = {
    ETag: etag,
    'Content-Type': `application/${ending}`,
    'Content-Disposition': disposition(fileName, ending),
  }
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  const make = (onStep?: (percent: number) => void) =>
    prints.get(`${key}.${ending}`, () => print(task, { signal: request.signal, onStep }))
  function explain(error: unknown): string {
    // Whoever left reads nothing, and leaving is no fault.
    if (request.signal.aborted) return 'Nobody waits for this document any more.'
    const message = describeFailure(error)
    if (message === undefined) throw error
    log.warn({ err: error, document: task.document }, 'a document was not printed')
    return message
  }
  if (accepted === progressType)
    return new Response(streamProgress(make, explain), { headers: { 'Content-Type': progressType } })
  try {
    return new Response(await make(), { headers })
  } catch (error) {
    // why: of what is thrown by `data` the router keeps no words where there is no page to show them.
    throw Response.json({ message: explain(error) }, { status: 503, headers: { 'Retry-After': '20' } })
  }
}

async function describePrint({ task, fileName }: Print): Promise<PrintFacts> {
  return { title: fileName, unprintable: findUnprintableTexts(task, await findCoverage()) }
}

/** What the page before printing says of a packet; `pages` of each document, null while the press is too busy to count. */
export type PacketFacts = { pages: number[] | null; unprintable: Unprintable[] }

/** What is kept of counts that were made before: whoever ticks and unticks comes back to them. */
const mostCounts = 200
const counts = new Map<string, number[]>()
/** A page waits no longer than this for a number: while other documents are being made, and otherwise. */
const patienceMs = { busy: 3_000, idle: 60_000 }

/**
 * Describes a packet without making it.
 * @param more what else will stand in it and does not change its length
 */
export async function describePacket(
  { request, context }: Asking,
  packet: Packet,
  more: unknown,
): Promise<PacketFacts> {
  const unprintable = findUnprintableTexts([more, packet], await findCoverage())
  const key = keyOf(packet)
  const known = counts.get(key)
  if (known) return { pages: known, unprintable }
  knowsPeople = true
  try {
    const signal = AbortSignal.any([
      request.signal,
      AbortSignal.timeout(making > 0 ? patienceMs.busy : patienceMs.idle),
    ])
    const result = await askThread({ ask: 'count', packet }, { signal })
    if (result.ask !== 'count') throw new Error('The press answered something else.')
    counts.set(key, result.pages)
    const [oldest] = counts.keys()
    if (counts.size > mostCounts && oldest !== undefined) counts.delete(oldest)
    return { pages: result.pages, unprintable }
  } catch (error) {
    context.services.log.warn({ err: error }, 'the pages of a packet were not counted')
    return { pages: null, unprintable }
  }
}

/** What to say to a person whose document was not made; nothing for what is no failure of the press. */
function describeFailure(error: unknown): string | undefined {
  if (error instanceof ThreadBusyError)
    return 'Many documents are being made right now. Try again in half a minute.'
  if (error instanceof ThreadLostError)
    return 'This document could not be made. Try once more; if it fails again, print fewer candidates at a time.'
  return undefined
}

/** Changes with the program and its fonts, so that no file of an older program is handed out. */
function findVersion(): string {
  version ??= keyOf(
    ['build/server/index.js', 'package-lock.json'].map((file) => readFileSync(join(cwd(), file), 'utf8')),
    readdirSync(fontFolder).map((name) => [name, statSync(join(fontFolder, name)).size]),
  )
  return version
}

const fontFolder = join(cwd(), 'public/fonts/pdf')

function disposition(fileName: string, ending: 'pdf' | 'zip'): string {
  const safe =
    fileName
      .normalize('NFC')
      .replace(/[^\p{L}\p{N} ._-]/gu, '')
      .trim() || 'panelist'
  const ascii = safe.normalize('NFKD').replace(/[^\x20-\x7e]/g, '') || 'panelist'
  const name = `filename="${ascii}.${ending}"; filename*=UTF-8''${encodeURIComponent(safe)}.${ending}`
  return `${ending === 'zip' ? 'attachment' : 'inline'}; ${name}`
}
