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
  /** Who holds each interview with them, where it is not whom the panel names. */
  by?: readonly (readonly string[])[]
  /** Who sits in to learn, by the place of the interview. */
  shadow?: { position: number; by: string }
  /** Somebody without an account who sits in, by the place of the interview. */
  guest?: { position: number; name: string; note: string }
  /** Cards that came days after the interview. */
  late?: readonly { interview: number; by: string }[]
  /** The working day on which they went elsewhere. */
  withdrawnOn?: number
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

/** Invented, as the cast is. */
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
    shadow: { position: 1, by: 'noor' },
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
    name: 'Ximena Altaverde',
    email: 'ximena.altaverde@mail.example',
    panel: 'api',
    level: 3.6,
    leaning: { 'security-access': 0.2, 'learning-drive': -0.6 },
    sessions: [done(-8, 9), done(-8, 10, 30), done(-7, 9), done(-7, 13)],
    by: [['tomas', 'marta'], ['sunniva'], ['ikenna'], ['luc']],
    late: [{ interview: 3, by: 'luc' }],
  },
  {
    name: 'Pavel Stribrnak',
    email: 'pavel.stribrnak@mail.example',
    panel: 'api',
    level: 2.9,
    leaning: { 'data-mapping': -0.6, observability: 0.5 },
    sessions: [done(-8, 9), done(-8, 13), done(-7, 10, 30), done(-7, 9)],
    by: [['ikenna'], ['marta'], ['luc'], ['sunniva']],
  },
  {
    name: 'Leila Ansarifar',
    email: 'leila.ansarifar@mail.example',
    panel: 'api',
    level: 3.3,
    leaning: { 'scoping-judgement': 0.4, throughput: -0.7 },
    sessions: [done(-7, 14, 30), done(-7, 13), done(-6, 13), done(-6, 14, 30)],
    by: [['tomas'], ['kavya'], ['luc', 'marta'], ['sunniva']],
    fixed: [
      { interview: 2, question: 1, by: 'luc', gives: 4 },
      { interview: 2, question: 1, by: 'marta', gives: 2 },
    ],
  },
  {
    name: 'Oskar Wiederkehrli',
    email: 'oskar.wiederkehrli@mail.example',
    panel: 'api',
    level: 2.1,
    leaning: { 'working-with-others': 0.7, 'security-access': -0.3 },
    sessions: [done(-6, 15), done(-6, 16, 30), done(-5, 16, 15), done(-4, 16, 30)],
    by: [['kavya'], ['tomas'], ['sunniva'], ['ikenna', 'marta']],
  },
  {
    name: 'Thandiwe Mbekezela',
    email: 'thandiwe.mbekezela@mail.example',
    panel: 'api',
    level: 2.7,
    leaning: { 'api-contracts': 0.5, consistency: -0.5 },
    sessions: [done(-4, 14, 30), done(-4, 9), done(-3, 13), done(-3, 14, 30)],
    by: [['sunniva'], ['luc'], ['marta'], ['tomas']],
    late: [{ interview: 1, by: 'luc' }],
  },
  {
    name: 'Rune Solbakkerud',
    email: 'rune.solbakkerud@mail.example',
    panel: 'api',
    level: 1.7,
    leaning: { 'learning-drive': 0.8 },
    sessions: [done(-4, 16), done(-3, 10, 30), done(-3, 16), done(-2, 14, 30)],
    by: [['luc'], ['ikenna'], ['sunniva'], ['kavya']],
  },
  {
    name: 'Hana Kurosawara',
    email: 'hana.kurosawara@mail.example',
    panel: 'api',
    level: 3.2,
    leaning: {},
    sessions: [done(-5, 16), done(-4, 9), ahead(1, 11), ahead(1, 13)],
    by: [['kavya'], ['marta'], ['luc'], ['ikenna']],
    withdrawnOn: -2,
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
    guest: { position: 3, name: 'Ines Ferreira-Holm', note: 'Partner sales' },
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
