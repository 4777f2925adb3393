import { afterAll, beforeAll, expect, test } from 'vitest'
import { packZip, unpackZip } from '#app/domains/question-bank/bank-files/zip.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let manager: string
beforeAll(async () => {
  server = await startTestServer()
  manager = addPerson(server.db, { access: 'manager' }).id
}, 30_000)
afterAll(() => server.close())

function load(files: { path: string; text: string }[], as: string, formKey = newId()): Promise<Response> {
  const body = new FormData()
  body.set('formKey', formKey)
  body.set('file', new File([packZip(files)], 'ours.zip', { type: 'application/zip' }))
  return server.request(paths.bankFiles(), { as, form: body })
}

function ours() {
  const [first] = shippedRubrics().questions
  if (!first) throw new Error('no question')
  return {
    path: 'questions/our-own.json',
    text: JSON.stringify({ ...first, id: 'our-own', title: 'Our own' }),
  }
}

test('the bank comes as a zip with a file for each question', async () => {
  const answer = await server.request(paths.bankZip(), { as: manager })
  expect(answer.headers.get('Content-Type')).toBe('application/zip')
  const files = unpackZip(new Uint8Array(await answer.arrayBuffer()))
  if ('problem' in files) throw new Error(files.problem)
  const questions = files.filter((file) => file.path.startsWith('rubrics/questions/'))
  expect(questions).toHaveLength(shippedRubrics().questions.length)
})

test('loaded files are in the bank until the load is undone', async () => {
  const loaded = await load([ours()], manager)
  expect(loaded.status).toBe(302)
  const page = (loaded.headers.get('Location') ?? '').replace('?done=loaded', '')
  expect((await server.request(paths.question('our-own'), { as: manager })).status).toBe(200)
  expect(await (await server.request(page, { as: manager })).text()).toContain('Our own')
  expect((await server.request(page, { as: manager, method: 'POST', form: {} })).status).toBe(302)
  expect((await server.request(paths.question('our-own'), { as: manager })).status).toBe(404)
  expect((await server.request(page, { as: manager, method: 'POST', form: {} })).status).toBe(409)
})

test('wrong files are named by line, and nothing is loaded', async () => {
  const answer = await load([ours(), { path: 'roles/x.json', text: '{\n"id": 3}' }], manager)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('roles/x.json')
  expect((await server.request(paths.question('our-own'), { as: manager })).status).toBe(404)
})

test('what is no zip is refused in words', async () => {
  const body = new FormData()
  body.set('formKey', newId())
  body.set('file', new File(['hello'], 'hello.txt'))
  const answer = await server.request(paths.bankFiles(), { as: manager, form: body })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('This is not a zip file')
})

test('an interviewer takes the files out and may not load any', async () => {
  const interviewer = addPerson(server.db, { access: 'interviewer' }).id
  expect((await server.request(paths.bankZip(), { as: interviewer })).status).toBe(200)
  expect((await load([ours()], interviewer)).status).toBe(403)
})
