import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { isScorecardPath, kindOfRequest } from './kept-page.ts'

const origin = 'https://panelist.example'

test.each([
  ['a scorecard that is opened', 'GET', 'navigate', paths.fillScorecard('c1'), 'scorecard'],
  ['its form without scripts, by the same address', 'GET', 'navigate', paths.fillPlainly('c1'), 'scorecard'],
  ['the data of a scorecard', 'GET', 'cors', '/scorecards/c1/fill.data', 'other'],
  ['a scorecard to read', 'GET', 'navigate', paths.scorecard('c1'), 'page'],
  ['the start page', 'GET', 'navigate', paths.home(), 'page'],
  ['a document', 'GET', 'navigate', paths.scorecardPdf('c1'), 'page'],
  ['a file of the build', 'GET', 'no-cors', '/assets/root-1.js', 'file'],
  ['a font', 'GET', 'cors', '/fonts/a.woff2', 'file'],
  ['a save', 'POST', 'cors', paths.operations(), 'other'],
  ['signing out', 'POST', 'navigate', paths.signOut(), 'sign'],
  ['signing out by script', 'POST', 'cors', `${paths.signOut()}.data`, 'sign'],
  ['signing in', 'POST', 'navigate', paths.signIn('/'), 'sign'],
  ['coming in as a guest', 'POST', 'navigate', paths.guestLink('K7QM2-RXD9H-VT4BN'), 'sign'],
  ['a form of a scorecard', 'POST', 'navigate', paths.fillScorecard('c1'), 'other'],
])('%s', (_name, method, mode, path, kind) => {
  expect(kindOfRequest({ method, mode, url: origin + path }, origin)).toBe(kind)
})

test('another origin is left alone, whatever its path', () => {
  const url = `https://elsewhere.example${paths.fillScorecard('c1')}`
  expect(kindOfRequest({ method: 'GET', mode: 'navigate', url }, origin)).toBe('other')
})

test('only the page on which a scorecard is filled may be kept', () => {
  expect(isScorecardPath(paths.fillScorecard('c1'))).toBe(true)
  for (const path of [paths.scorecard('c1'), paths.home(), '/scorecards/c1/fill/x', '/scorecards/a/b/fill']) {
    expect(isScorecardPath(path)).toBe(false)
  }
})
