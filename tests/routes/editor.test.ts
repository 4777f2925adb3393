import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { seedContent } from '#db/seed.ts'
import { addRound, addPerson, roundStartMs, type Round } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db)
}, 30_000)
afterAll(() => server.close())

const shipped = shippedRubrics().questions.filter((question) => question.kind !== 'behavioural')
const questionAt = (i: number) => {
  const question = shipped[i]
  if (!question) throw new Error(`there is no question ${i}`)
  return question
}

/** The editor's form for a question, as the page would send it. */
function formOf(i: number, over: Record<string, string> = {}): Record<string, string> {
  const { id: _, ...question } = questionAt(i)
  const lines = (name: string, texts: readonly string[]) =>
    Object.fromEntries(texts.map((text, at) => [`${name}.${at}`, text]))
  const anchors = question.rubrics.flatMap(({ scale, anchors: all }) =>
    all.map(({ level, text }) => [`anchors.${scale}.${level}`, text]),
  )
  return {
    ...question,
    minutes: String(question.minutes),
    otherCompetencies: '',
    roles: question.roles[0] ?? '',
    ...lines('probes', question.probes),
    rubrics: '',
    ...Object.fromEntries(anchors),
    signals: '',
    ...lines('signals.strong', question.signals.strong),
    ...lines('signals.weak', question.signals.weak),
    tags: (question.tags ?? []).join(', '),
    sources: '',
    formKey: `form-${i}`,
    revision: '',
    base: '1',
    save: 'bank',
    ...over,
  }
}

async function send(path: string, as: string | undefined, form: Record<string, string>) {
  const answer = await server.request(path, { as, form })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

async function read(path: string, as: string) {
  const answer = await server.request(path, { as })
  return { status: answer.status, text: await answer.text() }
}

test('before any script runs, a draft is saved, comes back as typed, and says what it lacks', async () => {
  const { manager } = round
  const saved = await send(paths.newQuestion(), manager.id, {
    title: 'Only a title',
    'probes.2': 'The third box',
    save: 'draft',
    formKey: 'plain',
  })
  expect(saved.status).toBe(302)
  const page = await read(saved.to ?? '', manager.id)
  expect(page.text).toContain('value="Only a title"')
  expect(page.text).toMatch(/name="probes.2"[^>]*>The third box</)
  expect(page.text).toContain('Write the prompt.')
  expect(page.text).toContain('Write at least 2 probes; there is 1.')
  const again = await send(paths.newQuestion(), manager.id, {
    title: 'Only a title',
    'probes.2': 'The third box',
    save: 'draft',
    formKey: 'plain',
  })
  expect(again.to).toBe(saved.to)
})

test('what is missing stands at its field, and nothing typed is lost', async () => {
  const answer = await send(
    paths.newQuestion(),
    round.manager.id,
    formOf(0, { prompt: '', title: 'Mine & yours' }),
  )
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/<p id="field-prompt-error"[^>]*>.*Write the prompt\./)
  expect(answer.text).toContain('value="Mine &amp; yours"')
  expect(answer.text).toContain(questionAt(0).followUp)
})

test('a form that arrives without a sign-in comes back to be sent again', async () => {
  const answer = await send(paths.newQuestion(), undefined, {
    title: 'Kept "words"',
    save: 'draft',
    formKey: 'signed-out',
  })
  expect(answer.status).toBe(401)
  expect(answer.text).toContain('Send what I typed again')
  expect(answer.text).toContain('name="title" value="Kept &quot;words&quot;"')
  expect(answer.text).toContain(`action="${paths.newQuestion()}"`)
})

test('two people edit one question: the second sees both, and only a second save replaces the first', async () => {
  const { id, title } = questionAt(1)
  const path = paths.editQuestion(id)
  const first = await send(path, round.administrator.id, formOf(1, { title: 'By the first' }))
  expect(first.to).toBe(`${paths.question(id)}?done=changed`)
  const mine = formOf(1, { title: 'By the second' })
  const second = await send(path, round.manager.id, mine)
  expect(second.status).toBe(409)
  expect(second.text).toContain('Two versions, choose')
  expect(second.text).toContain('Ada Minister')
  expect(second.text).toMatch(/<del[^>]*>.*first.*<\/del>/)
  expect(second.text).toMatch(/<ins[^>]*>.*second.*<\/ins>/)
  expect(second.text).toContain('value="By the second"')
  expect(second.text).toContain('name="base" value="2"')
  expect((await read(paths.question(id), round.manager.id)).text).toContain('By the first')
  const third = await send(path, round.manager.id, { ...mine, base: '2' })
  expect(third.to).toBe(`${paths.question(id)}?done=changed`)
  const versions = await read(paths.questionVersions(id, { from: '1', to: '3' }), round.observer.id)
  expect(versions.text).toContain('By the second')
  expect(versions.text).toContain(title)
  expect(versions.text).not.toContain('<button type="submit" name="number"')
})

test('an interviewer edits their own question, and of others not a trace', async () => {
  const interviewer = addPerson(server.db, { access: 'interviewer', name: 'Ivo Asks' })
  const made = await send(paths.newQuestion(), interviewer.id, formOf(2, { title: 'By an interviewer' }))
  expect(made.to).toBe(`${paths.question('by-an-interviewer')}?done=added`)
  expect((await read(paths.editQuestion('by-an-interviewer'), interviewer.id)).status).toBe(200)
  const { id } = questionAt(3)
  expect((await read(paths.question(id), interviewer.id)).text).not.toContain(paths.editQuestion(id))
  for (const path of [paths.editQuestion(id), paths.draft(round.draftId)]) {
    expect((await read(path, interviewer.id)).status, path).toBe(404)
    expect((await send(path, interviewer.id, formOf(3))).status, path).toBe(404)
  }
  expect((await send(paths.question(id), interviewer.id, { intent: 'archive' })).status).toBe(404)
  expect((await send(paths.questionVersions(id), interviewer.id, { number: '1', base: '1' })).status).toBe(
    404,
  )
  const discard = { intent: 'discard', draftId: round.draftId }
  expect((await send(`${paths.drafts()}?index`, interviewer.id, discard)).status).toBe(404)
  expect((await read(paths.drafts(), interviewer.id)).text).not.toContain('Half a thought')
})

test('observers read versions and change nothing', async () => {
  const { id } = questionAt(4)
  const { observer } = round
  expect((await read(paths.questionVersions(id), observer.id)).status).toBe(200)
  for (const [path, form] of [
    [paths.newQuestion(), formOf(4)],
    [paths.editQuestion(id), formOf(4)],
    [paths.question(id), { intent: 'archive' }],
    [paths.questionVersions(id), { number: '1', base: '1' }],
    [paths.offers(), {}],
    [paths.checkDraft(), {}],
  ] as const)
    expect((await send(path, observer.id, form)).status, path).toBe(403)
  const page = await read(paths.questions(), observer.id)
  expect(page.text).not.toContain(paths.newQuestion())
  expect(page.text).not.toContain(paths.drafts())
})

test('what is missing is told while somebody types, and never stored', async () => {
  const answer = await server.request(paths.checkDraft(), {
    as: round.manager.id,
    form: formOf(5, { title: 'x'.repeat(50) }),
  })
  expect(await answer.json()).toEqual({
    missing: [{ field: 'title', message: 'Shorten the title from 50 to at most 32 characters.' }],
  })
})

test('an archived question says by whom, leaves the list, and comes back', async () => {
  const { id, title } = questionAt(6)
  const archived = await send(paths.question(id), round.manager.id, { intent: 'archive' })
  expect(archived.to).toBe(`${paths.question(id)}?done=archived`)
  expect((await read(paths.question(id), round.observer.id)).text).toMatch(
    /Archived by (<!-- -->)?Mina Leader/,
  )
  expect((await read(paths.questions({ q: `"${title}"` }), round.observer.id)).text).not.toContain(
    `href="${paths.question(id)}"`,
  )
  await send(paths.question(id), round.manager.id, { intent: 'bring-back' })
  expect((await read(paths.questions({ q: `"${title}"` }), round.observer.id)).text).toContain(
    `href="${paths.question(id)}"`,
  )
})

test('an upgrade is offered beside what the team wrote, on the list and at the start', async () => {
  const { id } = questionAt(7)
  await send(paths.editQuestion(id), round.manager.id, formOf(7, { title: 'Ours, edited' }))
  const content = shippedRubrics()
  const questions = content.questions.map((item) =>
    item.id === id ? { ...item, title: 'Theirs, newer' } : item,
  )
  seedContent(server.db, { ...content, questions }, roundStartMs)
  for (const path of [paths.home(), paths.questions()]) {
    expect((await read(path, round.manager.id)).text, path).toContain(paths.offers())
    expect((await read(path, round.observer.id)).text, path).not.toContain(paths.offers())
  }
  const page = await read(paths.offers(), round.manager.id)
  expect(page.text).toContain('Ours, edited')
  expect((await read(paths.question(id), round.manager.id)).text).toContain('Ours, edited')
  const decision = { intent: 'take', kind: 'question', id, ours: `${id}@2`, theirs: `${id}@3` }
  expect((await send(paths.offers(), round.manager.id, decision)).status).toBe(302)
  expect((await read(paths.question(id), round.manager.id)).text).toContain('Theirs, newer')
  expect((await send(paths.offers(), round.manager.id, decision)).status).toBe(409)
  expect((await send(paths.offers(), round.manager.id, { ...decision, theirs: 'x@1' })).status).toBe(404)
})
