// @ts-check
// The load of the benchmark of saving, in a process of its own: every writer saves again as soon as the last save was answered.
// Usage: node saves-load.mjs FILE PORT PATH SECONDS [PAUSE]    PAUSE in ms between two saves of a writer; FILE holds the writers as JSON; prints what was measured as JSON
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

const [file = '', portText = '', path = '', secondsText = '', pauseText = '0'] = process.argv.slice(2)
/** @type {import('./saves-subject.ts').Writer[]} */
const writers = JSON.parse(readFileSync(file, 'utf8'))
const port = Number(portText)
const pauseMs = Number(pauseText)
const warmUpMs = 2000
const startedAt = performance.now()
const measureFrom = startedAt + warmUpMs
const endAt = measureFrom + Number(secondsText) * 1000

/** @type {number[]} */
const latencies = []
/** @type {Set<string>} */
const refused = new Set()
let acknowledged = 0
const note = 'She drew the queue before the worker and said which of the two may be lost. '.repeat(4)

// Sockets instead of an HTTP client: what sends the load shares two cores with the server, so it must cost little.
await Promise.all(writers.map(write))
console.log(JSON.stringify({ acknowledged, refused: [...refused], latencies }))

/**
 * Saves until the time is over; a save whose connection broke is sent again with its id, as the page does.
 * @param {import('./saves-subject.ts').Writer} writer
 * @returns {Promise<void>}
 */
function write({ cookie, scorecardId, fields }) {
  return new Promise((resolve) => {
    /** @type {Map<string, number>} */
    const versions = new Map()
    let turn = 0
    let field = ''
    let request = ''
    let sentAt = 0
    prepare()
    open()

    function prepare() {
      field = fields[turn++ % fields.length] ?? ''
      const base = versions.get(field) ?? 0
      const operation = { opId: randomUUID(), scorecardId, field, base, value: `${turn} ${note}` }
      const body = JSON.stringify({ operations: [operation] })
      request =
        `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: application/json\r\nCookie: ${cookie}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
      sentAt = performance.now()
    }

    function open() {
      const socket = connect(port, '127.0.0.1').setEncoding('utf8')
      let received = ''
      let isDone = false
      const sendNext = () => {
        prepare()
        socket.write(request)
      }
      socket.on('connect', () => socket.write(request))
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        if (isDone) resolve()
        else open()
      })
      socket.on('data', (part) => {
        received += part
        const answer = readAnswer(received)
        if (answer === undefined) return
        received = ''
        const now = performance.now()
        const version = /"outcome":"applied","version":(\d+)/.exec(answer)?.[1]
        if (version === undefined) refused.add(answer)
        else {
          acknowledged++
          versions.set(field, Number(version))
          if (sentAt >= measureFrom && now <= endAt) latencies.push(now - sentAt)
        }
        if (now < endAt && version !== undefined) {
          if (pauseMs === 0) sendNext()
          else setTimeout(sendNext, pauseMs)
        } else {
          isDone = true
          socket.destroy()
        }
      })
    }
  })
}

/** The whole answer once it is there; one request is under way at a time. @param {string} text */
function readAnswer(text) {
  const at = text.indexOf('\r\n\r\n')
  if (at < 0) return undefined
  const length = /content-length: (\d+)/i.exec(text.slice(0, at))?.[1]
  if (length !== undefined) return Buffer.byteLength(text) - at - 4 >= Number(length) ? text : undefined
  return text.endsWith('0\r\n\r\n') ? text : undefined
}
