/** What a form says about its own saving; `at` is a clock time as people read it, "14:02", when it is known. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at?: string | undefined }
  | { kind: 'on-device'; why?: string | undefined }
  /** Held by this tab only: closing it loses what is not saved. */
  | { kind: 'in-page'; why: string }
  | { kind: 'conflict' }
  | {
      kind: 'refused'
      why: string
      /** It stays on this device until it can be saved. */
      isKept?: boolean | undefined
      /** Where whoever is signed out signs in again, in a tab of its own. */
      signInTo?: string | undefined
    }

/** The save line in words. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
      return 'Nothing to save yet'
    case 'saving':
      return 'Saving'
    case 'saved':
      return state.at === undefined ? 'Saved' : `Saved ${state.at}`
    case 'on-device':
      return `Saved on this device, ${state.why ?? 'no connection'}`
    case 'in-page':
      return `Kept in this tab only, ${state.why}. Leave it open`
    case 'conflict':
      return 'Two versions, choose'
    case 'refused':
      return `Cannot save: ${state.why}${state.isKept ? '. It is kept on this device' : ''}`
  }
}
