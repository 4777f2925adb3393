import type { LoaderFunctionArgs } from '@remix-run/node'
import type { PrintFacts } from '#app/documents/print.server.ts'
import { factsType } from '#app/lib/print-progress.ts'
import { paths, type PrintedDocument, type SearchQuery } from '#app/paths.ts'
import { loader as loadCopy } from '../candidates.$candidateId.copy[.]pdf.ts'
import { loader as loadForm } from '../scorecards.$scorecardId.form[.]pdf.ts'
import { loader as loadFormFor } from '../sessions.$sessionId.transcribe.$interviewerId_.form[.]pdf.ts'
import { loader as loadComparison } from '../panels.$panelId.compare[.]pdf.ts'
import { loader as loadPanelPlan } from '../panels.$panelId.plan[.]pdf.ts'
import { loader as loadDebrief } from '../panels.$panelId.debrief[.]pdf.ts'
import { loader as loadKit } from '../sessions.$sessionId.kit[.]pdf.ts'
import { loader as loadLoop } from '../applications.$applicationId.loop[.]pdf.ts'
import { loader as loadPanelKits } from '../panels.$panelId.kits[.]pdf.ts'
import { loader as loadScorecard } from '../scorecards.$scorecardId.scorecard[.]pdf.ts'

export type Choosable = 'paper' | 'size' | 'ink' | 'names'

type PrintedFile = {
  /** Where the PDF itself is. */
  path: (id: string, query: SearchQuery) => string
  load: (args: LoaderFunctionArgs) => Promise<Response>
  /** The parameter of its address. */
  param: string
  /** What can be chosen of it. */
  choices: readonly Choosable[]
  /** Where people come from. */
  back: (id: string) => { to: string; label: string }
  /** What else its address takes from that of the page, by the names of its parameters. */
  of?: readonly string[]
  /** `form`: filled in a PDF viewer, and shown here as a picture; `audited`: made only when somebody asks for it. */
  kind?: 'form' | 'audited'
}

const style = ['paper', 'size', 'ink'] as const
const styleAndNames = [...style, 'names'] as const

const files: Record<PrintedDocument, PrintedFile> = {
  kit: {
    path: paths.sessionKitPdf,
    load: loadKit,
    param: 'sessionId',
    choices: styleAndNames,
    back: (id) => ({ to: paths.session(id), label: 'Session' }),
  },
  loop: {
    path: paths.loopPdf,
    load: loadLoop,
    param: 'applicationId',
    choices: styleAndNames,
    back: (id) => ({ to: paths.application(id), label: 'Candidate' }),
  },
  'panel-kits': {
    path: paths.panelKitsPdf,
    load: loadPanelKits,
    param: 'panelId',
    choices: style,
    back: (id) => ({ to: paths.printPanel(id), label: 'Print' }),
  },
  'panel-plan': {
    path: paths.panelPlanPdf,
    load: loadPanelPlan,
    param: 'panelId',
    choices: style,
    back: (id) => ({ to: paths.printPanel(id), label: 'Print' }),
  },
  scorecard: {
    path: paths.scorecardPdf,
    load: loadScorecard,
    param: 'scorecardId',
    choices: styleAndNames,
    back: (id) => ({ to: paths.scorecard(id), label: 'Scorecard' }),
  },
  form: {
    path: paths.formPdf,
    load: loadForm,
    param: 'scorecardId',
    choices: style,
    back: (id) => ({ to: paths.scorecard(id), label: 'Scorecard' }),
    kind: 'form',
  },
  'form-for': {
    path: (id, { interviewerId, ...query }) => paths.formPdfFor(id, String(interviewerId), query),
    load: loadFormFor,
    param: 'sessionId',
    choices: style,
    back: (id) => ({ to: paths.session(id), label: 'Session' }),
    of: ['interviewerId'],
    kind: 'form',
  },
  copy: {
    path: paths.accessCopyPdf,
    load: loadCopy,
    param: 'candidateId',
    choices: style,
    back: (id) => ({ to: paths.candidate(id), label: 'Candidate' }),
    kind: 'audited',
  },
  comparison: {
    path: paths.comparisonPdf,
    load: loadComparison,
    param: 'panelId',
    choices: styleAndNames,
    back: (id) => ({ to: paths.comparison(id), label: 'Comparison' }),
  },
  debrief: {
    path: paths.debriefPdf,
    load: loadDebrief,
    param: 'panelId',
    choices: styleAndNames,
    back: (id) => ({ to: paths.comparison(id), label: 'Comparison' }),
  },
}

/** The file of a kind of document; nothing for a word that is none. */
export function findFile(
  document: string | undefined,
): (PrintedFile & { document: PrintedDocument }) | undefined {
  if (document === undefined || !Object.hasOwn(files, document)) return undefined
  // why: hasOwn says that it is a key, in words that the types do not hear.
  const known = document as PrintedDocument
  return { document: known, ...files[known] }
}

/**
 * Asks the address of a PDF what will stand in it, so that whoever may not have the file learns nothing here either.
 * @throws what that address throws
 */
export async function describeFile(
  args: LoaderFunctionArgs,
  file: PrintedFile,
  given: { id: string; path: string; rest: Readonly<Record<string, string>> },
): Promise<PrintFacts> {
  const headers = new Headers(args.request.headers)
  headers.set('Accept', factsType)
  headers.delete('If-None-Match')
  const { signal, url } = args.request
  const more = (file.of ?? []).map((name) => [name, given.rest[name] ?? ''])
  const answer = await file.load({
    ...args,
    params: { [file.param]: given.id, ...Object.fromEntries(more) },
    request: new Request(new URL(given.path, url), { headers, signal }),
  })
  const facts: PrintFacts = await answer.json()
  return facts
}
