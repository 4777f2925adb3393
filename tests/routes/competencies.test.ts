import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { addPerson } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let manager: string
let interviewer: string
beforeAll(async () => {
  server = await startTestServer()
  manager = addPerson(server.db, { access: 'manager', name: 'Mina Leader' }).id
  interviewer = addPerson(server.db, { access: 'interviewer' }).id
}, 30_000)
afterAll(() => server.close())

const typed = {
  name: 'Cost & awareness',
  definition: 'Knows what a choice <b>costs</b> to run.',
  'looksLike.0': 'Names the dearest part',
  'looksLike.3': 'Compares by the month',
}

async function read(path: string, as = manager): Promise<string> {
  const answer = await server.request(path, { as })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const formKeyIn = (html: string) => /name="formKey" value="([^"]+)"/.exec(html)?.[1] ?? ''
const post = (path: string, form: Record<string, string>, as = manager) => server.request(path, { as, form })

async function create(name: string): Promise<string> {
  const formKey = formKeyIn(await read(paths.newCompetency()))
  const answer = await post(paths.newCompetency(), { ...typed, name, formKey })
  expect(answer.status).toBe(302)
  return (answer.headers.get('Location') ?? '').split('?')[0] ?? ''
}

test('the form works without scripts, twice is once, and its address is its name', async () => {
  const formKey = formKeyIn(await read(paths.newCompetency()))
  for (let i = 0; i < 2; i++) {
    const answer = await post(paths.newCompetency(), { ...typed, formKey })
    expect(answer.headers.get('Location')).toBe(`${paths.competency('cost-awareness')}?done=created`)
  }
  const page = await read(paths.competency('cost-awareness'))
  expect(page).toContain('Knows what a choice &lt;b&gt;costs&lt;/b&gt; to run.')
  const list = await read(paths.competencies({ q: 'COSTS run' }))
  expect(list).toContain('1 competency')
})

test('what is missing is said at its field, and what was typed comes back', async () => {
  const formKey = formKeyIn(await read(paths.newCompetency()))
  const answer = await post(paths.newCompetency(), {
    ...typed,
    name: 'x',
    definition: 'y'.repeat(301),
    'looksLike.3': '',
    formKey,
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const words of [
    'Give the competency a name of three letters or more.',
    'Keep it to 300 letters.',
    'Give at least two things by which one recognises it.',
    'y'.repeat(301),
    'Names the dearest part',
  ])
    expect(page).toContain(words)
  expect(formKeyIn(page)).not.toBe('')
})

test('a form with a key or a base that no page of ours sends is refused without a trace', async () => {
  for (const formKey of ['', 'short', 'x'.repeat(200)])
    expect((await post(paths.newCompetency(), { ...typed, formKey })).status).toBe(404)
  for (const base of ['', '0', '-1', '1e99', 'abc'])
    expect((await post(paths.editCompetency('reliability'), { ...typed, base })).status).toBe(404)
})

test('two tabs: the second save shows both, and the person chooses', async () => {
  const at = await create('Two tabs')
  const id = at.split('/').at(-1) ?? ''
  const other = addPerson(server.db, { access: 'administrator', name: 'Ada Minister' }).id
  const mine = { ...typed, name: 'Two tabs', definition: 'My own words about it.', base: '1' }
  expect(
    (await post(paths.editCompetency(id), { ...mine, definition: 'Their words about it.' }, other)).status,
  ).toBe(302)
  const answer = await post(paths.editCompetency(id), mine)
  expect(answer.status).toBe(409)
  const page = await answer.text()
  for (const words of ['Ada Minister', 'Two versions, choose', 'My own words about it.', 'Their'])
    expect(page).toContain(words)
  const chosen = await post(paths.editCompetency(id), { ...mine, over: '2' })
  expect(chosen.headers.get('Location')).toBe(`${paths.competency(id)}?done=saved`)
  expect(await read(paths.competency(id))).toContain('My own words about it.')
  const versions = await read(paths.competencyVersions(id))
  for (const words of ['Version 1', 'Version 2', 'Version 3', 'Definition']) expect(versions).toContain(words)
  const same = await post(paths.editCompetency(id), { ...mine, base: '3' })
  expect(same.headers.get('Location')).toBe(`${paths.competency(id)}?done=unchanged`)
})

test('archived says who, leaves the list, and comes back', async () => {
  const at = await create('Put away')
  expect((await post(`${at}?index`, { intent: 'archive' })).status).toBe(302)
  expect(await read(at)).toContain('Archived by Mina Leader')
  expect(await read(paths.competencies())).not.toContain('Put away')
  expect(await read(paths.competencies({ archived: '1' }))).toContain('Put away')
  expect((await post(`${at}?index`, { intent: 'bring-back' })).status).toBe(302)
  expect(await read(paths.competencies())).toContain('Put away')
})

test('archiving one that roles weigh says which, and what happens', async () => {
  const at = paths.competency('reliability')
  await post(`${at}?index`, { intent: 'archive' })
  const page = await read(at)
  expect(page).toContain('Integration architect')
  expect(page).toMatch(/\d+ questions are rated for it/)
  expect(page).toContain('its weight goes on counting')
  await post(`${at}?index`, { intent: 'bring-back' })
})

test('whoever may only read gets 403 for every change, and no button for it', async () => {
  const at = paths.competency('reliability')
  for (const [path, form] of [
    [`${at}?index`, { intent: 'archive' }],
    [paths.competencyVersions('reliability'), { number: '1', base: '1' }],
    [paths.editCompetency('reliability'), { ...typed, base: '1' }],
    [paths.newCompetency(), typed],
  ] as const)
    expect((await post(path, form, interviewer)).status, path).toBe(403)
  const page = await read(at, interviewer)
  for (const words of ['Archive', paths.editCompetency('reliability')]) expect(page).not.toContain(words)
  expect(await read(paths.competencies(), interviewer)).not.toContain(paths.newCompetency())
})

test('an unknown competency is not found, however it is asked for', async () => {
  for (const path of [paths.competency('no'), paths.editCompetency('no'), paths.competencyVersions('no')])
    expect((await server.request(path, { as: manager })).status, path).toBe(404)
  const edit = await post(paths.editCompetency('no'), { ...typed, base: '1' })
  expect(edit.status).toBe(404)
  expect((await post(`${paths.competency('no')}?index`, { intent: 'archive' })).status).toBe(404)
})
