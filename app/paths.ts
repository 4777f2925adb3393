/** Every URL of the app. No URL is written anywhere else. */
export const paths = {
  home: () => '/',
  signIn: (returnTo?: string) => (returnTo ? `/sign-in?to=${encodeURIComponent(returnTo)}` : '/sign-in'),
  signOut: () => '/sign-out',
  setUp: (token: string) => `/set-up/${token}`,
  enterDemo: (token: string) => `/enter/${token}`,
  invitation: (token: string) => `/invitations/${token}`,
  /** Where a guest types an access code. */
  guestEntry: (returnTo?: string) => (returnTo ? `/guest?to=${encodeURIComponent(returnTo)}` : '/guest'),
  guestLink: (code: string, returnTo?: string) =>
    returnTo ? `/guest/${code}?to=${encodeURIComponent(returnTo)}` : `/guest/${code}`,
  forgotPassword: () => '/forgot',
  resetPassword: (token: string) => `/reset/${token}`,
  account: () => '/account',
  people: () => '/people',
  invitePerson: () => '/people/invite',
  person: (id: string) => `/people/${id}`,
  /** The database, its backups, the disk. */
  installation: () => '/installation',
  health: () => '/health',
  serviceWorker: () => '/sw.js',

  questions: (query: SearchQuery = {}) => `/questions${search(query)}`,
  question: (id: string) => `/questions/${id}`,
  questionStars: (id: string) => `/questions/${id}/stars`,
  newQuestion: () => '/questions/new',
  editQuestion: (id: string) => `/questions/${id}/edit`,
  questionVersions: (id: string, query: { from?: string; to?: string } = {}) =>
    `/questions/${id}/versions${search(query)}`,
  /** Questions that are being written. */
  drafts: (query: { of?: 'me' } = {}) => `/questions/drafts${search(query)}`,
  draft: (id: string) => `/questions/drafts/${id}`,
  /** Says what a draft still lacks, while it is typed. */
  checkDraft: () => '/questions/drafts/check',
  nearDuplicates: (query: { page?: string } = {}) => `/questions/near-duplicates${search(query)}`,
  importQuestions: () => '/questions/import',
  imports: () => '/questions/imports',
  importBatch: (id: string) => `/questions/imports/${id}`,
  /** Versions that an upgrade offers for what the team has changed. */
  offers: () => '/questions/updates',
  /** The whole bank as files, and the page that loads such files. */
  bankFiles: () => '/questions/files',
  bankZip: () => '/questions/bank.zip',
  competencies: (query: { q?: string | undefined; archived?: '1' | undefined } = {}) =>
    `/competencies${search(query)}`,
  newCompetency: () => '/competencies/new',
  competency: (id: string) => `/competencies/${id}`,
  editCompetency: (id: string) => `/competencies/${id}/edit`,
  competencyVersions: (id: string, query: { from?: string; to?: string } = {}) =>
    `/competencies/${id}/versions${search(query)}`,
  roles: (query: { archived?: '1' | undefined } = {}) => `/roles${search(query)}`,
  /** `copy` is the role that the new one starts from. */
  newRole: (query: { copy?: string } = {}) => `/roles/new${search(query)}`,
  role: (id: string) => `/roles/${id}`,
  editRole: (id: string) => `/roles/${id}/edit`,
  roleVersions: (id: string, query: { from?: string; to?: string } = {}) =>
    `/roles/${id}/versions${search(query)}`,

  panels: () => '/panels',
  newPanel: (query: { role?: string; copy?: string } = {}) => `/panels/new${search(query)}`,
  panel: (id: string) => `/panels/${id}`,
  /** The builder of a panel's draft; `form` B shows the questions of its form B. */
  editPanel: (id: string, query: FormQuery & { swap?: string } = {}) => `/panels/${id}/edit${search(query)}`,
  /** Form A and form B of a panel's draft, side by side. */
  panelForms: (id: string, query: { done?: string } = {}) => `/panels/${id}/forms${search(query)}`,
  /** What the planner proposes for a draft; `why` asks about a question, `more` about more room; `stopped` when it was called off. */
  suggestPlan: (
    id: string,
    query: FormQuery & { mode?: string; why?: string; more?: '1'; stopped?: '1' } = {},
  ) => `/panels/${id}/suggest${search(query)}`,
  publishPanel: (id: string) => `/panels/${id}/publish`,
  /** What can be printed of a panel; the query chooses a packet, see `packetQuerySchema`. */
  printPanel: (id: string, query: SearchQuery = {}) => `/panels/${id}/print${search(query)}`,
  /** Documents of many candidates as one file with bookmarks, or one by one in a zip; the same query. */
  packetPdf: (panelId: string, query: SearchQuery = {}) => `/panels/${panelId}/packet.pdf${search(query)}`,
  packetZip: (panelId: string, query: SearchQuery = {}) => `/panels/${panelId}/packet.zip${search(query)}`,
  /** Blank kits of one interview, or of all when no interview is given. */
  panelKitsPdf: (
    id: string,
    query: PrintQuery & FormQuery & { interview?: string; as?: 'kit' | 'scorecard' } = {},
  ) => `/panels/${id}/kits.pdf${search(query)}`,

  /** The plan of a panel: coverage, interviews, questions. The newest version, else the draft, where no version is given. */
  panelPlanPdf: (id: string, query: PrintQuery & FormQuery & { version?: string } = {}) =>
    `/panels/${id}/plan.pdf${search(query)}`,

  /** Rounds rated elsewhere. Their comparison stands where those of panels do, under the id of the round. */
  pastRounds: () => '/past-rounds',
  importRound: () => '/past-rounds/import',
  pastRound: (id: string, query: { erase?: string } = {}) => `/past-rounds/${id}${search(query)}`,

  candidates: () => '/candidates',
  newCandidate: () => '/candidates/new',
  importCandidates: () => '/candidates/import',
  candidate: (id: string) => `/candidates/${id}`,
  /** A copy of everything held about a candidate, for the candidate; made by posting a form. */
  accessCopyPdf: (candidateId: string, query: PrintQuery = {}) =>
    `/candidates/${candidateId}/copy.pdf${search(query)}`,
  /** A candidate on one panel: sessions, scorecards, evidence by competency. */
  application: (id: string) => `/applications/${id}`,
  /** The live debrief of a candidate, and the stream that tells its pages when something changed. */
  debrief: (applicationId: string, query: { topic?: string } = {}) =>
    `/applications/${applicationId}/debrief${search(query)}`,
  debriefEvents: (applicationId: string) => `/applications/${applicationId}/debrief/events`,
  /** `about` are ids of competencies that a debrief wants to hear more of, joined by commas. */
  planLoop: (applicationId: string, query: { about?: string } = {}) =>
    `/applications/${applicationId}/loop${search(query)}`,
  loopPdf: (applicationId: string, query: PrintQuery = {}) =>
    `/applications/${applicationId}/loop.pdf${search(query)}`,

  /**
   * The page that shows a document before it is printed.
   * @param query what the address of its PDF takes, and how it is printed
   */
  print: (document: PrintedDocument, id: string, query: SearchQuery = {}) =>
    `/print/${document}/${id}${search(query)}`,

  schedule: () => '/schedule',
  session: (id: string) => `/sessions/${id}`,
  /** Gives guests a seat in a session. */
  sessionGuests: (id: string) => `/sessions/${id}/guests`,
  /** What an interviewer reads before the session. */
  briefing: (id: string) => `/sessions/${id}/briefing`,
  sessionKitPdf: (id: string, query: PrintQuery & { as?: 'kit' | 'scorecard' } = {}) =>
    `/sessions/${id}/kit.pdf${search(query)}`,
  /** Who owes which scorecards, for organisers. */
  scorecardsDue: (query: { show?: string | undefined; panel?: string | undefined; done?: string } = {}) =>
    `/scorecards/due${search(query)}`,
  scorecard: (id: string) => `/scorecards/${id}`,
  /** The live form. */
  fillScorecard: (id: string) => `/scorecards/${id}/fill`,
  /** The same form without scripts, saved by a button. */
  fillPlainly: (id: string) => `/scorecards/${id}/fill?plain=1`,
  /** Questions of the bank that could be asked beside the plan of a card. */
  cardBank: (id: string, query: { q: string }) => `/scorecards/${id}/bank.json${search(query)}`,
  amendScorecard: (id: string) => `/scorecards/${id}/amend`,
  transcribeScorecard: (sessionId: string, interviewerId: string) =>
    `/sessions/${sessionId}/transcribe/${interviewerId}`,
  scorecardPdf: (id: string, query: PrintQuery = {}) => `/scorecards/${id}/scorecard.pdf${search(query)}`,
  /** One's own card as a PDF with fields, to be filled offline and brought back. */
  formPdf: (scorecardId: string, query: PrintQuery = {}) =>
    `/scorecards/${scorecardId}/form.pdf${search(query)}`,
  /** The same for somebody else, by whoever types in their paper card. */
  formPdfFor: (sessionId: string, interviewerId: string, query: PrintQuery = {}) =>
    `/sessions/${sessionId}/transcribe/${interviewerId}/form.pdf${search(query)}`,
  /** Brings filled forms back; `cards` are those that just were, joined by commas. */
  importForms: (query: { cards?: string } = {}) => `/scorecards/import${search(query)}`,
  operations: () => '/api/operations',

  /** How interviewers use the scale, for managers. */
  calibration: (
    query: { period?: string | undefined; panel?: string | undefined; scale?: string | undefined } = {},
  ) => `/calibration${search(query)}`,
  comparison: (panelId: string) => `/panels/${panelId}/compare`,
  /** The comparison as pictures. */
  comparisonPlots: (panelId: string) => `/panels/${panelId}/compare/plots`,
  /** Two to five candidates beside each other, by their applications. */
  sideBySide: (panelId: string, query: { ids?: string; order?: 'panel'; only?: 'different' } = {}) =>
    `/panels/${panelId}/compare/side${search(query)}`,
  comparisonCsv: (panelId: string) => `/panels/${panelId}/compare.csv`,
  comparisonPdf: (panelId: string, query: PrintQuery = {}) =>
    `/panels/${panelId}/compare.pdf${search(query)}`,
  /** The candidates of a panel, most disagreement first, with where their debriefs stand. */
  panelDebriefs: (panelId: string) => `/panels/${panelId}/debriefs`,
  /** `candidates` are ids of applications, joined by commas. */
  debriefPdf: (panelId: string, query: PrintQuery & { candidates?: string } = {}) =>
    `/panels/${panelId}/debrief.pdf${search(query)}`,
}

/** Which form of a panel is meant; form A where nothing is said. */
export type FormQuery = { form?: 'B' | undefined }

export type PrintedDocument =
  | 'kit'
  | 'loop'
  | 'panel-kits'
  | 'panel-plan'
  | 'scorecard'
  | 'form'
  | 'form-for'
  | 'comparison'
  | 'debrief'
  | 'copy'

export type Paper = 'a4' | 'letter'

/** How a document is printed; A4, compact, in colour and with names where nothing is said. */
export type PrintQuery = { paper?: Paper; size?: 'compact' | 'clear'; ink?: 'colour' | 'grey'; blind?: '1' }

/** Several values of one name stand in the address one after the other. */
export type SearchQuery = Readonly<Record<string, string | readonly string[] | undefined>>

function search(query: SearchQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
