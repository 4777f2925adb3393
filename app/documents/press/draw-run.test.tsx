import { createElement } from 'react'
import { expect, test } from 'vitest'
import { loadFonts } from '#app/documents/fonts.server.ts'
import { lookOf } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { Words } from '#app/documents/parts/words.tsx'
import { readPdf } from '#tests/support/read-pdf.ts'
import type { FlowPart } from './compose-flow.ts'
import { addFooters, drawRun } from './draw-run.tsx'
import { joinFiles } from './join-files.ts'
import { writeFile } from './write-file.ts'

loadFonts('public/fonts/pdf')

const print = { paper: 'a4', size: 'compact', ink: 'grey', title: 'Run', createdAt: new Date(0) } as const

function part(text: string, isHead = false): FlowPart {
  return { key: text, element: createElement(Words, isHead ? tagged('H2') : {}, text), isHead }
}

async function pagesOf(parts: readonly FlowPart[]): Promise<string[]> {
  return (await readPdf(await writeFile(await drawRun(parts, print, () => undefined)))).pages
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`)

test('a part that is higher than a page is cut where pages end, loses nothing, and takes its head along', async () => {
  const words = numbered(2_400)
  const pages = await pagesOf([part('Before'), part('Long one', true), part(words.join(' ')), part('After')])
  expect(pages[0]).toContain('Before')
  const [begin] = pages.filter((page) => page.includes('word0 '))
  expect(begin).toContain('Long one')
  expect(
    pages
      .slice(1)
      .join(' ')
      .match(/word\d+/g),
  ).toEqual(words)
  expect(pages.at(-1)).toContain('After')
})

test('many parts fill pages in their order, and whoever asked hears how far it is', async () => {
  const steps: number[] = []
  const texts = numbered(200).map((word) => `${word} stands here`)
  const file = await drawRun(
    texts.map((text) => part(text)),
    print,
    (share) => steps.push(share),
  )
  expect(steps).toEqual([0.2, 0.4, 0.6, 0.8, 1])
  const { pages } = await readPdf(await writeFile(file))
  expect(pages.join(' ').match(/word\d+/g)).toEqual(numbered(200))
})

test('whoever leaves stops the run', async () => {
  const leave = () => {
    throw new Error('left')
  }
  await expect(drawRun([part('a')], print, leave)).rejects.toThrow('left')
})

test('files that are joined are one, with headings and footers counted through', async () => {
  const run = (name: string) => drawRun([part(name, true), part(`${name} text`)], print, () => undefined)
  const joined = joinFiles([await run('One'), await run('Two'), await run('Three')])
  expect(joined.headings.map(({ title, pageIndex }) => [title, pageIndex])).toEqual([
    ['One', 0],
    ['Two', 1],
    ['Three', 2],
  ])
  const leaves = JSON.stringify(joined.structure).match(/"page":\d/g)
  expect(new Set(leaves)).toEqual(new Set(['"page":0', '"page":1', '"page":2']))
  const file = await addFooters(joined, 'Below', lookOf('compact', 'grey'))
  const { pages } = await readPdf(await writeFile(file))
  expect(pages.map((page) => /Below.*(Page \d of \d)/.exec(page)?.[1])).toEqual([
    'Page 1 of 3',
    'Page 2 of 3',
    'Page 3 of 3',
  ])
  expect(() => joinFiles([])).toThrow(RangeError)
})
