import { expect, test } from 'vitest'
import {
  comparePlaces,
  explainExcess,
  gatherLeftOut,
  mostDocuments,
  namePaths,
  shelfOf,
  tellApart,
  type PacketPlace,
} from './packet.ts'
import { viewPacket } from './packet-view.ts'

const seat = (letter: string, person: string | null) => ({ letter, focus: 'Design', person })
const place = (given: Partial<PacketPlace> = {}): PacketPlace => ({
  document: 'kit',
  candidate: 'Ana',
  seat: seat('A', 'Maren'),
  ...given,
})
const plan = place({ document: 'plan', candidate: null, seat: null })
const comparison = place({ document: 'comparison', candidate: null, seat: null })
const debrief = place({ document: 'debrief', seat: null })

test('the panel stands first, then candidates by name, what is about them, interviews, people, documents', () => {
  const inOrder = [
    plan,
    comparison,
    debrief,
    place(),
    place({ document: 'blank' }),
    place({ document: 'filled' }),
    place({ seat: seat('A', 'Ole') }),
    place({ seat: seat('B', 'Maren') }),
    place({ candidate: 'Candidate 2' }),
    place({ candidate: 'Candidate 10' }),
  ]
  expect(inOrder.toReversed().toSorted(comparePlaces)).toEqual(inOrder)
})

test.each([
  [plan, ['Panel', 'Panel plan']],
  [debrief, ['Ana', 'Debrief packet']],
  [place(), ['Ana', 'A Design, Maren', 'Interview kit']],
  [place({ document: 'blank', seat: seat('B', null) }), ['Ana', 'B Design, nobody yet', 'Blank scorecard']],
])('a bookmark names candidate, interview with person, and document', (one, shelf) => {
  expect(shelfOf(one)).toEqual(shelf)
})

test.each([
  ['Ana', 'Ana/A Design, Maren, Interview kit'],
  ['../../etc', 'etc/A Design, Maren, Interview kit'],
  ['Ana / Bo: "C" <x>|y?*\\z', 'Ana Bo C x y z/A Design, Maren, Interview kit'],
  ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh/A Design, Maren, Interview kit'],
  ['山田', '山田/A Design, Maren, Interview kit'],
  ['Dr.', 'Dr/A Design, Maren, Interview kit'],
  ['con', 'con_/A Design, Maren, Interview kit'],
  ['\u0000\u202e', 'unnamed/A Design, Maren, Interview kit'],
  ['x'.repeat(300), `${'x'.repeat(100)}/A Design, Maren, Interview kit`],
])('in a zip %s gets a folder that every system takes', (candidate, path) => {
  expect(namePaths([place({ candidate })])).toEqual([path])
})

test('no two paths are the same, in capitals or composed letters neither', () => {
  const paths = namePaths([
    place(),
    place(),
    place({ candidate: 'ANA' }),
    place({ candidate: 'Zoe\u0308' }),
    place({ candidate: 'Zo\u00eb' }),
  ])
  expect(paths.map((path) => path.slice(-9))).toEqual([
    'rview kit',
    'w kit (2)',
    'w kit (3)',
    'rview kit',
    'w kit (2)',
  ])
})

test('files of a zip sort by their names as the packet is bound', () => {
  const places = [
    debrief,
    place(),
    place({ seat: seat('A', 'Ole') }),
    place({ seat: seat('B', 'Maren') }),
    place({ candidate: 'Bo' }),
  ].toSorted(comparePlaces)
  const folders = namePaths(places).map((path) => path.split('/')[0] ?? '')
  expect(folders.toSorted()).toEqual(folders)
  const own = namePaths(places.slice(1, 4))
  expect(own.toSorted()).toEqual(own)
})

test('the code is added to a name that two candidates have', () => {
  const names = tellApart([
    { applicationId: '1', name: 'Ana', code: 'K7' },
    { applicationId: '2', name: 'Ana', code: 'M2' },
    { applicationId: '3', name: 'Bo', code: 'C4' },
  ])
  expect([...names.values()]).toEqual(['Ana (K7)', 'Ana (M2)', 'Bo'])
})

test('what is left out for one reason is told once, with the first names and how many more', () => {
  const whom = Array.from({ length: 12 }, (_, i) => `Candidate ${i + 1}`)
  const leftOut = gatherLeftOut([
    ...whom.map((one) => ({ document: 'filled' as const, whom: one, why: 'Waits.' })),
    { document: 'debrief', whom: 'Bo', why: 'Waits.' },
    { document: null, whom: 'Cy', why: 'Withdrawn.' },
  ])
  const view = viewPacket({
    panelName: '',
    offered: [],
    documents: [],
    who: 'all',
    candidates: [],
    interviewers: [],
    planned: [],
    guides: [],
    leftOut,
  })
  expect(view.leftOut).toEqual([
    { what: 'Filled scorecard', whom: `${whom.slice(0, 8).join('; ')} and 4 more`, why: 'Waits.' },
    { what: 'Debrief packet', whom: 'Bo', why: 'Waits.' },
    { what: 'Everything', whom: 'Cy', why: 'Withdrawn.' },
  ])
})

test('a packet of too many says how many they are, and what to do', () => {
  expect(explainExcess(mostDocuments)).toBeNull()
  expect(explainExcess(mostDocuments + 1)).toContain(`${mostDocuments + 1} documents`)
})
