import { beforeAll, expect, test } from 'vitest'
import { readForm } from '#app/domains/scorecards/forms/read-form.server.ts'
import {
  fillWithPdfJs,
  fillWithPdfLib,
  fillWithPdftk,
  hasPdftk,
  readWithPdfLib,
  type Answers,
} from '#tests/support/fill-form.ts'
import { kitOf } from '#tests/support/kit-of.ts'
import { renderForm } from './render.server.ts'

const stamp = { name: 'panelist', value: 'signed.text' }

/** Texts that a file format could break. */
const texts = [
  'Łódź, Nguyễn, Дмитрий, Ωμέγα',
  '🙂 fine 👩‍🔧, 山田太郎',
  'שלום, مرحبا, mixed with English',
  '(brackets) \\ back\\slash <angle> [square] {curly} %percent /name',
  'Line one\nline two\n\nline four',
  Array.from({ length: 100 }, (_, i) => `Sentence ${i} of thirty letters`)
    .join(' ')
    .slice(0, 3_000),
  '“Quotes” – dashes — and … dots',
  'e\u0301 stays as it was composed',
]

/** An answer to every field of a card: each state of a rating in turn, each text in turn. */
function answerAll(count: number): Answers {
  const kit = kitOf(count)
  const states = [...kit.levels.map((level) => String(level.value)), 'not-asked', 'no-evidence']
  const text = (i: number) => texts[i % texts.length] ?? ''
  const perQuestion = kit.questions.flatMap(
    ({ questionId, strongSignals, weakSignals }, i): [string, string][] => [
      [`rating:${questionId}`, states[i % states.length] ?? ''],
      [`evidence:${questionId}`, text(i)],
      ...strongSignals.flatMap((_, n): [string, string][] =>
        (n + i) % 2 === 0 ? [[`signals:${questionId}:strong-${n + 1}`, 'on']] : [],
      ),
      ...weakSignals.flatMap((_, n): [string, string][] =>
        (n + i) % 3 === 0 ? [[`signals:${questionId}:weak-${n + 1}`, 'on']] : [],
      ),
    ],
  )
  return Object.fromEntries([
    ...perQuestion,
    ['recommendation', 'no-decision'],
    ['recommendation:reason', text(count)],
    ['summary:for', text(count + 1)],
    ['summary:against', text(count + 5)],
  ])
}

const counts = [1, 8, 40]
const blank = new Map<number, Uint8Array>()
beforeAll(async () => {
  for (const count of counts) {
    const options = {
      paper: 'a4',
      title: 'Form',
      createdAt: new Date(0),
      content: { values: {}, stamp },
    } as const
    blank.set(count, await renderForm(kitOf(count), options))
  }
}, 120_000)

function blankOf(count: number): Uint8Array {
  const pdf = blank.get(count)
  if (!pdf) throw new Error('no form')
  return pdf
}

/** What was read, without what says that nothing was entered. */
async function readBack(pdf: Uint8Array): Promise<{ stamp: string; values: Answers }> {
  const reading = await readForm(pdf)
  if (!reading.ok) throw new Error(reading.because)
  const entered = Object.entries(reading.values).filter(([, value]) => value !== '' && value !== 'Off')
  return { stamp: reading.stamp, values: Object.fromEntries(entered) }
}

const programs = [
  { program: 'pdf-lib', fill: fillWithPdfLib, isThere: true },
  { program: 'pdf.js', fill: fillWithPdfJs, isThere: true },
  { program: 'pdftk', fill: fillWithPdftk, isThere: hasPdftk() },
]

for (const { program, fill, isThere } of programs) {
  test.skipIf(!isThere).each(counts)(
    `every field of %i questions comes back as it was filled in ${program}`,
    async (count) => {
      const answers = answerAll(count)
      const filled = await fill(blankOf(count), answers)
      expect(await readBack(filled)).toEqual({ stamp: stamp.value, values: answers })
      const { panelist, ...seen } = await readWithPdfLib(filled)
      expect([panelist, seen]).toEqual([stamp.value, answers])
    },
    120_000,
  )
}

test('a form that nobody filled says nothing', async () => {
  expect(await readBack(blankOf(8))).toEqual({ stamp: stamp.value, values: {} })
})

test('a form filled in one program goes on in the other', async () => {
  const [first, second] = [answerAll(8), { 'summary:for': 'Changed', 'summary:against': 'Д🙂' }]
  const once = await fillWithPdfLib(blankOf(8), first)
  const twice = await fillWithPdfJs(once, second)
  expect((await readBack(twice)).values).toEqual({ ...first, ...second })
}, 60_000)
