import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountLevels } from '#app/domains/people/access.ts'
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
  const people = accountLevels.map((access) => addPerson(server.db, { access }).id)
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

/** What a page shows, without its tags and what its scripts carry. */
async function shownAt(path: string): Promise<string> {
  const page = await textOf(path)
  return page
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
}

const all = `${shippedRubrics().questions.length} questions`

test('the search works as a plain form, and says when nothing fits', async () => {
  expect(await shownAt(paths.questions({ q: 'webhook' }))).toContain('Who sent this webhook?')
  expect(await shownAt(paths.questions({ q: 'zzzz', difficulty: 'hard' }))).toContain(
    'No question has “zzzz”',
  )
  const narrowed = await shownAt(paths.questions({ q: 'webhook', competency: 'no-such' }))
  expect(narrowed).toContain('No question fits all these filters')
  expect(narrowed).toMatch(/questions? fits? “webhook” without them/)
})

test('a mistyped word is read as the one that was meant', async () => {
  const shown = await shownAt(paths.questions({ q: 'wehbook' }))
  expect(shown).toContain('Nothing for “wehbook”. Showing “webhook”.')
  expect(shown).toContain('Who sent this webhook?')
})

test('what was found is marked, and what was typed is never markup', async () => {
  expect(await textOf(paths.questions({ q: 'webhook' }))).toMatch(/<mark[^>]*>webhook<\/mark>/)
  const page = await textOf(paths.questions({ q: '<img src=x onerror=alert(1)>' }))
  expect(page).not.toContain('<img')
})

test('several values of a filter widen, several filters narrow, and each is a link that takes it away', async () => {
  const { questions } = shippedRubrics()
  const hard = questions.filter((item) => item.difficulty !== 'medium')
  const both = { difficulty: ['easy', 'hard'], kind: 'technical' }
  const shown = await shownAt(paths.questions(both))
  expect(shown).toContain(`${hard.filter((item) => item.kind === 'technical').length} questions`)
  const page = await textOf(paths.questions(both))
  for (const to of [
    paths.questions({ kind: 'technical', difficulty: 'hard' }),
    paths.questions({ difficulty: ['easy', 'hard'] }),
    paths.questions(),
  ])
    expect(page.replaceAll('&amp;', '&')).toContain(`href="${to}"`)
})

test('a filter that cannot be is no filter, and syntax of the index is only text', async () => {
  const wrong = { kind: 'odd', difficulty: '9', minutes: '-1', role: '<b>', state: 'x', page: '0' }
  expect(await shownAt(paths.questions(wrong))).toContain(all)
  expect(await shownAt(paths.questions({ q: '"' }))).toContain(all)
  expect(await shownAt(paths.questions({ q: 'zzzz:" zzzzz *)' }))).toContain('0 questions')
  expect(await shownAt(paths.questions({ q: 'x'.repeat(5000) }))).toContain('0 questions')
})

test('a page behind the last one leads to the last one', async () => {
  const answer = await server.request(paths.questions({ kind: 'technical', page: '99' }), { as: reader })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toBe(paths.questions({ kind: 'technical' }))
})

test('only who may create a panel is offered to assemble one', async () => {
  expect(await textOf(paths.role('integration-architect'))).not.toContain('Assemble a panel')
  const manager = addPerson(server.db, { access: 'manager' }).id
  const answer = await server.request(paths.role('integration-architect'), { as: manager })
  const page = await answer.text()
  expect(page).toContain('Assemble a panel')
  expect(page).toContain(paths.newPanel({ role: 'integration-architect' }))
})
