import { paths } from '#app/paths.ts'
import type { TestServer } from './server.ts'

export type Brought = { name: string; bytes: Uint8Array }

/** Fetches a form of this person’s. */
export async function fetchForm(server: TestServer, path: string, as: string): Promise<Uint8Array> {
  const answer = await server.request(path, { as })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Posts files to the page that brings forms back; nothing is saved by it. */
export async function bringForms(
  server: TestServer,
  files: readonly Brought[],
  as: string,
): Promise<{ status: number; html: string; words: string }> {
  const form = new FormData()
  form.set('intent', 'open')
  for (const { name, bytes } of files) form.append('file', new File([Uint8Array.from(bytes)], name))
  const answer = await server.request(paths.importForms(), { as, form })
  const html = await answer.text()
  return { status: answer.status, html, words: wordsOf(html) }
}

/** Sends what a preview carries, with choices where it asked for them. */
export function applyPreview(
  server: TestServer,
  html: string,
  as: string,
  choices: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData()
  form.set('intent', 'apply')
  for (const [, value = ''] of html.matchAll(/name="form" value="([^"]*)"/g))
    form.append('form', decode(value))
  for (const [name, value] of Object.entries(choices)) form.append(`choice ${name}`, value)
  return server.request(paths.importForms(), { as, form })
}

function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return decode(body.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
