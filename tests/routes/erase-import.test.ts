import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { candidate } from '#db/schema/scorecards.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db)
})
afterAll(() => server.close())

const countCandidates = () => server.db.select({ id: candidate.id }).from(candidate).all().length

test('pasted lines are previewed, and their confirmation posted twice imports once', async () => {
  const as = round.coordinator.id
  const text = 'Name\tE-mail\nBo Lind\tbo@example.org\nCy Mar\t\n\tnobody@example.org\n'
  const preview = await server.request(paths.importCandidates(), { as, form: { intent: 'preview', text } })
  const page = await preview.text()
  expect(preview.status).toBe(200)
  for (const words of ['Bo Lind', 'Cy Mar', 'Enter the name.', '2 candidates']) expect(page).toContain(words)
  expect(countCandidates()).toBe(2)

  const rows = JSON.stringify([
    { line: 2, name: 'Bo Lind', email: 'bo@example.org', code: '' },
    { line: 3, name: 'Cy Mar', email: '', code: '' },
  ])
  const form = { intent: 'confirm', formKey: 'import-form-1', rows, panelId: round.panelId }
  const answers = [
    await server.request(paths.importCandidates(), { as, form }),
    await server.request(paths.importCandidates(), { as, form }),
  ]
  expect(answers.map((answer) => answer.headers.get('Location'))).toEqual(
    answers.map(() => `${paths.candidates()}?done=imported-2`),
  )
  expect(countCandidates()).toBe(4)
})

test('neither a file nor a line is answered with what to do, and junk as rows with an error', async () => {
  const as = round.manager.id
  const empty = await server.request(paths.importCandidates(), { as, form: { intent: 'preview', text: ' ' } })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Choose a file that is not empty, or paste the lines below.')
  for (const rows of ['{', '[]', '[{"name":1}]']) {
    const form = { intent: 'confirm', formKey: 'import-form-2', rows }
    expect((await server.request(paths.importCandidates(), { as, form })).status).toBe(422)
  }
})

test('an import is refused to whoever may not edit candidates, and to whoever is signed out', async () => {
  const before = countCandidates()
  const form = {
    intent: 'confirm',
    formKey: 'import-form-3',
    rows: '[{"line":2,"name":"Di","email":"","code":""}]',
  }
  const post = (as?: string) => server.request(paths.importCandidates(), { as, form })
  expect((await post()).status).toBe(401)
  for (const as of [round.observer.id, round.interviewers[0]?.id]) expect((await post(as)).status).toBe(403)
  expect(countCandidates()).toBe(before)
})

test('only managers and administrators erase, and the form posted twice is answered the same', async () => {
  const [person] = round.candidates
  if (!person) throw new Error('no candidate')
  const path = paths.candidate(person.id)
  const form = { intent: 'erase', confirmation: person.name }
  expect((await server.request(path, { form })).status).toBe(401)
  for (const as of [round.coordinator.id, round.observer.id, round.interviewers[0]?.id])
    expect((await server.request(path, { as, form })).status).toBe(403)
  const as = round.manager.id
  expect((await server.request(paths.candidate('nobody'), { as, form })).status).toBe(404)
  const first = await server.request(path, { as, form })
  const second = await server.request(path, { as, form })
  expect([first.status, second.status]).toEqual([302, 302])
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(await (await server.request(path, { as })).text()).not.toContain(person.name)
})
