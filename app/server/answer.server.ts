import type { Request, Response } from 'express'
import { describeStatus } from '#app/error-words.ts'

/**
 * Ends a request before Remix: as JSON for programs, as a plain page for people.
 * @param detail what to do, instead of the usual advice for this status
 */
export function answerInWords(request: Request, response: Response, status: number, detail?: string): void {
  const words = describeStatus(status)
  const message = detail ?? words.advice
  response.status(status).setHeader('Cache-Control', 'no-store')
  if (!request.accepts(['html', 'json']) || request.accepts(['html', 'json']) === 'json') {
    response.json({ message })
    return
  }
  response
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<link rel="icon" href="/favicon.svg"><title>${words.title} · Panelist</title><style nonce="${response.locals.cspNonce}">body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#1b1a17;background:#faf9f6}a{color:#0b5a60}@media(prefers-color-scheme:dark){body{color:#efece6;background:#171614}a{color:#7acbc5}}</style>` +
        `<main><p>${status}</p><h1>${words.title}</h1><p>${message}</p><p><a href="/">Go to the start page</a></p></main></html>`,
    )
}
