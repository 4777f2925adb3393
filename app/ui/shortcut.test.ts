import { expect, test, vi } from 'vitest'
import { isTyping, isTypingText, listReachable, matchShortcut, writeKeys, type Shortcut } from './shortcut.ts'

function element(tagName: string, attributes: Record<string, string> = {}, isContentEditable = false) {
  return { tagName, isContentEditable, getAttribute: (name: string) => attributes[name] ?? null }
}

function press(
  key: string,
  modifiers: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {},
) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers }
}

test.each([
  ['a text input', element('INPUT')],
  ['a search input', element('INPUT', { type: 'search' })],
  ['a text area', element('TEXTAREA')],
  ['a select', element('SELECT')],
  ['an editable element', element('DIV', {}, true)],
  ['a text box by role', element('DIV', { role: 'textbox' })],
  ['an open list of choices', element('DIV', { role: 'option' })],
])('a key in %s is typing', (_, target) => {
  expect(isTyping(target)).toBe(true)
})

test.each([
  ['the page', element('BODY')],
  ['a button', element('BUTTON')],
  ['a rating', element('INPUT', { type: 'radio' })],
  ['a tick box', element('INPUT', { type: 'checkbox' })],
])('a key on %s may be a shortcut', (_, target) => {
  expect(isTyping(target)).toBe(false)
})

const shortcuts: Shortcut[] = [
  { keys: 'j', label: 'Next', run: vi.fn() },
  { keys: 'g p', label: 'Panels', run: vi.fn() },
  { keys: 'p', label: 'Print', run: vi.fn() },
]

test('a key with Ctrl, Alt or Command belongs to the browser', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    expect(matchShortcut(shortcuts, press('j', { [modifier]: true }), '').found).toBeNull()
})

test.each([
  ['Control', { ctrlKey: true }, 'z', 'Undo'],
  ['Command', { metaKey: true }, 'z', 'Undo'],
  ['Control and Shift', { ctrlKey: true, shiftKey: true }, 'Z', 'Redo'],
  ['Control, Shift and Caps Lock', { ctrlKey: true, shiftKey: true }, 'z', 'Redo'],
  ['Control and Alt', { ctrlKey: true, altKey: true }, 'z', undefined],
  ['nothing', {}, 'z', undefined],
])('with %s the same letter may be another shortcut', (_, modifiers, key, label) => {
  const steps: Shortcut[] = [
    { keys: 'Mod+z', label: 'Undo', run: vi.fn() },
    { keys: 'Mod+Shift+z', label: 'Redo', run: vi.fn() },
  ]
  expect(matchShortcut(steps, press(key, modifiers), '').found?.label).toBe(label)
})

test('keys with Ctrl leave text fields their own undo, and work on a list to choose from', () => {
  expect(isTypingText(element('INPUT'))).toBe(true)
  expect(isTypingText(element('TEXTAREA'))).toBe(true)
  expect(isTypingText(element('SELECT'))).toBe(false)
  expect(isTypingText(element('INPUT', { type: 'checkbox' }))).toBe(false)
})

test.each([
  ['Mod+z', ['Ctrl Z']],
  ['Mod+Shift+z', ['Ctrl Shift Z']],
  ['g p', ['g', 'p']],
  ['?', ['?']],
])('%s stands in the list of keys as %j', (keys, written) => {
  expect(writeKeys(keys)).toEqual(written)
})

test('g waits for its letter, and the letter then goes there', () => {
  expect(matchShortcut(shortcuts, press('g'), '')).toEqual({ found: null, pending: 'g' })
  expect(matchShortcut(shortcuts, press('p'), 'g').found?.label).toBe('Panels')
})

test('a letter that no place has after g counts for itself', () => {
  expect(matchShortcut(shortcuts, press('j'), 'g').found?.label).toBe('Next')
})

test('of two shortcuts with the same keys, only the first is listed', () => {
  const run = () => undefined
  const listed = listReachable([
    { keys: '/', label: 'Search questions', run },
    { keys: 'j', label: 'Next', run },
    { keys: '/', label: 'Search', run },
  ])
  expect(listed.map((shortcut) => shortcut.label)).toEqual(['Search questions', 'Next'])
})
