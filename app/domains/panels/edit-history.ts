/** An edit of a draft, or one that took another back or did it again. */
export type EditKind = 'edit' | 'undo' | 'redo'

/** A way through the log of a draft. */
export type HistoryIntent = 'undo' | 'undo-this' | 'redo'

/** An entry of the log of a draft; it found the draft as the entry before left it. */
export type LoggedEdit = { revision: number; kind: EditKind; words: string }

/** `foundBy`: the draft goes back to what the edit of this revision found. */
export type HistoryStep = { words: string; foundBy: number }

/** What Undo would take back, and Redo do again; null when there is nothing. */
export type History = { undo: HistoryStep | null; redo: HistoryStep | null }

/**
 * Where a draft stands between what can be undone and what can be done again.
 * @param log every edit of the draft, oldest first
 */
export function readHistory(log: readonly LoggedEdit[]): History {
  const done: HistoryStep[] = []
  let undone: HistoryStep[] = []
  for (const { revision, kind, words } of log) {
    if (kind === 'edit') {
      done.push({ words, foundBy: revision })
      undone = []
      continue
    }
    const [from, to] = kind === 'undo' ? [done, undone] : [undone, done]
    const step = from.pop()
    // What this entry found is the state on the other side of the step.
    if (step) to.push({ words: step.words, foundBy: revision })
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
}
