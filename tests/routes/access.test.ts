import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { can, canEver, type Action } from '#app/domains/people/access.ts'
import { addGuestTo, type Guest } from '#tests/support/guests.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { fillPath, listRoutes, sampleParams, type WalkedRoute } from '#tests/support/routes.ts'
import { importBuild, startTestServer, type TestServer } from '#tests/support/server.ts'
import type { Person } from '#app/domains/people/person.ts'

// The walk renders every page and document of the program.
vi.setConfig({ testTimeout: 300_000 })

let server: TestServer
let round: Round
let routes: WalkedRoute[]
let guest: Guest
let samples: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs + 86_400_000 })
  round = addRound(server.db)
  samples = sampleParams(round)
  guest = await addGuestTo(server.services, round, { candidate: 1 })
  routes = listRoutes(await importBuild())
})
afterAll(() => server.close())

/**
 * One of each access level; the interviewer has no session and the guest another one, so that everything in the samples
 * is another's.
 */
function listStrangers(): Person[] {
  const { administrator, manager, coordinator, observer, interviewers } = round
  const stranger = interviewers.at(-1)
  if (!stranger) throw new Error('the round has no interviewers')
  return [administrator, manager, coordinator, observer, stranger, guest.person]
}

type Guarded = WalkedRoute & { rule: Action | 'signed-in' }

function listGuarded(): Guarded[] {
  return routes.flatMap((route) => {
    const { rule } = route
    return rule === undefined || rule === 'public' ? [] : [{ ...route, rule }]
  })
}

function post(route: WalkedRoute, as?: string): Promise<Response> {
  return server.request(fillPath(route, samples) + (route.isIndex ? '?index' : ''), {
    as,
    method: 'POST',
    form: {},
  })
}

test('every route names its rule', () => {
  expect(routes.length).toBeGreaterThan(15)
  expect(routes.filter((route) => route.rule === undefined).map((route) => route.id)).toEqual([])
})

test('every parameter of every route has a sample', () => {
  for (const route of routes) expect(fillPath(route, samples)).not.toContain(':')
})

test('only the front door is public', () => {
  const open = new Set([
    'sign-in',
    'sign-out',
    'forgot',
    'set-up/:token',
    'invitations/:token',
    'reset/:token',
    'enter/:token',
    'guest',
    'guest/:code',
    '*',
  ])
  const more = routes.filter((route) => route.rule === 'public' && !open.has(route.path))
  expect(more.map((route) => route.path)).toEqual([])
})

test('signed out, pages lead to the sign-in page and everything else is refused with 401', async () => {
  for (const route of listGuarded()) {
    const path = fillPath(route, samples)
    const answer = await server.request(path)
    const isFile = /\.(pdf|csv|json|zip)$/.test(path)
    if (!isFile && route.hasLoader) {
      expect([route.id, answer.status]).toEqual([route.id, 302])
      expect(answer.headers.get('Location')).toMatch(/^\/sign-in\?to=/)
    } else expect([401, 405]).toContain(answer.status)
    if (route.hasAction) expect([route.id, (await post(route)).status]).toEqual([route.id, 401])
  }
})

test('an access level that may never do it gets 403, whatever the thing is', async () => {
  for (const route of listGuarded()) {
    const { rule } = route
    if (rule === 'signed-in') continue
    for (const person of listStrangers().filter(({ access }) => !canEver(access, rule))) {
      const of = `${route.id} as ${person.access}`
      if (route.hasLoader) {
        const answer = await server.request(fillPath(route, samples), { as: person.id })
        expect([of, answer.status]).toEqual([of, 403])
      }
      if (route.hasAction) expect([of, (await post(route, person.id)).status]).toEqual([of, 403])
    }
  }
})

test('a thing of others is as good as none to whoever may see only their own', async () => {
  for (const route of listGuarded()) {
    const { rule } = route
    if (rule === 'signed-in' || !route.path.includes(':') || !route.hasLoader) continue
    const strangers = listStrangers().filter(
      ({ access }) => canEver(access, rule) && !can(access, rule, 'other'),
    )
    for (const person of strangers) {
      const of = `${route.id} as ${person.access}`
      const others = await server.request(fillPath(route, samples), { as: person.id })
      // Everybody may read every panel, so saying "not yours to change" tells nothing that they do not know.
      const refused = route.path.startsWith('panels/') ? [403, 404] : [404]
      expect([of, refused.includes(others.status)]).toEqual([of, true])
    }
  }
})

test('a thing that does not exist gives 404 to everybody who might see it', async () => {
  const unknown = Object.fromEntries(
    Object.keys(samples).map((key) => [key, '01990000-0000-7000-8000-000000000000']),
  )
  for (const route of listGuarded()) {
    const { rule } = route
    if (rule === 'signed-in' || !route.path.includes(':') || !route.hasLoader) continue
    for (const person of listStrangers().filter(({ access }) => canEver(access, rule))) {
      const of = `${route.id} as ${person.access}`
      const answer = await server.request(fillPath(route, unknown), { as: person.id })
      expect([of, answer.status]).toEqual([of, 404])
    }
  }
})

test('whoever may do it to anything is let through, and no route breaks', async () => {
  for (const route of listGuarded()) {
    const { rule } = route
    // Documents take seconds each; documents.test.ts prints every one of them.
    if (!route.hasLoader || route.path.endsWith('.pdf')) continue
    for (const person of listStrangers()) {
      const mayAny = rule === 'signed-in' || can(person.access, rule, 'other')
      const of = `${route.id} as ${person.access}`
      const { status } = await server.request(fillPath(route, samples), { as: person.id })
      expect([of, status < 500]).toEqual([of, true])
      if (mayAny) expect([of, [401, 403].includes(status)]).toEqual([of, false])
    }
  }
})

test('a guest opens their own session and card, and nothing else there is', async () => {
  const { card, person } = await addGuestTo(server.services, round, { name: 'Bea Lund' })
  const { sessionId, cardId } = card
  const mine = {
    ...samples,
    sessions: sessionId,
    scorecards: cardId,
    transcribe: person.id,
    people: person.id,
  }
  const opened = new Set<string>()
  for (const route of listGuarded()) {
    const path = fillPath(route, mine)
    const name = path.replace(sessionId, 'S').replace(cardId, 'C')
    const { status } = route.hasLoader ? await server.request(path, { as: person.id }) : { status: 403 }
    if (status !== 403) opened.add(`${status} ${name}`)
    if (route.hasAction && !/^scorecards|briefing$/.test(route.path))
      expect([name, (await post(route, person.id)).status]).toEqual([name, 403])
  }
  expect([...opened].toSorted()).toEqual([
    '200 /print/kit/S',
    '200 /scorecards/C',
    '200 /scorecards/C/fill',
    '200 /scorecards/C/form.pdf',
    '200 /scorecards/C/scorecard.pdf',
    '200 /scorecards/import',
    '200 /sessions/S',
    '200 /sessions/S/briefing',
    '200 /sessions/S/kit.pdf',
    '302 /',
    '409 /scorecards/C/amend',
  ])
})
