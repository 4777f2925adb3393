import { expect, test } from 'vitest'
import type { PacketDocument, PlannedDocument } from './packet.ts'
import { addUp, chooseSample } from './sample.ts'

function documentOf(
  document: PacketDocument,
  guide: number | null = null,
  candidate = 'Ana',
): PlannedDocument {
  const isKit = guide !== null
  return {
    document,
    candidate,
    seat: isKit ? { letter: 'A', focus: 'Design', person: 'Ole' } : null,
    applicationId: 'a',
    guide,
    startsAtMs: null,
    facts: isKit ? { shortId: 'K', link: null, candidate, interviewer: 'Ole', when: null } : null,
    sessionId: 's',
    interviewerId: 'i',
    scorecardId: 'c',
  }
}
const kits = (count: number, guide = 0) =>
  Array.from({ length: count }, (_, i) => documentOf('kit', guide, `Candidate ${i}`))
const cards = (count: number) => Array.from({ length: count }, () => documentOf('filled'))

test('few documents are counted one by one', () => {
  const sample = chooseSample([...kits(2), ...cards(3)])
  expect(addUp(sample, [3, 4, 1, 2, 2])).toEqual({ pages: 12, sheets: 7, isAbout: false })
})

test('kits of one interview are exactly as long as the one with the shortest and the one with the longest facts', () => {
  const [group] = chooseSample(kits(300))
  const [shortest, longest] = group?.probes ?? []
  expect([shortest?.facts?.candidate, longest?.facts?.candidate]).toEqual(['i', 'W'.repeat(13)])
  expect(addUp(chooseSample(kits(300)), [3, 3])).toEqual({ pages: 900, sheets: 600, isAbout: false })
  expect(addUp(chooseSample(kits(300)), [3, 4])).toEqual({ pages: 1050, sheets: 600, isAbout: true })
})

test('kits of other interviews, and other documents, are groups of their own', () => {
  const sample = chooseSample([...kits(40), ...kits(40, 1), documentOf('blank', 0)])
  expect(sample.map(({ size }) => size)).toEqual([40, 40, 1])
})

test('of many filled scorecards some are laid out and stand for the rest', () => {
  const sample = chooseSample(cards(100))
  const laidOut = sample.flatMap(({ probes }) => probes).length
  expect(laidOut).toBeLessThan(20)
  expect(
    addUp(
      sample,
      Array.from({ length: laidOut }, () => 3),
    ),
  ).toEqual({
    pages: 300,
    sheets: 200,
    isAbout: true,
  })
})

test('nothing comes to nothing', () => {
  expect(addUp(chooseSample([]), [])).toEqual({ pages: 0, sheets: 0, isAbout: false })
})
