import { expect, test } from 'vitest'
import { hiddenCookie, livePrefsCookie, readHidden, readLivePrefs } from './live-prefs.ts'

const [me, other] = ['0190-me', '0190-other']
const pairOf = (cookie: string) => cookie.split(';')[0] ?? ''

test('before somebody chose, it is one question at a time with stamps', () => {
  expect(readLivePrefs(null, me)).toEqual({ view: 'one', hasStamps: true })
})

test.each(['one', 'list'] as const)('what a person chose is theirs alone on a shared browser: %s', (view) => {
  const prefs = { view, hasStamps: false }
  const cookies = `theme=dark; ${pairOf(livePrefsCookie(me, prefs))}`
  expect(readLivePrefs(cookies, me)).toEqual(prefs)
  expect(readLivePrefs(cookies, other)).toEqual({ view: 'one', hasStamps: true })
})

test('ratings are hidden until the browser is closed, by a cookie without an age', () => {
  expect(hiddenCookie(true)).not.toContain('Max-Age')
  expect(readHidden(`theme=dark; ${pairOf(hiddenCookie(true))}`)).toBe(true)
  expect(readHidden(pairOf(hiddenCookie(false)))).toBe(false)
  expect(readHidden(null)).toBe(false)
})
