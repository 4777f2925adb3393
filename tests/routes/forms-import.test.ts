import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { panelVersion } from '#db/schema/panels.ts'
import { fieldOp, scorecard, scorecardField, session } from '#db/schema/scorecards.ts'
import { applyPreview, bringForms, fetchForm } from '#tests/support/bring-forms.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { fillWithPdfJs, fillWithPdfLib, type Answers } from '#tests/support/fill-form.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// The first document waits for the press.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const now = roundStartMs + 86_400_000
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 6 })
})
afterAll(() => server.close())

type Card = ReturnType<typeof pickCard>

/** Each test has a candidate of its own. */
let used = 0
function nextCard(): Card {
  used += 1
  const perCandidate = round.candidates[0]?.sessions.flatMap((session) => session.cards).length ?? 1
  return pickCard(round, used % perCandidate, Math.floor(used / perCandidate))
}

function questionOf(card: Card): string {
  return card.interview.questions[0]?.questionId ?? ''
}

function fieldsOf(card: Card): Record<string, unknown> {
  const rows = server.db
    .select()
    .from(scorecardField)
    .where(eq(scorecardField.scorecardId, card.cardId))
    .all()
  return Object.fromEntries(rows.map((row) => [row.field, row.value]))
}

function operationsOf(card: Card) {
  return server.db.select().from(fieldOp).where(eq(fieldOp.scorecardId, card.cardId)).all()
}

async function filledForm(card: Card, answers: Answers): Promise<Uint8Array> {
  return fillWithPdfLib(await fetchForm(server, paths.formPdf(card.cardId), card.person.id), answers)
}

/** Saves one field online, as the live card does. */
async function saveOnline(card: Card, operation: { field: string; base: number; value: unknown }) {
  const json = { operations: [{ opId: crypto.randomUUID(), scorecardId: card.cardId, ...operation }] }
  const answer = await server.request(paths.operations(), { as: card.person.id, json })
  expect(await answer.text()).toContain('"applied"')
}

test('what was filled offline is shown first, then saved, and stands on the card; twice changes nothing', async () => {
  const card = nextCard()
  const id = questionOf(card)
  const said = 'Łódź, Nguyễn 🙂 שלום\nsecond line'
  const bytes = await filledForm(card, {
    [`rating:${id}`]: '3',
    [`evidence:${id}`]: said,
    [`signals:${id}:strong-1`]: 'on',
    recommendation: 'yes',
    'summary:for': 'Careful',
  })
  const preview = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  expect(preview.status).toBe(200)
  expect(preview.words).toContain('One scorecard would change.')
  expect(preview.words).toContain('3 Good')
  expect(fieldsOf(card)).toEqual({})

  const applied = await applyPreview(server, preview.html, card.person.id)
  expect([applied.status, applied.headers.get('Location')]).toEqual([
    302,
    paths.importForms({ cards: card.cardId }),
  ])
  expect(fieldsOf(card)).toEqual({
    [`rating:${id}`]: { state: 'rated', level: 3 },
    [`evidence:${id}`]: said,
    [`signals:${id}`]: [card.interview.questions[0]?.content.signals.strong[0]],
    recommendation: 'yes',
    'summary:for': 'Careful',
  })
  const log = operationsOf(card)
  expect(log.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'applied'))

  const next = await server.request(paths.importForms({ cards: card.cardId }), { as: card.person.id })
  expect(await next.text()).toContain(paths.fillScorecard(card.cardId))
  const again = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  expect(again.words).toContain('Nothing would change')
  expect((await applyPreview(server, preview.html, card.person.id)).status).toBe(302)
  expect(operationsOf(card)).toEqual(log)
})

test('a form filled in another viewer changes only what was touched, whatever was saved online since', async () => {
  const card = nextCard()
  const id = questionOf(card)
  fillCard(server.db, card, { now, level: 2, text: 'Before', submit: false })
  const blank = await fetchForm(server, paths.formPdf(card.cardId), card.person.id)
  const bytes = await fillWithPdfJs(blank, { 'summary:against': 'Slow to start' })
  await saveOnline(card, { field: `evidence:${id}`, base: 1, value: 'Online since' })
  const preview = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  expect(preview.words).toContain('Slow to start')
  expect(preview.words).not.toContain('changed online too')
  await applyPreview(server, preview.html, card.person.id)
  expect(fieldsOf(card)).toMatchObject({
    [`evidence:${id}`]: 'Online since',
    'summary:against': 'Slow to start',
  })
})

test.each([
  ['online', 'Online'],
  ['form', 'In the form'],
  ['both', 'Online\n\nIn the form'],
] as const)(
  'of two texts the one that was chosen stands (%s), and the save log has both',
  async (take, stands) => {
    const card = nextCard()
    const field = `evidence:${questionOf(card)}`
    const bytes = await filledForm(card, { [field]: 'In the form' })
    await saveOnline(card, { field, base: 0, value: 'Online' })
    const preview = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
    expect(preview.words).toContain('changed online too')
    expect(preview.words).toMatch(/Online Online.*In the form In the form/)
    const value = take === 'online' ? take : `${take}:1`
    const applied = await applyPreview(server, preview.html, card.person.id, {
      [`${card.cardId} ${field}`]: value,
    })
    expect(applied.status).toBe(302)
    expect(fieldsOf(card)[field]).toBe(stands)
    const texts = operationsOf(card).map((operation) => String(operation.value))
    expect(texts).toContain('Online')
    expect(texts.some((text) => text.includes('In the form'))).toBe(true)
  },
)

test('what changed online after the preview is not run over: the page says so', async () => {
  const card = nextCard()
  const bytes = await filledForm(card, { 'summary:for': 'Form', 'summary:against': 'Form' })
  const preview = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  await saveOnline(card, { field: 'summary:for', base: 0, value: 'Online' })
  const applied = await applyPreview(server, preview.html, card.person.id)
  expect(applied.status).toBe(409)
  expect(await applied.text()).toContain('changed online meanwhile')
  expect(fieldsOf(card)).toMatchObject({ 'summary:for': 'Online', 'summary:against': 'Form' })
})

test('whoever types in paper cards brings the form back for the interviewer, who then submits', async () => {
  const card = nextCard()
  const path = paths.formPdfFor(card.sessionId, card.person.id)
  const bytes = await fillWithPdfLib(await fetchForm(server, path, round.coordinator.id), {
    recommendation: 'no',
  })
  const preview = await bringForms(server, [{ name: 'theirs.pdf', bytes }], round.coordinator.id)
  expect(preview.words).toContain(card.person.name)
  expect((await applyPreview(server, preview.html, round.coordinator.id)).status).toBe(302)
  expect(fieldsOf(card)).toEqual({ recommendation: 'no' })
  const row = server.db.select().from(scorecard).where(eq(scorecard.id, card.cardId)).get()
  expect([row?.enteredBy, row?.status]).toEqual([round.coordinator.id, 'draft'])
})

test('the form of another is the same to an interviewer whether its card is empty, filled or handed in', async () => {
  const cards = [nextCard(), nextCard(), nextCard()]
  const [empty, draft, done] = cards
  if (!empty || !draft || !done) throw new Error('no cards')
  const forms = await Promise.all(cards.map((card) => filledForm(card, { 'summary:for': 'x' })))
  fillCard(server.db, draft, { now, submit: false })
  fillCard(server.db, done, { now })
  const stranger = round.interviewers.at(-1)?.id ?? ''
  const answers = []
  for (const bytes of forms) {
    const { words } = await bringForms(server, [{ name: 'one.pdf', bytes }], stranger)
    answers.push(words)
  }
  expect(answers[0]).toContain('is not yours to fill')
  expect(new Set(answers).size).toBe(1)
})

test('a card that is submitted takes no form, and an outdated one is told from an altered one', async () => {
  const card = nextCard()
  const bytes = await filledForm(card, { 'summary:for': 'late' })
  fillCard(server.db, card, { now })
  const { words } = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  expect(words).toContain('is submitted already')

  const moved = nextCard()
  const before = await filledForm(moved, { 'summary:for': 'Before' })
  const version = server.db.select().from(panelVersion).all()[0]
  if (!version) throw new Error('no version')
  write(server.db, (tx) => {
    tx.insert(panelVersion)
      .values({ ...version, id: 'next-version', number: version.number + 1 })
      .run()
    tx.update(session).set({ panelVersionId: 'next-version' }).where(eq(session.id, moved.sessionId)).run()
  })
  const outdated = await bringForms(server, [{ name: 'mine.pdf', bytes: before }], moved.person.id)
  expect(outdated.words).toContain('have changed since the form was printed')
})

test('each bad file of a zip is refused with its reason, and stops none of the others', async () => {
  const card = nextCard()
  const good = await filledForm(card, { 'summary:for': 'From the zip' })
  const altered = await PDFDocument.load(good)
  const hidden = altered.getForm().getTextField('panelist')
  hidden.disableReadOnly()
  const stamp = hidden.getText() ?? ''
  hidden.setText(stamp.slice(0, -6) + 'AAAAAA')
  const foreign = await PDFDocument.load(good)
  foreign
    .getForm()
    .getTextField('panelist')
    .setText(`AAAAAAAAAAAA${stamp.slice(12)}`)
  const torn = await PDFDocument.load(good)
  torn.getForm().removeField(torn.getForm().getField('summary:against'))
  const flat = await PDFDocument.load(await fetchForm(server, paths.formPdf(card.cardId), card.person.id))
  flat.getForm().flatten()
  const other = await PDFDocument.create()
  other.getForm().createTextField('name').addToPage(other.addPage())
  const save = (document: PDFDocument) => document.save({ updateFieldAppearances: false })
  const zip = zipSync({
    'round/good.pdf': good,
    'round/altered.pdf': await save(altered),
    'round/foreign.pdf': await save(foreign),
    'round/torn.pdf': await save(torn),
    'round/flat.pdf': await save(flat),
    'round/other.pdf': await save(other),
    'round/broken.pdf': good.slice(0, 900),
    'round/empty.pdf': new Uint8Array(),
    'round/words.pdf': new TextEncoder().encode('no PDF at all'),
    'round/list.csv': new TextEncoder().encode('a,b'),
    'twice.pdf': good,
  })
  const { words, html } = await bringForms(server, [{ name: 'all.zip', bytes: zip }], card.person.id)
  for (const [name, reason] of [
    ['altered.pdf', 'was altered beyond its fields'],
    ['foreign.pdf', 'another installation'],
    ['torn.pdf', 'was altered beyond its fields'],
    ['flat.pdf', 'has no fields left'],
    ['other.pdf', 'no scorecard of Panelist'],
    ['broken.pdf', 'is damaged'],
    ['empty.pdf', 'is empty'],
    ['words.pdf', 'not a PDF'],
    ['list.csv', 'not a PDF'],
    ['twice.pdf', 'in this selection twice'],
  ] as const)
    expect(words).toMatch(new RegExp(`${name.replace('.', '\\.')}[^.]{0,80}${reason}`))
  expect(words).toContain('One scorecard would change. 10 files are not taken.')
  expect((await applyPreview(server, html, card.person.id)).status).toBe(302)
  expect(fieldsOf(card)).toEqual({ 'summary:for': 'From the zip' })
})

test('what a preview carries is checked again: a changed stamp saves nothing', async () => {
  const card = nextCard()
  const bytes = await filledForm(card, { 'summary:for': 'x' })
  const { html } = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  const forged = html.replace(/(&quot;stamp&quot;:&quot;[\w-]{12}\.[\w-]{20})[\w-]/, '$1_')
  expect(forged).not.toBe(html)
  const answer = await applyPreview(server, forged, card.person.id)
  expect([answer.status, fieldsOf(card)]).toEqual([409, {}])
})

test('nothing chosen, and a text that does not fit, are said in words', async () => {
  const card = nextCard()
  expect((await bringForms(server, [], card.person.id)).status).toBe(422)
  const long = 'x'.repeat(20_001)
  const bytes = await filledForm(card, { 'summary:for': long, 'summary:against': 'fits' })
  const { words, html } = await bringForms(server, [{ name: 'mine.pdf', bytes }], card.person.id)
  expect(words).toContain('longer than 20,000 characters')
  await applyPreview(server, html, card.person.id)
  expect(fieldsOf(card)).toEqual({ 'summary:against': 'fits' })
})

test('an observer brings no forms back', async () => {
  expect((await server.request(paths.importForms(), { as: round.observer.id })).status).toBe(403)
})
