import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessLevels } from '#app/domains/people/access.ts'
import { paths } from '#app/paths.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let reader: string
beforeAll(async () => {
  server = await startTestServer()
  reader = addPerson(server.db, { access: 'observer' }).id
}, 30_000)
afterAll(() => server.close())

const pages = [
  paths.questions(),
  paths.question('api-monday-evening'),
  paths.roles(),
  paths.role('integration-architect'),
]

async function textOf(path: string): Promise<string> {
  const answer = await server.request(path, { as: reader })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('everybody who is signed in reads the bank, and nobody else', async () => {
  const people = accessLevels.map((access) => addPerson(server.db, { access }).id)
  for (const path of pages) {
    for (const as of people) expect((await server.request(path, { as })).status, path).toBe(200)
    const signedOut = await server.request(path)
    expect(signedOut.status).toBe(302)
    expect(signedOut.headers.get('Location')).toBe(paths.signIn(path))
  }
})

test('a question or role that does not exist is not found', async () => {
  for (const path of [paths.question('nothing'), paths.role('nothing'), paths.question('x'.repeat(99))])
    expect((await server.request(path, { as: reader })).status, path).toBe(404)
})

test('the search works as a plain form, and says when nothing fits', async () => {
  expect(await textOf(paths.questions({ q: 'webhook' }))).toContain('Who sent this webhook?')
  expect(await textOf(paths.questions({ q: 'zzzz', difficulty: 'hard' }))).toContain('No question fits')
})

test('a filter that cannot be is no filter, and syntax of the index is only text', async () => {
  const count = `${shippedRubrics().questions.length} questions`
  const wrong = { role: 'no-such', kind: 'odd', difficulty: '9', minutes: '-1' }
  expect(await textOf(paths.questions({ ...wrong, role: undefined }))).toContain(count)
  expect(await textOf(paths.questions({ q: '"' }))).toContain(count)
  expect(await textOf(paths.questions({ q: 'title:" OR *)' }))).toContain('0 questions')
})

test('only who may create a panel is offered to assemble one', async () => {
  expect(await textOf(paths.role('integration-architect'))).not.toContain('Assemble a panel')
  const manager = addPerson(server.db, { access: 'manager' }).id
  const answer = await server.request(paths.role('integration-architect'), { as: manager })
  const page = await answer.text()
  expect(page).toContain('Assemble a panel')
  expect(page).toContain(paths.newPanel({ role: 'integration-architect' }))
})
