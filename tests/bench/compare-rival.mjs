// @ts-check
import { once } from 'node:events'
import compression from 'compression'
import express from 'express'

/**
 * Serves figures as one plain HTML table, written anew for each request.
 * @param {string[][]} rows the head first
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function serveTable(rows) {
  const [head = [], ...body] = rows
  const app = express()
    .use(compression())
    .get('/', (_request, response) => {
      const cells = (/** @type {string[]} */ row) => row.map((cell) => `<td>${escape(cell)}</td>`).join('')
      response.send(
        `<!doctype html><meta charset="utf-8"><title>Table</title><style>table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px}</style><table><thead><tr>${head.map((cell) => `<th>${escape(cell)}</th>`).join('')}</tr></thead><tbody>${body.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`,
      )
    })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
