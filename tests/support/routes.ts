import type { ServerBuild } from '@remix-run/node'
import { rules, type Action, type RouteRule } from '#app/domains/people/access.ts'
import { pickCard } from './cards.ts'
import type { Round } from './round.ts'

export type WalkedRoute = {
  id: string
  /** As `panels/:panelId/edit`; empty for the home page. */
  path: string
  rule: RouteRule | undefined
  hasLoader: boolean
  hasAction: boolean
  isIndex: boolean
}

/** Every route of the build that a request can end at, and every layout. */
export function listRoutes(build: ServerBuild): WalkedRoute[] {
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === 'root') return []
    const handle: unknown = route.module.handle
    return {
      id: route.id,
      path: fullPath(build, route.id),
      rule: readRule(handle),
      hasLoader: route.module.loader !== undefined,
      hasAction: route.module.action !== undefined,
      isIndex: route.index === true,
    }
  })
}

function fullPath(build: ServerBuild, id: string): string {
  const parts: string[] = []
  for (let route = build.routes[id]; route; route = route.parentId ? build.routes[route.parentId] : undefined)
    if (route.path) parts.unshift(route.path)
  return parts.join('/')
}

function readRule(handle: unknown): RouteRule | undefined {
  if (typeof handle !== 'object' || handle === null || !('rule' in handle)) return undefined
  const { rule } = handle
  if (rule === 'public' || rule === 'signed-in') return rule
  return isAction(rule) ? rule : undefined
}

function isAction(rule: unknown): rule is Action {
  return typeof rule === 'string' && Object.hasOwn(rules, rule)
}

/**
 * What stands for a parameter, by the word before it in the path. A route over a new kind of thing adds its line
 * here: a thing that exists, made by or assigned to people other than the last interviewer of the round.
 */
export function sampleParams(round: Round): Readonly<Record<string, string>> {
  const card = pickCard(round, 0)
  return {
    panels: round.panelId,
    questions: card.interview.questions[0]?.questionId ?? '',
    imports: round.importId,
    drafts: round.draftId,
    'past-rounds': round.pastRoundId,
    roles: round.snapshot.role.id,
    competencies: round.snapshot.competencies[0]?.id ?? '',
    candidates: round.candidates[0]?.id ?? '',
    applications: round.candidates[0]?.applicationId ?? '',
    sessions: card.sessionId,
    print: 'kit',
    ':document': card.sessionId,
    transcribe: card.person.id,
    scorecards: card.cardId,
    people: card.person.id,
    invitations: 'A'.repeat(43),
    'set-up': 'A'.repeat(43),
    reset: 'A'.repeat(43),
    enter: 'A'.repeat(43),
    guest: 'AAAAA-AAAAA-AAAAA',
  }
}

/**
 * The address of a route with its parameters filled in.
 * @throws when a parameter has no sample
 */
export function fillPath(route: WalkedRoute, samples: Readonly<Record<string, string>>): string {
  const parts = route.path.split('/')
  const filled = parts.map((part, i) => {
    if (part === '*') return 'no-such-page'
    if (!part.startsWith(':')) return part
    const sample = samples[parts[i - 1] ?? '']
    if (!sample)
      throw new Error(
        `The route ${route.id} takes ${part} after "${parts[i - 1]}", and tests/support/routes.ts has no sample for it: add a line to sampleParams.`,
      )
    return sample
  })
  return `/${filled.join('/')}`
}
