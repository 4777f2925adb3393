import { expect, test } from 'vitest'
import type { AccessCopy } from '#app/domains/debrief/access-copy/access-copy.ts'
import { writeHeadline } from '#app/domains/debrief/headline.ts'
import { computeCoverage } from '#app/domains/panels/coverage.ts'
import { trimPlan } from '#app/domains/panels/panel-views.ts'
import { buildCard, buildRated, recordOf } from '#tests/support/printed.ts'
import { listLongLines, listOverflow, readPdf } from '#tests/support/read-pdf.ts'
import { snapshotOf } from '#tests/support/round.ts'
import { margin } from './parts/theme.ts'
import {
  renderAccessCopy,
  renderComparison,
  renderDebrief,
  renderPanel,
  renderScorecard,
} from './render.server.ts'

const token = 'x'.repeat(400)
const hostile = `<b>Ana</b> \u0000\u0007\u202Eevil\u202C (a) \\ [b] %PDF Nguyễn Дмитрий Ελένη Łódź ${token}`
/** What of it is printed, without gaps and the hyphens of cut words. */
const printed = lettersOf(`<b>Ana</b> evil (a) \\ [b] %PDF Nguyễn Дмитрий Ελένη Łódź ${token}`)
const note = 'The order went out twice, since the key was made anew. '.repeat(60).slice(0, 3000).trim()

function lettersOf(text: string): string {
  return text.replaceAll(/[\s-]/g, '')
}

/** 115 mm at 10 to 12 points; the footer is one line and leads to no other. */
const readable = { from: 10, to: 12, longest: 327, bottom: margin + 20 }

const times = { held: 'Mon 14 Sep, 10:00', submitted: 'Mon 14 Sep, 11:02', amended: [] }
type Style = { paper: 'a4' | 'letter'; size: 'compact' | 'clear' }

const documents: Record<string, (style: Style) => Promise<Uint8Array>> = {
  'a scorecard': (style) => {
    const card = buildCard()
    const questions = card.questions.map((question) => ({ ...question, evidence: hostile, answer: note }))
    return renderScorecard({
      card: { ...card, candidateName: hostile, summaryFor: note, questions },
      times,
      ...style,
      ink: 'grey',
      createdAt: new Date(0),
    })
  },
  'a debrief': (style) =>
    renderDebrief({
      debrief: buildRated(['Ana', hostile]),
      records: [recordOf({ notes: [{ title: hostile, note, isDone: true }] })],
      asOf: 'now',
      ...style,
      ink: 'grey',
      createdAt: new Date(0),
    }),
  'a comparison': (style) => {
    const { comparison } = buildRated(['Ana', hostile])
    const headline = writeHeadline(comparison.rows)
    return renderComparison({
      comparison,
      headline,
      decisions: {},
      asOf: note.slice(0, 40),
      ...style,
      ink: 'grey',
      createdAt: new Date(0),
    })
  },
  'a plan': (style) => {
    const plan = trimPlan(snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [['a']] }))
    return renderPanel({
      plan,
      coverage: computeCoverage(plan),
      names: { a: hostile },
      problems: [note],
      explained: [{ title: hostile, lines: [note, hostile] }],
      version: null,
      statusWords: 'Draft',
      ...style,
      ink: 'grey',
      createdAt: new Date(0),
    })
  },
  'a copy for the candidate': (style) =>
    renderAccessCopy({ copy: copyOf(), asOf: 'now', ...style, ink: 'grey', createdAt: new Date(0) }),
}

function copyOf(): AccessCopy {
  const question = {
    prompt: hostile,
    competencyName: 'Debugging',
    ratingWords: '3 Good',
    evidence: note,
    answer: 'line\n'.repeat(120),
    signals: [],
  }
  return {
    candidate: { name: 'Ana', code: 'K7M2', email: null, cvUrl: null, added: 'then' },
    applications: [
      {
        panelName: 'Autumn',
        roleName: 'Engineer',
        added: 'then',
        withdrawn: null,
        sessions: [],
        missing: 0,
        early: [],
        record: recordOf(),
        cards: [
          {
            writer: 'Interviewer A',
            isShadow: false,
            interview: 'A Craft',
            submitted: 'then',
            recommendation: 'Yes',
            recommendationReason: '',
            summaryFor: note,
            summaryAgainst: '',
            deviations: [],
            questions: [question, question],
            amendments: [],
          },
        ],
      },
    ],
  }
}

test.each(
  Object.keys(documents).flatMap((name) =>
    (
      [
        { paper: 'a4', size: 'compact' },
        { paper: 'letter', size: 'clear' },
      ] as const
    ).map((style) => [name, style] as const),
  ),
)(
  'on %s (%o) hostile text is text, long notes are whole, and nothing leaves its margins',
  async (name, style) => {
    const pdf = await documents[name]?.(style)
    if (!pdf) throw new Error(`no ${name}`)
    const text = lettersOf((await readPdf(pdf)).pages.join(' '))
    expect(text).toContain(printed)
    if (name !== 'a comparison') {
      // Where a page ends inside a sentence, its footer stands in it.
      const sentences = text.split(lettersOf('since the key was made anew')).length - 1
      expect(sentences).toBeGreaterThanOrEqual(note.split('since the key').length - 3)
    }
    expect(text).not.toMatch(/\p{Cc}|\p{Cf}/u)
    expect(await listOverflow(pdf, margin)).toEqual([])
    expect(await listLongLines(pdf, readable)).toEqual([])
  },
  60_000,
)
