import type { Access } from '#app/domains/people/access.ts'

/** Everybody here is invented. */
export type CastMember = {
  key: string
  name: string
  access: Access
  /** How much higher than others they rate, in levels; negative is severe. */
  leniency: number
}

export const cast: readonly CastMember[] = [
  { key: 'wen', name: 'Wen Sandoval', access: 'administrator', leniency: 0 },
  { key: 'ottilie', name: 'Ottilie Brandvold', access: 'manager', leniency: 0 },
  { key: 'rafael', name: 'Rafael Quintanar', access: 'coordinator', leniency: 0 },
  { key: 'ikenna', name: 'Ikenna Obiora-Lund', access: 'interviewer', leniency: 0.1 },
  { key: 'marta', name: 'Marta Kowalewicz', access: 'interviewer', leniency: -0.4 },
  { key: 'tomas', name: 'Tomás Iriarteva', access: 'interviewer', leniency: 0 },
  { key: 'sunniva', name: 'Sunniva Dahlgaard', access: 'interviewer', leniency: -0.1 },
  { key: 'kavya', name: 'Kavya Ramanujath', access: 'interviewer', leniency: 0.3 },
  { key: 'luc', name: 'Luc Desrosiers-Kim', access: 'interviewer', leniency: 0 },
]

export const emailOf = (key: string) => `${key}@demo.example.org`

export type DemoPanel = {
  roleId: string
  name: string
  /** Who holds each interview, in the order of the loop; none for a draft that nobody has staffed yet. */
  interviewers: readonly (readonly string[])[]
}

export const panels = {
  api: {
    roleId: 'api-integration-specialist',
    name: 'API integration specialist, partner team',
    interviewers: [['ikenna', 'marta'], ['tomas', 'sunniva'], ['kavya'], ['luc']],
  },
  architect: {
    roleId: 'integration-architect',
    name: 'Integration architect, core platform',
    interviewers: [['tomas', 'ikenna'], ['marta'], ['sunniva', 'kavya'], ['luc']],
  },
  engineer: {
    roleId: 'systems-integration-engineer',
    name: 'Systems integration engineer, spring',
    interviewers: [['marta'], ['tomas']],
  },
} as const satisfies Record<string, DemoPanel>

/** What became of a session: `done` means that every interviewer handed a card in. */
export type Outcome =
  { kind: 'done' } | { kind: 'no-show' } | { kind: 'cancelled' } | { kind: 'ahead' } | CardByCard
/** By interviewer; whoever is not named has handed the card in. */
type CardByCard = { kind: 'cards'; draft?: readonly string[]; missing?: readonly string[] }

export type DemoSession = {
  /** Working days from today; 0 is today and 1 the next day whatever it is. */
  day: number
  /** Local time; null for a time just ahead of now. */
  time: readonly [hour: number, minute: number] | null
  outcome: Outcome
}

export type DemoCandidate = {
  name: string
  email: string
  cvUrl?: string
  panel: 'api' | 'architect'
  /** How good an answer to expect, in levels. */
  level: number
  /** By competency, added to the level. */
  leaning: Readonly<Record<string, number>>
  sessions: readonly DemoSession[]
  /** An interview that is planned once more, because the first date came to nothing. */
  again?: { position: number; day: number; time: readonly [number, number] }
  /** Ratings that were not left to chance, by place: interview, question, and who gave it. */
  fixed?: readonly FixedRating[]
}
export type FixedRating = {
  interview: number
  question: number
  by: string
  gives: number | 'not-asked' | 'no-evidence'
}

const done = (day: number, hour: number, minute = 0): DemoSession => ({
  day,
  time: [hour, minute],
  outcome: { kind: 'done' },
})
const ahead = (day: number, hour: number): DemoSession => ({
  day,
  time: [hour, 0],
  outcome: { kind: 'ahead' },
})
const soon: DemoSession = { day: 0, time: null, outcome: { kind: 'ahead' } }

export const candidates: readonly DemoCandidate[] = [
  {
    name: 'Amara Okwuosa',
    email: 'amara.okwuosa@mail.example',
    panel: 'api',
    level: 3.3,
    leaning: { 'data-mapping': 0.5, 'scoping-judgement': -0.5 },
    sessions: [done(-6, 9), done(-6, 11), done(-5, 9), done(-5, 10, 30)],
    fixed: [
      { interview: 0, question: 2, by: 'ikenna', gives: 4 },
      { interview: 0, question: 2, by: 'marta', gives: 2 },
    ],
  },
  {
    name: 'Jorin Halvorsrud',
    email: 'jorin.halvorsrud@mail.example',
    panel: 'api',
    level: 2.5,
    leaning: { 'working-with-others': 0.9, 'security-access': -0.5, reliability: 0.3 },
    sessions: [done(-5, 13), done(-5, 15), done(-4, 9), done(-4, 10, 30)],
    fixed: [{ interview: 3, question: 2, by: 'luc', gives: 'not-asked' }],
  },
  {
    name: 'Mei Hartonosari',
    email: 'mei.hartonosari@mail.example',
    cvUrl: 'https://cv.mail.example/mei-hartonosari.pdf',
    panel: 'api',
    level: 3,
    leaning: { reliability: 0.5 },
    sessions: [
      done(-1, 9),
      { day: -1, time: [11, 0], outcome: { kind: 'cards', draft: ['sunniva'] } },
      soon,
      ahead(1, 10),
    ],
  },
  {
    name: 'Diego Fuentealta',
    email: 'diego.fuentealta@mail.example',
    panel: 'api',
    level: 2.8,
    leaning: {},
    sessions: [
      { day: -1, time: [14, 0], outcome: { kind: 'no-show' } },
      ahead(2, 11),
      ahead(2, 14),
      ahead(2, 15),
    ],
    again: { position: 0, day: 1, time: [16, 0] },
  },
  {
    name: 'Fadwa Zerhouni-Berg',
    email: 'fadwa.zerhouni@mail.example',
    panel: 'api',
    level: 1.9,
    leaning: { 'api-contracts': 0.8 },
    sessions: [
      done(-2, 13),
      { day: -1, time: [15, 30], outcome: { kind: 'cancelled' } },
      ahead(1, 14),
      ahead(2, 10),
    ],
  },
  {
    name: 'Kenjiro Mizusawa',
    email: 'kenjiro.mizusawa@mail.example',
    panel: 'architect',
    level: 3.3,
    leaning: { throughput: -0.6, 'integration-design': 0.4 },
    sessions: [done(-4, 13), done(-4, 15), done(-3, 9), done(-3, 11)],
    fixed: [
      { interview: 2, question: 1, by: 'sunniva', gives: 2 },
      { interview: 2, question: 1, by: 'kavya', gives: 4 },
      { interview: 3, question: 0, by: 'luc', gives: 'no-evidence' },
    ],
  },
  {
    name: 'Anneke Vroomhoudt',
    email: 'anneke.vroomhoudt@mail.example',
    panel: 'architect',
    level: 2.6,
    leaning: { 'working-with-others': 0.6, 'data-mapping': 0.6, consistency: -0.4 },
    sessions: [
      done(-3, 13),
      done(-3, 15),
      { day: -2, time: [9, 0], outcome: { kind: 'cards', missing: ['sunniva'] } },
      done(-2, 11),
    ],
  },
  {
    name: 'Yusuf Karadenizer',
    email: 'yusuf.karadenizer@mail.example',
    panel: 'architect',
    level: 2.9,
    leaning: {},
    sessions: [
      { day: -1, time: [13, 0], outcome: { kind: 'cards', draft: ['ikenna'] } },
      soon,
      ahead(1, 9),
      ahead(1, 15),
    ],
  },
]
