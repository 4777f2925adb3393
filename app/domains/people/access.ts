/** What an account may be given. */
export const accountLevels = ['administrator', 'manager', 'coordinator', 'interviewer', 'observer'] as const

/**
 * What a person may do at all. Never called "role": a role is the job hired for. A guest has no account but an access
 * code, which opens one session for a while.
 */
export const accessLevels = [...accountLevels, 'guest'] as const
export type Access = (typeof accessLevels)[number]

/** How a person stands to the thing: `own` means made by them or assigned to them. */
export type Relation = 'own' | 'other'

type Grant = 'any' | 'own'
type Grants = Partial<Record<Access, Grant>>

const everyone: Grants = {
  administrator: 'any',
  manager: 'any',
  coordinator: 'any',
  interviewer: 'any',
  observer: 'any',
}
const planners: Grants = { administrator: 'any', manager: 'any' }
const organisers: Grants = { administrator: 'any', manager: 'any', coordinator: 'any' }
const interviewing: Grants = {
  administrator: 'own',
  manager: 'own',
  coordinator: 'own',
  interviewer: 'own',
}
const readers: Grants = { ...organisers, observer: 'any', interviewer: 'own' }
const readersAndGuests: Grants = { ...readers, guest: 'own' }

/** The one table that decides. An access level that is not listed may not. */
export const rules = {
  'home.read': { ...everyone, guest: 'own' },
  'account.edit': everyone,
  'people.read': organisers,
  'people.invite': planners,
  'people.edit': { administrator: 'any' },
  'people.reset': planners,
  'bank.read': everyone,
  /** Questions; own are those somebody wrote or imported. */
  'bank.edit': { administrator: 'any', manager: 'any', interviewer: 'own' },
  /** Stars, by which the planner prefers questions. */
  'bank.rate': planners,
  'bank.import': { administrator: 'any', manager: 'any', interviewer: 'own' },
  /** Competencies and roles, loading of bank files, versions offered by an upgrade. */
  'bank.define': planners,
  'panel.read': everyone,
  'panel.create': { administrator: 'any', manager: 'any', interviewer: 'any' },
  'panel.edit': { administrator: 'any', manager: 'any', interviewer: 'own' },
  'panel.publish': planners,
  'candidate.read': readers,
  /** The link to a candidate's CV. */
  'candidate.cv': { ...organisers, interviewer: 'own' },
  'candidate.edit': organisers,
  'candidate.erase': planners,
  /** A copy of everything held about a candidate, to be handed to the candidate. */
  'candidate.copy': planners,
  'session.read': readersAndGuests,
  /** The calendar, and what is printed for the whole loop of a candidate. */
  'schedule.read': readers,
  'session.schedule': organisers,
  'scorecard.fill': { ...interviewing, guest: 'own' },
  /** Looking into the bank, beside one's own card, for something to ask. */
  'scorecard.search': interviewing,
  'scorecard.transcribe': organisers,
  /** Sees who owes a scorecard, and reminds them; nothing of what is written. */
  'scorecard.remind': organisers,
  'scorecard.read': readersAndGuests,
  /** A candidate on one panel: sessions, scores and evidence from every card that one may see. */
  'application.read': readers,
  'scorecard.override': planners,
  'comparison.read': readers,
  /** The debrief of a candidate on one panel; only once the rule of independence opens the cards. */
  'debrief.read': readers,
  /** Starts a debrief, leads through its agenda, locks what was decided. */
  'debrief.lead': planners,
  /** A final rating beside the initial one, on one's own card. */
  'debrief.rate': interviewing,
  /** One's name under a decision: of whoever interviewed the candidate, or leads. */
  'debrief.sign': interviewing,
  /** How interviewers use the scale, and what use shows of questions. */
  'calibration.read': planners,
  /** Rounds rated elsewhere, read from a spreadsheet. */
  'round.read': planners,
  'round.import': planners,
  'audit.read': { administrator: 'any' },
  'installation.read': { administrator: 'any' },
  'installation.maintain': { administrator: 'any' },
} as const satisfies Record<string, Grants>

export type Action = keyof typeof rules

/** A route names an action, or says why it has none. */
export type RouteRule = Action | 'public' | 'signed-in'

/** Decides whether an access level may do an action on a thing of its own or of others. */
export function can(access: Access, action: Action, relation: Relation): boolean {
  const grants: Grants = rules[action]
  const grant = grants[access]
  return grant === 'any' || (grant === 'own' && relation === 'own')
}

/** Whether an access level may ever do an action; if not, the answer is 403 whatever the thing is. */
export function canEver(access: Access, action: Action): boolean {
  return can(access, action, 'own')
}
