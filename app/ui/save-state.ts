/** What a form says about its own saving; `at` is a clock time as people read it, "14:02". */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'on-device'; why?: string | undefined }
  /** Held by this page only: it survives a reload, not the closing of the tab. */
  | { kind: 'in-page'; why: string }
  | { kind: 'conflict' }
  | { kind: 'refused'; why: string }

/** The save line in words. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
      return 'Nothing to save yet'
    case 'saving':
      return 'Saving'
    case 'saved':
      return `Saved ${state.at}`
    case 'on-device':
      return `Saved on this device, ${state.why ?? 'no connection'}`
    case 'in-page':
      return `Kept in this page, ${state.why}`
    case 'conflict':
      return 'Two versions, choose'
    case 'refused':
      return `Cannot save: ${state.why}`
  }
}
