import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountLevels, can } from '#app/domains/people/access.ts'
import { paths } from '#app/paths.ts'
import { questionPair } from '#db/schema/question-bank.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'
import { addTwin } from '#tests/support/twin.ts'

const pair = { aId: 'a-tin', bId: 'b-jar' }
let server: TestServer
let manager: string
beforeAll(async () => {
  server = await startTestServer()
  manager = addPerson(server.db, { access: 'manager' }).id
  const [original] = shippedRubrics().questions
  if (!original) throw new Error('no question')
  addTwin(server.db, original, { id: pair.aId, title: 'A tin of pears' })
  addTwin(server.db, original, { id: pair.bId, title: 'A jar of plums' })
}, 30_000)
afterAll(() => server.close())

const page = paths.nearDuplicates()
const send = (form: Record<string, string>, as: string | undefined = manager) =>
  server.request(page, { as, method: 'POST', form })
const textOf = async (path: string, as = manager) => (await server.request(path, { as })).text()
const stored = () => server.db.select().from(questionPair).all()

test('a pair is said to ask the same, stands first, and is taken back, all by plain forms', async () => {
  expect(await textOf(page)).toContain('A jar of plums')
  const said = await send({ ...pair, verdict: 'same' })
  expect(said.status).toBe(302)
  expect(said.headers.get('Location')).toBe(`${page}?done=same_${pair.aId}_${pair.bId}_none`)
  expect(await textOf(page)).toContain('They ask the same')
  expect(stored()).toMatchObject([{ ...pair, verdict: 'same', decidedBy: manager }])
  await send({ ...pair, verdict: 'none' })
  expect(stored()).toEqual([])
})

test('said on the page of a question, the answer leads back to it', async () => {
  expect(await textOf(paths.question(pair.aId))).toContain('Asks nearly the same')
  const said = await send({ ...pair, verdict: 'different', from: pair.aId })
  expect(said.headers.get('Location')).toMatch(`${paths.question(pair.aId)}?done=different_`)
  await send({ ...pair, verdict: 'none' })
})

test('whoever may not edit the bank reads the pairs, is offered no button, and is refused', async () => {
  for (const access of accountLevels.filter((level) => !can(level, 'bank.edit', 'other'))) {
    const as = addPerson(server.db, { access }).id
    const text = await textOf(page, as)
    expect(text).toContain('A jar of plums')
    expect(text).not.toContain('name="verdict"')
    expect((await send({ ...pair, verdict: 'same' }, as)).status).toBe(403)
  }
  expect((await server.request(page, { method: 'POST', form: { ...pair, verdict: 'same' } })).status).toBe(
    401,
  )
  expect(stored()).toEqual([])
})

test('a question that does not exist is not found, and nonsense changes nothing', async () => {
  expect((await send({ ...pair, bId: 'nothing', verdict: 'same' })).status).toBe(404)
  expect((await send({ aId: pair.aId, bId: pair.aId, verdict: 'same' })).status).toBe(422)
  expect((await send({ ...pair, verdict: 'maybe' })).status).toBe(422)
  expect((await send({ ...pair, verdict: 'same', from: 'x'.repeat(65) })).status).toBe(422)
  expect((await send({})).status).toBe(422)
  expect(stored()).toEqual([])
})

test('where the answer leads is always a page of ours', async () => {
  const answer = await send({ ...pair, verdict: 'same', from: '/example.org' })
  expect(new URL(answer.headers.get('Location') ?? '', server.url).origin).toBe(server.url)
  await send({ ...pair, verdict: 'none' })
})

test('a page that cannot be is the first, and one past the end the last', async () => {
  for (const query of ['?page=0', '?page=x', '?page=-1', '?page=99999', '?page=1e9'])
    expect((await server.request(page + query, { as: manager })).status, query).toBe(200)
})
