import { expect, test } from 'vitest'
import {
  addLine,
  changeOnEnter,
  maskLines,
  removeLine,
  signalLine,
  stampOf,
  unmaskLines,
} from './note-lines.ts'

const names = signalLine('Names a key', true)
const leaves = signalLine('Leaves it to the sender', false)

/** The text after Enter at the mark. */
function enter(marked: string, nowStamp = '12:40 '): string {
  const at = marked.indexOf('|')
  const text = marked.replace('|', '')
  const change = changeOnEnter(text, at, nowStamp)
  return change ? text.slice(0, change.from) + change.insert + text.slice(change.to) : 'as always'
}

test.each([
  ['Kept the number|', 'Kept the number\n12:40 '],
  ['12:01 Kept the number|', '12:01 Kept the number\n12:40 '],
  ['One|\nTwo', 'One\n12:40 \nTwo'],
  ['Kept the| number', 'as always'],
  ['|', 'as always'],
  ['One\n|', 'as always'],
  ['One\n12:01 |', 'One\n'],
  ['12:01 |', ''],
])('Enter in %j gives %j', (before, after) => {
  expect(enter(before)).toBe(after)
})

test('a stamp is the minute and second of the interview', () => {
  expect(stampOf(760_000)).toBe('12:40 ')
  expect(stampOf(0)).toBe('0:00 ')
})

test('a ticked signal becomes a line of its own, and takes a line that waits for words', () => {
  expect(addLine('', names, '')).toBe('+ Names a key')
  expect(addLine('Said so', names, '3:05 ')).toBe('Said so\n3:05 + Names a key')
  expect(addLine('Said so\n2:50 ', names, '3:05 ')).toBe('Said so\n2:50 + Names a key')
  expect(addLine('Said so\n', leaves, '')).toBe('Said so\n− Leaves it to the sender')
})

test('unticking takes the line out again unless somebody touched it', () => {
  const notes = `One\n3:05 ${names}\nTwo`
  expect(removeLine(notes, names)).toBe('One\nTwo')
  expect(removeLine(names, names)).toBe('')
  const touched = `One\n${names}, and says why\nTwo`
  expect(removeLine(touched, names)).toBe(touched)
  expect(removeLine('One', names)).toBe('One')
})

test('covered notes show no signal, and what is typed meanwhile is joined with what is covered', () => {
  const notes = `One\n3:05 ${names}\nTwo\n${leaves}`
  const lines = [names, leaves]
  const shown = maskLines(notes, lines)
  expect(shown).toBe('One\n3:05 (hidden line 1)\nTwo\n(hidden line 2)')
  expect(unmaskLines(shown, notes, lines)).toBe(notes)
  expect(unmaskLines(`${shown}\nThree`, notes, lines)).toBe(`${notes}\nThree`)
  expect(unmaskLines('One\nTwo\n(hidden line 2)', notes, lines)).toBe(`One\nTwo\n${leaves}`)
  expect(maskLines('Nothing to hide', lines)).toBe('Nothing to hide')
})
