import { listAgenda } from '../agenda.ts'
import { compareCandidates, type ComparisonView } from '../comparison-view.ts'
import { splitSides } from '../debrief-view.ts'
import { gatherEvidence, type EvidenceEntry, type Verdict } from '../evidence-view.ts'
import type { Compared } from '../scored-card.ts'
import { listChangedRatings, type ChangedRating } from './changed-ratings.ts'
import { applyFinalRatings, listCurrentFinals, type FinalRating } from './final-ratings.ts'

/** The last point of every agenda. */
export const decideKey = 'decide'

/** What somebody rated, with the final level beside it where one was given. */
export type MeetingEntry = EvidenceEntry & {
  /** Counts the changes; 0 before the first. */
  finalVersion: number
  /** Null while the initial level counts, given back to it or never changed. */
  finalLevel: number | null
  reason: string | null
}

export type TopicQuestion = {
  questionId: string
  title: string
  lower: MeetingEntry[]
  higher: MeetingEntry[]
  /** Without a level, on another scale, and what shadows wrote: to be read, on neither side. */
  beside: MeetingEntry[]
}

/** A score before and after the debrief; null where nobody rated. */
export type TwoScores = { initial: number | null; final: number | null }

export type MeetingTopic = TwoScores & {
  /** The id of the competency. */
  key: string
  name: string
  /** `added` by whoever leads. */
  reason: 'apart' | 'bar-unclear' | 'added'
  apart: number
  /** Of a must-have, in points of the scale. */
  bar: number | null
  questions: TopicQuestion[]
  lowerNames: string[]
  higherNames: string[]
  heardDifferentQuestions: boolean
  isDone: boolean
  /** What was noted; version 0 before anything was. */
  note: { text: string; version: number; userName: string }
}

/** The record of a debrief: the same for everybody who takes part in it. */
export type MeetingView = {
  scale: ComparisonView['scale']
  /** The disagreements, widest first, then bars left unclear, then what was added. */
  agenda: MeetingTopic[]
  /** Rated competencies that are not on the agenda. */
  others: { key: string; name: string }[]
  verdicts: Verdict[]
  scores: (TwoScores & { key: string; name: string })[]
  overall: TwoScores
  changes: ChangedRating[]
  /** Everything that somebody rated, by competency; shadows left out. */
  rated: { competencyName: string; entry: MeetingEntry }[]
}

/** What was kept of a point of the agenda. */
export type KeptTopic = {
  topicKey: string
  isDone: boolean
  note: string
  version: number
  userName: string
}

/**
 * What a debrief shows. It is made of the cards of this candidate alone, without the calibration over others: else
 * two people in one meeting, who may see different candidates, would see different agendas.
 * @param compared with this one candidate
 * @param record what was kept of the meeting; none before it starts
 */
export function viewMeeting(
  compared: Compared,
  record: { topics: readonly KeptTopic[]; finals: readonly FinalRating[] },
): MeetingView {
  const [candidate] = compared.candidates
  // Somebody who withdrew has an agenda as well once they are talked about.
  const candidates = candidate ? [{ ...candidate, isWithdrawn: false }] : []
  const view = compareCandidates({ ...compared, candidates })
  const after = compareCandidates({
    ...compared,
    candidates: candidates.map((one) => ({ ...one, cards: applyFinalRatings(one.cards, record.finals) })),
  })
  const [row] = view.rows
  const [rowAfter] = after.rows
  const finals = new Map(listCurrentFinals(record.finals).map((final) => [keyOf(final), final]))
  const cards = candidate?.cards ?? []
  const evidence = row
    ? gatherEvidence({ ...compared, view, row, cards, shadows: candidate?.shadows ?? [] })
    : { competencies: [], verdicts: [] }
  const entriesOf = new Map(
    evidence.competencies.map(({ competency, entries }) => [
      competency.id,
      entries.map((entry) => addFinal(entry, finals.get(keyOf(entry)))),
    ]),
  )
  const scoresOf = (key: string): TwoScores => ({
    initial: row?.cells.find((cell) => cell.competencyId === key)?.score?.mean ?? null,
    final: rowAfter?.cells.find((cell) => cell.competencyId === key)?.score?.mean ?? null,
  })
  const kept = new Map(record.topics.map((topic) => [topic.topicKey, topic]))
  const flagged = listAgenda(view).map(({ competencyId, reason, apart }) => ({ competencyId, reason, apart }))
  const added = view.competencies
    .filter(({ id }) => kept.has(id) && !flagged.some((item) => item.competencyId === id))
    .map(({ id }) => ({
      competencyId: id,
      reason: 'added' as const,
      apart: row?.cells.find((cell) => cell.competencyId === id)?.apart ?? 0,
    }))
  const agenda = [...flagged, ...added].flatMap((item): MeetingTopic[] => {
    const competency = view.competencies.find((entry) => entry.id === item.competencyId)
    if (!competency) return []
    const note = kept.get(competency.id)
    return [
      {
        key: competency.id,
        name: competency.name,
        reason: item.reason,
        apart: item.apart,
        bar: competency.gate,
        ...scoresOf(competency.id),
        ...sortQuestions(entriesOf.get(competency.id) ?? []),
        isDone: note?.isDone ?? false,
        note: { text: note?.note ?? '', version: note?.version ?? 0, userName: note?.userName ?? '' },
      },
    ]
  })
  const named = view.competencies.map(({ id: key, name }) => ({ key, name }))
  const rated = named.flatMap(({ key, name }) =>
    (entriesOf.get(key) ?? [])
      .filter((entry) => entry.rating.state === 'rated' && !entry.isShadow && entry.ownScale === null)
      .map((entry) => ({ competencyName: name, entry })),
  )
  return {
    scale: view.scale,
    agenda,
    others: named.filter(({ key }) => !agenda.some((topic) => topic.key === key)),
    verdicts: evidence.verdicts,
    scores: named.map((competency) => ({ ...competency, ...scoresOf(competency.key) })),
    overall: { initial: row?.overall?.mean ?? null, final: rowAfter?.overall?.mean ?? null },
    changes: listChangedRatings({
      cards,
      finals: record.finals,
      competencies: view.competencies,
      versions: compared.versions,
    }),
    rated,
  }
}

function keyOf(of: { scorecardId: string; questionId: string }): string {
  return `${of.scorecardId} ${of.questionId}`
}

function addFinal(entry: EvidenceEntry, final: FinalRating | undefined): MeetingEntry {
  const { rating } = entry
  const isSame = rating.state === 'rated' && final?.level === rating.level
  const finalLevel = isSame ? null : (final?.level ?? null)
  return {
    ...entry,
    finalVersion: final?.version ?? 0,
    finalLevel,
    reason: finalLevel === null ? null : (final?.reason ?? null),
  }
}

function sortQuestions(
  entries: readonly MeetingEntry[],
): Pick<MeetingTopic, 'questions' | 'lowerNames' | 'higherNames' | 'heardDifferentQuestions'> {
  const { lower, higher, heardDifferentQuestions } = splitSides(entries)
  const ids = [...new Set(entries.map((entry) => entry.questionId))]
  const questions = ids.map((questionId): TopicQuestion => {
    const isThis = (entry: MeetingEntry) => entry.questionId === questionId
    const own = entries.filter(isThis)
    return {
      questionId,
      title: own[0]?.questionTitle ?? '',
      lower: lower.filter(isThis),
      higher: higher.filter(isThis),
      beside: own.filter((entry) => !lower.includes(entry) && !higher.includes(entry)),
    }
  })
  const namesOf = (side: readonly MeetingEntry[]) => [...new Set(side.map((entry) => entry.interviewerName))]
  return {
    questions: questions.toSorted(
      (a, b) => spreadOf(b) - spreadOf(a) || a.title.localeCompare(b.title, 'en'),
    ),
    lowerNames: namesOf(lower),
    higherNames: namesOf(higher),
    heardDifferentQuestions,
  }
}

/** How far the farthest two ratings of a question are apart; questions nobody rated come last. */
function spreadOf({ lower, higher }: TopicQuestion): number {
  const levels = [...lower, ...higher].flatMap(({ rating }) =>
    rating.state === 'rated' ? [rating.level] : [],
  )
  return levels.length === 0 ? -1 : Math.max(...levels) - Math.min(...levels)
}
