import { createElement, type ReactElement } from 'react'
import type {
  AccessCopy,
  CopiedApplication,
  CopiedCard,
} from '#app/domains/debrief/access-copy/access-copy.ts'
import type { DebriefRecord, PrintedDecision } from '#app/domains/debrief/meeting/record-view.ts'
import { FactsRow } from '#app/documents/parts/facts-row.tsx'
import type { PrintStyle } from '#app/documents/parts/look.ts'
import { Words } from '#app/documents/parts/words.tsx'
import type { Composition } from '#app/documents/press/compose.ts'
import { composeFlow, type FlowPart } from '#app/documents/press/compose-flow.ts'
import { cutText } from '#app/documents/press/text-parts.ts'
import { Asked, BeforeHandingOut, Labelled, Ruled } from './copy-parts.tsx'

export type AccessCopyPdfProps = PrintStyle & {
  copy: AccessCopy
  /** The moment it shows, in words. */
  asOf: string
  createdAt: Date
}

/** Everything held about one candidate, for that candidate. */
export function composeAccessCopy(
  props: AccessCopyPdfProps,
  watch?: (share: number) => void,
): Promise<Composition> {
  const { copy, asOf } = props
  const { candidate, applications } = copy
  const title = 'Copy of what is held about you'
  const facts = [
    { label: 'Name', value: candidate.name },
    { label: 'Code on paper', value: candidate.code },
    { label: 'E-mail', value: candidate.email ?? 'none' },
    { label: 'Added', value: candidate.added },
    { label: 'Copy made', value: asOf },
  ]
  const flow = {
    footer: `${title} · ${candidate.name} · ${asOf} · personal`,
    parts: [
      part(
        title,
        Words,
        { as: 'title' as const, tagged: { tag: 'H1' as const }, children: title },
        { isHead: true },
      ),
      part('before', BeforeHandingOut, {}, { before: 4 }),
      part(['facts', facts], FactsRow, { facts }),
      part(['cv', candidate.cvUrl], Labelled, {
        label: 'Link to your CV',
        text: candidate.cvUrl ?? 'none is kept',
      }),
      part('what', Labelled, { label: 'What this is', text: what }, { before: 6 }),
      ...(applications.length === 0
        ? [part('none', Words, { children: 'You were on no panel.' }, { before: 8 })]
        : []),
      ...applications.flatMap(partsOfApplication),
    ],
  }
  return composeFlow(flow, { ...props, title }, watch)
}

const what =
  'This is what the people who interviewed you wrote in Panelist and handed in, with your data and what was decided. Interviewers are named by letters, other people by what they are. Scores are worked out from these ratings when a page is opened, and are not kept. Notes that an interviewer keeps for themselves are read by nobody else and are not part of it. Copies in backups age out by themselves.'

function part<P extends object>(
  key: unknown,
  component: (props: P) => ReactElement | null,
  props: P,
  place: Omit<FlowPart, 'key' | 'element'> = {},
): FlowPart {
  return { key: [component.name, key, props], element: createElement(component, props), ...place }
}

function partsOfApplication(application: CopiedApplication, at: number): FlowPart[] {
  const { panelName, roleName, sessions, cards, early, record, missing } = application
  const dates = [
    `Put on this panel ${application.added}`,
    application.withdrawn === null ? '' : `, withdrawn ${application.withdrawn}`,
  ].join('')
  return [
    part(
      ['panel', at],
      Ruled,
      { title: `${roleName}: ${panelName}`, detail: dates },
      { before: 14, isHead: true },
    ),
    part(['sessions', at], Words, { as: 'head', children: 'Interviews' }, { before: 4, isHead: true }),
    ...(sessions.length === 0 ? [part('no session', Words, { children: 'None was planned.' })] : []),
    ...sessions.map((session, i) =>
      part(['session', at, i], Labelled, {
        label: `${session.interview}, ${session.when}`,
        text: `${session.state}${session.people.length > 0 ? `; ${session.people.join(', ')}` : ''}`,
      }),
    ),
    ...(missing > 0
      ? [
          part('missing', Labelled, {
            label: 'Not handed in, and not part of this copy',
            text: `${missing} ${missing === 1 ? 'scorecard' : 'scorecards'}.`,
          }),
        ]
      : []),
    ...early.flatMap((look, i) =>
      textParts(
        ['early', at, i],
        `Read before all were handed in, ${look.when}`,
        `${look.who}: ${look.reason}`,
      ),
    ),
    ...cards.flatMap((card, i) => partsOfCard(card, [at, i])),
    ...(record ? partsOfRecord(record, at) : []),
  ]
}

function textParts(key: unknown, label: string, text: string): FlowPart[] {
  if (text === '') return []
  return cutText(text).map((piece, i) =>
    part([key, i], Labelled, { label: i === 0 ? label : '', text: piece }, { before: i === 0 ? 3 : 0 }),
  )
}

function partsOfCard(card: CopiedCard, at: readonly number[]): FlowPart[] {
  const title = `What ${card.writer} wrote${card.isShadow ? ', in training, counted in nothing' : ''}`
  return [
    part(
      ['card', at],
      Ruled,
      { title, detail: `${card.interview}, handed in ${card.submitted}` },
      { before: 12, isHead: true },
    ),
    ...textParts(
      ['vote', at],
      `Recommendation: ${card.recommendation}`,
      card.recommendationReason || 'No reason written.',
    ),
    ...textParts(['for', at], 'For', card.summaryFor),
    ...textParts(['against', at], 'Against', card.summaryAgainst),
    ...card.questions.flatMap((question, i): FlowPart[] => {
      const { prompt, competencyName, ratingWords, signals } = question
      return [
        part(
          ['asked', at, i],
          Asked,
          { prompt, competencyName, ratingWords },
          { before: 6, isHead: question.evidence !== '' },
        ),
        ...textParts(['evidence', at, i], 'What was said or done', question.evidence),
        ...textParts(['answer', at, i], 'In your words', question.answer),
        ...textParts(['signals', at, i], 'Signals ticked', signals.join('; ')),
      ]
    }),
    ...textParts(['left', at], 'Left the plan', card.deviations.join(' ')),
    ...card.amendments.flatMap((change, i) =>
      textParts(
        ['changed', at, i],
        `Changed after it was handed in, ${change.when}: ${change.place}`,
        `From “${change.before}” to “${change.after}” by ${change.by}. ${change.reason}`,
      ),
    ),
  ]
}

function partsOfRecord(record: DebriefRecord, at: number): FlowPart[] {
  return [
    part(
      ['debrief', at],
      Ruled,
      {
        title: 'Debrief',
        detail: `Started ${record.startedAt} by ${record.leadName}; ${record.recommendations}`,
      },
      { before: 12, isHead: record.notes.length + record.ratings.length > 0 },
    ),
    ...record.ratings.flatMap((rating, i) =>
      textParts(
        ['final', at, i],
        `${rating.questionTitle}: ${rating.interviewerName} changed ${rating.initial} to ${rating.final}`,
        rating.reason || 'No reason is kept.',
      ),
    ),
    ...record.notes.flatMap((note, i) =>
      textParts(['note', at, i], note.title, note.note || 'Talked about, nothing noted.'),
    ),
    ...[record.decision, ...record.earlier].flatMap((decision, i) => partsOfDecision(decision, [at, i])),
  ]
}

function partsOfDecision(decision: PrintedDecision, at: readonly number[]): FlowPart[] {
  const { locked, reopened, competencyNames, signers } = decision
  const about = competencyNames.length > 0 ? ` To ask about: ${competencyNames.join(', ')}.` : ''
  return [
    part(
      ['decision', at],
      Ruled,
      {
        title: `Decision ${decision.number}: ${decision.outcomeWords}`,
        detail: locked ?? 'Not locked, may still change',
      },
      { before: 10, isHead: true },
    ),
    ...textParts(['why', at], 'Reason', `${decision.reason || 'None is kept.'}${about}`),
    ...signers.flatMap((signer, i) =>
      textParts(
        ['signer', at, i],
        `${signer.name}, ${signer.part}`,
        `${signer.standing}${signer.dissent ? `: ${signer.dissent}` : ''}`,
      ),
    ),
    ...(reopened ? textParts(['again', at], reopened.words, reopened.reason || 'No reason is kept.') : []),
  ]
}
