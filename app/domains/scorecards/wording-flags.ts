import { addedTitle } from './added-question.ts'
import { fieldName } from './field.ts'
import { questionRecordOf } from './scorecard-record.ts'
import type { ScorecardRecord } from './scorecard.ts'
import { wordingRules } from './wording-list.ts'

/** Words that deserve another look before others read them. They never hinder a submission. */
export type WordingFlag = {
  field: string
  /** Null for the summary. */
  questionId: string | null
  /** "Question 3, Same order twice" */
  place: string
  /** As they stand in the text. */
  words: string
  reason: string
}

const stamp = /^\d{1,3}:\d{2} /
/** What somebody said stands in quotation marks and is theirs; an apostrophe opens none. */
const quoted = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"|(?<!\p{L})‘[^‘’]*’(?!\p{L})/gu

/**
 * The words of one text that deserve another look, each once, in the order in which they stand there.
 * @returns with why; empty when nothing was found
 */
export function flagWording(text: string): { words: string; reason: string }[] {
  const found = text.split('\n').flatMap((line) => {
    const own = line
      .replace(stamp, '')
      .replace(/^[+−] /, '')
      .replace(quoted, '…')
      .trim()
    return wordingRules
      .flatMap(({ pattern, reason }) => {
        const match = pattern.exec(own)
        return match ? [{ at: match.index, words: match[0].replace(/[.!…]+$/u, ''), reason }] : []
      })
      .sort((a, b) => a.at - b.at || b.words.length - a.words.length)
  })
  const seen = new Set<string>()
  return found.flatMap(({ words, reason }) => {
    if (seen.has(reason + words.toLowerCase()) || isInside(words, seen)) return []
    seen.add(reason + words.toLowerCase())
    return { words, reason }
  })
}

function isInside(words: string, seen: ReadonlySet<string>): boolean {
  return [...seen].some((entry) => entry.endsWith(words.toLowerCase()))
}

/** All that others will read of a card, looked over word by word. The candidate's own words are left alone. */
export function listWordingFlags(
  record: ScorecardRecord,
  questions: readonly { questionId: string; title: string }[],
): WordingFlag[] {
  const texts = [
    ...questions.map(({ questionId, title }, at) => ({
      field: fieldName('evidence', questionId),
      questionId,
      place: `Question ${at + 1}, ${title}`,
      text: questionRecordOf(record, questionId).evidence,
    })),
    ...record.added.map((added) => ({
      field: fieldName('evidence', added.id),
      questionId: added.id,
      place: `Unplanned question, ${addedTitle(added)}`,
      text: added.evidence,
    })),
    { field: 'summary:for', questionId: null, place: 'What speaks for', text: record.summaryFor },
    { field: 'summary:against', questionId: null, place: 'What speaks against', text: record.summaryAgainst },
    {
      field: 'recommendation:reason',
      questionId: null,
      place: 'Reason for the recommendation',
      text: record.recommendationReason,
    },
  ]
  return texts.flatMap(({ text, ...at }) => flagWording(text).map((flag) => ({ ...at, ...flag })))
}
