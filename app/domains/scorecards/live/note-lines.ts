import { stopwatch } from './clock.ts'

/** "12:40 " at the beginning of a line: the minute of the interview. */
const stamp = /^\d{1,3}:\d{2} /

/** What a line written at this moment of the interview begins with. */
export function stampOf(elapsedMs: number): string {
  return `${stopwatch(elapsedMs)} `
}

/** A change to a text: what stands from `from` to `to` is replaced. */
export type TextChange = { from: number; to: number; insert: string }

/**
 * What Enter does in notes with time stamps: at the end of a line the next one begins with a stamp; on a line that
 * holds nothing but a stamp, the stamp goes.
 * @returns null when Enter does what it always does
 */
export function changeOnEnter(text: string, at: number, nowStamp: string): TextChange | null {
  if (at < text.length && text[at] !== '\n') return null
  const from = text.lastIndexOf('\n', at - 1) + 1
  const line = text.slice(from, at)
  if (stamp.test(line) && line.replace(stamp, '') === '') return { from, to: at, insert: '' }
  if (line === '') return null
  return { from: at, to: at, insert: `\n${nowStamp}` }
}

/** How a ticked signal stands in the evidence. */
export function signalLine(signal: string, isStrong: boolean): string {
  return `${isStrong ? '+' : '−'} ${signal}`
}

/** Writes a line at the end of the notes, with a stamp when one is given. A line that only waits for words takes it. */
export function addLine(text: string, line: string, nowStamp: string): string {
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const isWaiting = last.replace(stamp, '').trim() === ''
  const kept = isWaiting ? lines.slice(0, -1) : lines
  const prefix = isWaiting && stamp.test(last) ? (stamp.exec(last)?.[0] ?? '') : nowStamp
  return [...kept, `${prefix}${line}`].join('\n')
}

/** Takes the last such line out again, if it stands as it was written; its stamp does not matter. */
export function removeLine(text: string, line: string): string {
  const lines = text.split('\n')
  const at = lines.findLastIndex((entry) => entry.replace(stamp, '') === line)
  return at < 0 ? text : [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n')
}

/** The notes as a screen that the candidate may see shows them: lines of signals say only that something stands there. */
export function maskLines(text: string, lines: readonly string[]): string {
  let hidden = 0
  return mapLines(text, (line) => (lines.includes(line) ? coverOf(++hidden) : line))
}

/**
 * Puts the covered lines back into notes that were edited while they were covered; one that was deleted stays away.
 * @param shown what stands on the screen; `before` the notes that it was made from
 */
export function unmaskLines(shown: string, before: string, lines: readonly string[]): string {
  const covered = before
    .split('\n')
    .map((line) => line.replace(stamp, ''))
    .filter((line) => lines.includes(line))
  const behind = new Map(covered.map((line, at) => [coverOf(at + 1), line]))
  return mapLines(shown, (line) => behind.get(line) ?? line)
}

function coverOf(number: number): string {
  return `(hidden line ${number})`
}

function mapLines(text: string, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => {
      const before = stamp.exec(line)?.[0] ?? ''
      return before + change(line.slice(before.length))
    })
    .join('\n')
}
