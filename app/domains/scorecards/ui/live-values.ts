import { recordFrom } from '#app/domains/scorecards/scorecard-record.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import type { ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { listMissing, type Missing } from '#app/domains/scorecards/submit-check.ts'
import type { QueueState } from '#app/domains/scorecards/saving/queue-state.ts'
import { paths } from '#app/paths.ts'
import type { SaveState } from '#app/ui/save-state.ts'

type Fields = Readonly<Record<string, { version: number; value: unknown }>>

/** What the card says now: what was loaded, with what was entered since. */
export function liveRecord(view: ScorecardView, fields: Fields, state: QueueState): ScorecardRecord {
  return recordFrom({ ...valuesIn(fields), ...state.values }, view)
}

/** What a card said when the page was loaded. */
export function recordOf(view: ScorecardView, fields: Fields): ScorecardRecord {
  return recordFrom(valuesIn(fields), view)
}

function valuesIn(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))
}

/** What stands between the card and its submission, by the rule that the server applies. */
export function liveMissing(view: ScorecardView, record: ScorecardRecord): Missing[] {
  const questions = view.questions.map(({ questionId, title }) => ({ questionId, content: { title } }))
  return listMissing(record, { questions }, view)
}

/** The save line of the page; `clock` says a moment as people read it. */
export function saveStateOf(state: QueueState, clock: (atMs: number) => string): SaveState {
  if (state.conflicts.length > 0) return { kind: 'conflict' }
  switch (state.status) {
    case 'untouched':
    case 'saving':
      return { kind: state.status }
    case 'saved':
    case 'gone':
      return { kind: 'saved', at: state.savedAtMs === null ? undefined : clock(state.savedAtMs) }
    case 'waiting': {
      const why = state.why ?? 'no connection'
      return state.keeping === 'device' ? { kind: 'on-device', why } : { kind: 'in-page', why }
    }
    case 'stopped':
      return {
        kind: 'refused',
        why: state.why ?? 'the server refused it',
        isKept: state.keeping === 'device',
        signInTo: state.isSignedOut ? paths.signIn() : undefined,
      }
  }
}
