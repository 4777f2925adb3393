import { diffArrays, diffWordsWithSpace } from 'diff'

/** One part of a question, a competency or a role as text; a list has one line for each entry. */
export type ContentField = { key: string; label: string; lines: readonly string[] }

export type Stretch = { kind: 'same' | 'removed' | 'added'; text: string }

/** A line as it was and is: stretches in reading order. */
export type LineDifference = { kind: 'same' | 'changed' | 'removed' | 'added'; stretches: Stretch[] }

export type FieldDifference = { key: string; label: string; lines: LineDifference[] }

/** Beyond it two texts have so little in common that words among words could not be read. */
const leastShared = 0.3
const mostEdits = 600

/**
 * What differs between two versions, part by part in the order of the newer one; a part that is the same is left out.
 * Lines that moved together stay together, and a line that was rewritten shows its words.
 */
export function compareFields(
  before: readonly ContentField[],
  after: readonly ContentField[],
): FieldDifference[] {
  const keys = new Set([...after, ...before].map((field) => field.key))
  return [...keys].flatMap((key) => {
    const old = before.find((field) => field.key === key)
    const present = after.find((field) => field.key === key)
    const lines = compareLines(old?.lines ?? [], present?.lines ?? [])
    const label = present?.label ?? old?.label ?? key
    return lines.every((line) => line.kind === 'same') ? [] : [{ key, label, lines }]
  })
}

function compareLines(before: readonly string[], after: readonly string[]): LineDifference[] {
  const result: LineDifference[] = []
  let removed: string[] = []
  const flush = (added: readonly string[]) => {
    const paired = Math.min(removed.length, added.length)
    removed.forEach((text, i) => {
      const rewritten = i < paired ? added[i] : undefined
      result.push(rewritten === undefined ? whole('removed', text) : compareTexts(text, rewritten))
    })
    for (const text of added.slice(paired)) result.push(whole('added', text))
    removed = []
  }
  for (const change of diffArrays([...before], [...after])) {
    if (change.removed) {
      removed = change.value
      continue
    }
    flush(change.added ? change.value : [])
    if (!change.added) for (const text of change.value) result.push(whole('same', text))
  }
  flush([])
  return result
}

function whole(kind: Stretch['kind'], text: string): LineDifference {
  return { kind, stretches: [{ kind, text }] }
}

/** Two wordings of one text: word by word, or one after the other when hardly a word is shared. */
export function compareTexts(before: string, after: string): LineDifference {
  if (before === after) return whole('same', after)
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
  const shared = (changes ?? []).filter((change) => !change.added && !change.removed)
  const sharedLength = shared.reduce((sum, change) => sum + change.value.trim().length, 0)
  if (!changes || sharedLength < leastShared * Math.max(before.length, after.length))
    return {
      kind: 'changed',
      stretches: [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ],
    }
  return { kind: 'changed', stretches: joinRuns(changes) }
}

type Change = { value: string; added: boolean; removed: boolean }

/** Words exchanged next to each other become one run, "only grows" for "never drains", instead of word for word. */
function joinRuns(changes: readonly Change[]): Stretch[] {
  const stretches: Stretch[] = []
  let run = { removed: '', added: '' }
  const flush = () => {
    if (run.removed) stretches.push({ kind: 'removed', text: run.removed })
    if (run.added) stretches.push({ kind: 'added', text: run.added })
    run = { removed: '', added: '' }
  }
  changes.forEach(({ value, added, removed }, i) => {
    const isGap = value.trim() === '' && run.removed !== '' && run.added !== '' && i < changes.length - 1
    if (removed || (isGap && !added)) run.removed += value
    if (added || (isGap && !removed)) run.added += value
    if (added || removed || isGap) return
    flush()
    stretches.push({ kind: 'same', text: value })
  })
  flush()
  return stretches
}

/** What changed, in one line: "Prompt, probes and 3 more". */
export function changeWords(differences: readonly { label: string }[]): string {
  return differences.length === 0 ? 'No change of content' : joinLabels(differences.map(({ label }) => label))
}

/** Names of parts as one line; beyond four, three and how many more. */
export function joinLabels(names: readonly string[]): string {
  const labels = names.map((label, i) => (i === 0 ? label : uncapitalised(label)))
  const shown = labels.length > 4 ? [...labels.slice(0, 3), `${labels.length - 3} more`] : labels
  const last = shown.at(-1) ?? ''
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

function uncapitalised(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label
}
