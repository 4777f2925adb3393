import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
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

const at = paths.role('integration-architect')
const edit = paths.editRole('integration-architect')

async function read(path: string, as = manager): Promise<string> {
  const answer = await server.request(path, { as })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

type Field = [name: string, value: string]

function post(path: string, fields: readonly Field[], as = manager): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return server.request(path, { as, form })
}

/** The fields of a role as its form sends them. */
function fieldsOf(roleId: string): Field[] {
  const role = shippedRubrics().roles.find((item) => item.id === roleId)
  if (!role) throw new Error(`no role ${roleId}`)
  return [
    ['name', role.name],
    ['summary', role.summary],
    ['scale', role.recommendedPanel.scale],
    ...role.competencies.flatMap((entry, i): Field[] => [
      [`competencies.${i}.competency`, entry.competency],
      [`competencies.${i}.weight`, String(entry.weight)],
      [`competencies.${i}.reason`, entry.reason],
      [`competencies.${i}.gate`, entry.gate === null ? '' : String(entry.gate)],
    ]),
    ...role.recommendedPanel.interviews.flatMap((interview, i): Field[] => [
      [`interviews.${i}.focus`, interview.focus],
      [`interviews.${i}.minutes`, String(interview.minutes)],
      ...interview.competencies.map((id): Field => [`interviews.${i}.competencies`, id]),
      ...interview.questions.map((id): Field => [`interviews.${i}.questions`, id]),
    ]),
  ]
}

const withField = (fields: readonly Field[], name: string, value: string): Field[] =>
  fields.map((field) => (field[0] === name ? [name, value] : field))
const countOf = (html: string, words: string) => html.split(words).length - 1

test('rows are added, moved and taken out, and the bank is searched, without scripts and without saving', async () => {
  const typed: Field[] = [
    ...withField(fieldsOf('integration-architect'), 'name', 'Typed name'),
    ['base', '1'],
  ]
  const rows = countOf(await read(edit), 'name="competencies.')
  const step = async (intent: string) => {
    const answer = await post(edit, [...typed, ['intent', intent]])
    expect([intent, answer.status]).toEqual([intent, 200])
    const page = await answer.text()
    expect(page).toContain('value="Typed name"')
    return page
  }
  expect(countOf(await step('add-competency'), 'name="competencies.')).toBe(rows + 4)
  expect(countOf(await step('remove-competency:0'), 'name="competencies.')).toBe(rows - 4)
  expect(await step('add-interview')).toContain('name="interviews.4.focus"')
  expect(await step('find:0')).toContain('what fits this interview first')
  const found = await post(edit, [...typed, ['interviews.1.find', 'webhook'], ['intent', 'enter']])
  const [, questionId] = /add-question:1:([a-z0-9-]+)/.exec(await found.text()) ?? []
  expect(await step(`add-question:1:${questionId}`)).toContain(
    `name="interviews.1.questions" value="${questionId}"`,
  )
  expect(await read(at)).not.toContain('Typed name')
})

test('a role is written without scripts, twice is once, and a panel may start from it', async () => {
  const page = await read(paths.newRole({ copy: 'integration-architect' }))
  expect(page).toContain('A copy of Integration architect')
  const formKey = /name="formKey" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields: Field[] = [
    ...withField(fieldsOf('integration-architect'), 'name', 'Platform architect'),
    ['formKey', formKey],
    ['intent', 'save'],
  ]
  for (let i = 0; i < 2; i++)
    expect((await post(paths.newRole(), fields)).headers.get('Location')).toBe(
      `${paths.role('platform-architect')}?done=created`,
    )
  expect(await read(paths.newPanel())).toContain('Platform architect')
  expect((await server.request(paths.newRole({ copy: 'no-such' }), { as: manager })).status).toBe(404)
})

test('what is wrong is said at its field, and every row comes back as it was typed', async () => {
  let fields = fieldsOf('integration-architect')
  for (const [name, value] of [
    ['name', 'x'],
    ['competencies.0.weight', 'twenty'],
    ['competencies.1.gate', '99'],
    ['competencies.2.reason', ''],
    ['interviews.1.minutes', '5'],
  ] as const)
    fields = withField(fields, name, value)
  const answer = await post(edit, [...fields, ['base', '1'], ['intent', 'save']])
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const words of [
    'Give the role a name of three letters or more.',
    'Give competency 1 a weight, a whole number from 1 to 100.',
    'Give competency 2 a bar from 1 to 9',
    'Say why competency 3 weighs so.',
    'Give interview B whole minutes, from 15 to 180.',
    'value="twenty"',
    'value="99"',
  ])
    expect(page).toContain(words)
  const heavy = withField(fieldsOf('integration-architect'), 'competencies.0.weight', '90')
  const over = await post(edit, [...heavy, ['base', '1'], ['intent', 'save']])
  expect(await over.text()).toContain('The weights must add up to 100.')
})

test('two tabs: the second save shows both, and nothing is lost whichever the person chooses', async () => {
  const role = paths.role('integration-engineer')
  const path = paths.editRole('integration-engineer')
  const save = (summary: string, more: Field[], as = manager) =>
    post(
      path,
      [...withField(fieldsOf('integration-engineer'), 'summary', summary), ['intent', 'save'], ...more],
      as,
    )
  const other = addPerson(server.db, { access: 'administrator', name: 'Ada Minister' }).id
  expect((await save('Builds what they said.', [['base', '1']], other)).status).toBe(302)
  const answer = await save('Builds what I said.', [['base', '1']])
  expect(answer.status).toBe(409)
  const page = await answer.text()
  for (const words of ['Two versions, choose', 'Ada Minister', 'Builds what I said.', 'name="over"'])
    expect(page).toContain(words)
  expect(await read(role)).toContain('Builds what they said.')
  const chosen = await save('Builds what I said.', [
    ['base', '1'],
    ['over', '2'],
  ])
  expect(chosen.headers.get('Location')).toBe(`${role}?done=saved`)
  expect(await read(role)).toContain('Builds what I said.')
  const versions = await read(paths.roleVersions('integration-engineer', { from: '1', to: '2' }))
  expect(versions).toContain('Version 3')
  const back = await post(paths.roleVersions('integration-engineer'), [
    ['number', '1'],
    ['base', '3'],
  ])
  expect(back.headers.get('Location')).toBe(`${role}?done=restored`)
  expect(await read(role)).not.toContain('Builds what I said.')
})

test('an archived role is offered to no new panel, says so, and comes back', async () => {
  await post(`${at}?index`, [['intent', 'archive']])
  const page = await read(at)
  expect(page).toContain('Archived by Mina Leader')
  expect(page).not.toContain('Assemble a panel')
  expect(await read(paths.newPanel())).not.toContain('>Integration architect<')
  expect(await read(paths.roles({ archived: '1' }))).toContain('Integration architect')
  await post(`${at}?index`, [['intent', 'bring-back']])
  expect(await read(paths.newPanel())).toContain('>Integration architect<')
})

test('whoever may only read gets 403 for every change, and no button for it', async () => {
  const fields = fieldsOf('integration-architect')
  const tries: [string, Field[]][] = [
    [`${at}?index`, [['intent', 'archive']]],
    [edit, [...fields, ['base', '1']]],
    [edit, [...fields, ['base', '1'], ['intent', 'find:0']]],
    [paths.newRole(), fields],
    [
      paths.roleVersions('integration-architect'),
      [
        ['number', '1'],
        ['base', '1'],
      ],
    ],
  ]
  for (const [path, sent] of tries) expect((await post(path, sent, interviewer)).status, path).toBe(403)
  const page = await read(at, interviewer)
  for (const words of ['value="archive"', `href="${edit}"`, paths.newRole({ copy: 'integration-architect' })])
    expect(page).not.toContain(words)
  expect(await read(paths.roles(), interviewer)).not.toContain(paths.newRole())
})

test('an unknown role is not found, and a form that no page of ours sends is refused', async () => {
  const fields = fieldsOf('integration-architect')
  for (const path of [paths.role('no'), paths.editRole('no'), paths.roleVersions('no')])
    expect((await server.request(path, { as: manager })).status, path).toBe(404)
  expect((await post(paths.editRole('no'), [...fields, ['base', '1']])).status).toBe(404)
  expect((await post(`${paths.role('no')}?index`, [['intent', 'archive']])).status).toBe(404)
  expect((await post(edit, fields)).status).toBe(404)
  expect((await post(paths.newRole(), [...fields, ['formKey', 'x']])).status).toBe(404)
  expect((await post(`${at}?index`, [['intent', 'explode']])).status).toBe(404)
})
