import { fieldPlaceInView, valueWords } from '../scorecard-view.ts'
import type { WaitingCard } from './card-words.ts'
import type { FieldDraft } from './draft.ts'

/**
 * What waits on a device as a text that people can read, each scorecard under its title.
 * @param format says a moment in words
 */
export function writeUnsentFile(
  cards: readonly WaitingCard[],
  given: { nowMs: number; format: (atMs: number) => string },
): string {
  const { nowMs, format } = given
  const head = `Not saved in Panelist when this file was made, ${format(nowMs)}.`
  const parts = cards.map(({ words, drafts }) => {
    const entries = drafts.flatMap((draft) => {
      const place = fieldPlaceInView(draft.field, { questions: words.questions, added: [] })
      const since = draft.sinceMs === null ? '' : `, typed from ${format(draft.sinceMs)}`
      return textsOf(draft, words.levels).map((text) => `${place}${since}\n\n${text}`)
    })
    return [`${words.title}\n${'='.repeat(words.title.length)}`, ...entries].join('\n\n')
  })
  return [head, ...parts].join('\n\n\n') + '\n'
}

/** Everything typed: tabs that did not know of each other have a text each. */
function textsOf(draft: FieldDraft, levels: WaitingCard['words']['levels']): string[] {
  const texts = draft.pending.map(({ value }) => wordsOf(value, levels))
  return [...new Set(texts)]
}

function wordsOf(value: unknown, levels: WaitingCard['words']['levels']): string {
  // A question beside the plan.
  if (typeof value === 'object' && value !== null && 'prompt' in value && typeof value.prompt === 'string') {
    const title = 'title' in value && typeof value.title === 'string' ? value.title : ''
    return [title, value.prompt].filter(Boolean).join('\n')
  }
  return valueWords(value, levels)
}
