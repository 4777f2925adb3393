export type Shortcut = {
  /**
   * "j", "?", "1", "ArrowDown", or letters one after the other: "g p"; case counts. Or with Ctrl, on a Mac Command: "Mod+z",
   * "Mod+Shift+z".
   */
  keys: string
  label: string
  /** Heading in the list of keys: "Rate", "Move", "Go to". */
  group?: string | undefined
  run: () => void
}

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey?: boolean }

/** What `isTyping` looks at; an Element fits. */
export type TypingTarget = {
  tagName: string
  isContentEditable?: boolean | undefined
  getAttribute: (name: string) => string | null
}

const quietInputs = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color', 'image']
const typingRoles = [
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'listbox',
  'menu',
  'menuitem',
  'option',
]

/** Whether a key pressed there belongs to what is being typed or chosen, and must not act as a shortcut. */
export function isTyping(target: TypingTarget | null): boolean {
  if (!target) return false
  if (target.isContentEditable) return true
  const tag = target.tagName.toLowerCase()
  if (tag === 'textarea' || tag === 'select') return true
  if (tag === 'input') return !quietInputs.includes((target.getAttribute('type') ?? 'text').toLowerCase())
  return typingRoles.includes(target.getAttribute('role') ?? '')
}

/** Whether a key press is one with Ctrl or Command, which the switch for single keys leaves alone. */
export function isChord(press: Pick<Press, 'ctrlKey' | 'metaKey'>): boolean {
  return press.ctrlKey || press.metaKey
}

/** Whether Ctrl or Command with a key means something to what is being typed, such as its own undo. */
export function isTypingText(target: TypingTarget | null): boolean {
  return isTyping(target) && target?.tagName.toLowerCase() !== 'select'
}

/** The keys of a shortcut as they stand in lists of keys, one word for what is pressed at once: "Ctrl Shift Z". */
export function writeKeys(keys: string): string[] {
  return keys
    .split(' ')
    .map((part) =>
      part.startsWith('Mod+') ? part.replace('Mod', 'Ctrl').replaceAll('+', ' ').replace(/ .$/, upper) : part,
    )
}

function upper(text: string): string {
  return text.toUpperCase()
}

/**
 * What a key press does, given the letters pressed just before ("g").
 * @returns the shortcut to run, or the letters that some longer shortcut begins with, or neither
 */
export function matchShortcut(
  shortcuts: readonly Shortcut[],
  press: Press,
  before: string,
): { found: Shortcut | null; pending: string } {
  if (press.altKey) return { found: null, pending: '' }
  if (isChord(press)) {
    const keys = `Mod+${press.shiftKey ? 'Shift+' : ''}${press.key.toLowerCase()}`
    return { found: shortcuts.find((shortcut) => shortcut.keys === keys) ?? null, pending: '' }
  }
  for (const typed of before ? [`${before} ${press.key}`, press.key] : [press.key]) {
    const found = shortcuts.find((shortcut) => shortcut.keys === typed)
    if (found) return { found, pending: '' }
    if (shortcuts.some((shortcut) => shortcut.keys.startsWith(`${typed} `)))
      return { found: null, pending: typed }
  }
  return { found: null, pending: '' }
}

/** The shortcuts that a key press can reach: of two with the same keys, the first. */
export function listReachable(shortcuts: readonly Shortcut[]): Shortcut[] {
  return shortcuts.filter(
    (shortcut, at) => shortcuts.findIndex((other) => other.keys === shortcut.keys) === at,
  )
}
