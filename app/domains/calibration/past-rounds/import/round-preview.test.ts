import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { previewRound, type RoundPreview } from './round-preview.ts'
import { readSheet } from './read-sheet.server.ts'
import { readSettings, suggestSettings, type RoundSettings } from './round-settings.ts'

const scales = shippedRubrics().scales.map(({ id, name, levels }) => ({ id, name, levels }))
const around = { known: { people: new Set<string>(), competencies: new Set<string>() }, scales }

/** What a text gives when nothing but `changes` is said about it. */
function look(text: string, changes: Partial<RoundSettings> = {}) {
  const rows = readSheet(text)
  if ('problem' in rows) throw new Error(rows.problem)
  const suggested = suggestSettings(rows, around, 'Round')
  const settings = { ...suggested, ...changes }
  return { ...previewRound(rows, settings, scales), settings, rows }
}

type Look = ReturnType<typeof look>

/** "Ana, Bo, API 3": every rating of a round that can be stored, in one order. */
function ratingsOf({ ready, preview }: Look): string[] | RoundPreview['errors'] {
  if (!ready) return preview.errors
  return ready.prepared.ratings
    .map(({ candidate, interviewer, competency, question, level, note }) =>
      [candidate, interviewer, [competency, question].filter(Boolean).join('/') + ` ${level}`, note]
        .filter(Boolean)
        .join(', '),
    )
    .sort()
}

test.each<[string, string, string[]]>([
  [
    'long, in any order and with other words for it',
    'Score,Applicant,Criterion,RATED  BY\n3,Ana,API,Bo\n2,Ana,Data,Bo',
    ['Ana, Bo, API 3', 'Ana, Bo, Data 2'],
  ],
  [
    'long with question and note, semicolons and decimal commas',
    'candidate;interviewer;competency;question;rating;note\nAna;Bo;API;Limits;2,5;"knew; well"\n',
    ['Ana, Bo, API/Limits 2.5, knew; well'],
  ],
  [
    'long with a note and without a competency',
    'candidate,interviewer,rating,note\nAna,Bo,3,quick',
    ['Ana, Bo, Overall 3, quick'],
  ],
  [
    'long without a competency',
    'candidate\trater\tscore\nAna\tBo\t4\nCy\tBo\t1',
    ['Ana, Bo, Overall 4', 'Cy, Bo, Overall 1'],
  ],
  [
    'a row for each pair, a column for each competency',
    'Candidate,Interviewer,API,Data\nAna,Bo,3,\nAna,Cy,n/a,2',
    ['Ana, Bo, API 3', 'Ana, Cy, Data 2'],
  ],
  [
    'columns of competency and interviewer',
    'Name,API / Bo,Data / Bo,API / Cy\nAna,3,4,\nDan,1,-,2',
    ['Ana, Bo, API 3', 'Ana, Bo, Data 4', 'Dan, Bo, API 1', 'Dan, Cy, API 2'],
  ],
  [
    'columns of interviewer and competency',
    'Candidate,Bo: API,Bo: Data,Cy: API\nAna,3,4,2',
    ['Ana, Bo, API 3', 'Ana, Bo, Data 4', 'Ana, Cy, API 2'],
  ],
  [
    'two rows of headings',
    ',API,,Data,\nCandidate,Bo,Cy,Bo,Cy\nAna,1,2,3,4',
    ['Ana, Bo, API 1', 'Ana, Bo, Data 3', 'Ana, Cy, API 2', 'Ana, Cy, Data 4'],
  ],
  [
    'labels of the scale, alone and with their figure',
    'candidate,interviewer,rating\nAna,Bo,Good\nCy,Bo,2 - mixed\nDi,Bo,Poor (1)',
    ['Ana, Bo, Overall 3', 'Cy, Bo, Overall 2', 'Di, Bo, Overall 1'],
  ],
  [
    'names that are numbers or formulas',
    'candidate,interviewer,rating\n007,=1+1,3',
    ['007, =1+1, Overall 3'],
  ],
  ['no heading', 'Ana,Bo,3\nCy,Bo,2', ['Ana, Bo, Column C 3', 'Cy, Bo, Column C 2']],
  [
    'a note goes with the rating to its left',
    'Candidate,Interviewer,API,API comments,Data\nAna,Bo,3,slow,2',
    ['Ana, Bo, API 3, slow', 'Ana, Bo, Data 2'],
  ],
  [
    'spaces and capitals',
    'Candidate,Interviewer,Rating\n Ana  Ruiz ,Bo,3\nANA RUIZ,Cy,2',
    ['Ana Ruiz, Bo, Overall 3', 'Ana Ruiz, Cy, Overall 2'],
  ],
  [
    'averages of a spreadsheet are left out by their heading',
    'Candidate,Interviewer,API,Average\nAna,Bo,3,3',
    ['Ana, Bo, API 3'],
  ],
])('a file is read: %s', (_name, text, expected) => {
  expect(ratingsOf(look(text))).toEqual(expected)
})

test('a scale is guessed from its labels, then from the figures', () => {
  const file = (values: readonly string[]) =>
    `candidate,interviewer,rating\n${values.map((value, i) => `C${i},Bo,${value}`).join('\n')}`
  const guess = (...values: string[]) => {
    const { scaleId, least, most } = look(file(values)).settings
    return scaleId || `${least} to ${most}`
  }
  expect(guess('1', '4')).toBe('four-point')
  expect(guess('1', '5')).toBe('five-point')
  expect(guess('7', '3')).toBe('uk-seven')
  expect(guess('0', '3')).toBe('0 to 3')
  expect(guess('62', '80')).toBe('1 to 100')
  expect(guess('1', '2', '4', '3', '7')).toBe('four-point')
  expect(guess('Good', 'Excellent')).toBe('four-point')
})

const odd = 'Candidate,Interviewer,API,Data\nAna,Bo,n.b.,9\nCy,Bo,N.B.,2\nDi,Bo,1,4\nEd,Bo,3,3'

test('every value that is not on the scale is told by row, column and value, and holds the import', () => {
  const { preview, ready } = look(odd, { scaleId: 'four-point' })
  expect(ready).toBeUndefined()
  expect(preview.unknown).toEqual([
    { value: 'n.b.', words: '2 times, first in row 2, in column C (API)', to: '' },
    { value: '9', words: 'in row 2, in column D (Data), outside the scale', to: '' },
  ])
  expect(preview.errors).toEqual({
    unknown: ['Say what each of the 2 values that are not on the scale means.'],
  })
})

test('a value that is settled means missing or a level, in all its spellings', () => {
  const settled = [
    { word: 'n.b.', to: 'missing' },
    { word: '9', to: '4' },
  ]
  const found = look(odd, { scaleId: 'four-point', settled })
  expect(found.preview.unknown.map(({ to }) => to)).toEqual(['missing', '4'])
  expect(ratingsOf(found)).toEqual([
    'Ana, Bo, Data 4',
    'Cy, Bo, Data 2',
    'Di, Bo, API 1',
    'Di, Bo, Data 4',
    'Ed, Bo, API 3',
    'Ed, Bo, Data 3',
  ])
  expect(found.preview.counts.missing).toBe(2)
})

test('a level that the scale does not have settles nothing', () => {
  const { ready } = look(odd, { scaleId: 'four-point', settled: [{ word: '9', to: '9' }] })
  expect(ready).toBeUndefined()
})

const twice = 'candidate,interviewer,rating\nAna,Bo,1\nAna,Bo,3\nCy,Bo,2\nCy,Bo,2'

test('two ratings of one thing that differ are asked about; twice the same is one', () => {
  const { preview } = look(twice)
  expect(preview.repeats).toEqual({
    count: 1,
    examples: ['Ana, Bo, Overall: “1” in row 2, column C (rating), “3” in row 3, column C (rating)'],
  })
  expect(Object.keys(preview.errors)).toEqual(['twice'])
  expect(ratingsOf(look(twice, { twice: 'first' }))).toEqual(['Ana, Bo, Overall 1', 'Cy, Bo, Overall 2'])
  expect(ratingsOf(look(twice, { twice: 'last' }))).toEqual(['Ana, Bo, Overall 3', 'Cy, Bo, Overall 2'])
})

const merged = 'Candidate,Interviewer,API\nAna,Bo,1\n,Cy,2\nMean,,1.5'

test('a rating without a name is left out or takes the name above, as somebody says', () => {
  const { preview } = look(merged)
  expect(preview.nameless).toEqual({
    count: 2,
    examples: [
      '“2” in row 3, column C (API) has no candidate',
      '“1.5” in row 4, column C (API) has no interviewer',
    ],
  })
  expect(Object.keys(preview.errors)).toEqual(['nameless'])
  expect(ratingsOf(look(merged, { nameless: 'leave' }))).toEqual(['Ana, Bo, API 1'])
  expect(ratingsOf(look(merged, { nameless: 'above' }))).toEqual([
    'Ana, Bo, API 1',
    'Ana, Cy, API 2',
    'Mean, Cy, API 1.5',
  ])
})

test('spellings are one name unless somebody says otherwise', () => {
  const text = 'candidate,interviewer,rating\nana,Bo,1\nAna,Cy,2'
  expect(look(text).preview.merged).toEqual([['ana', 'Ana']])
  expect(look(text, { isApart: true }).preview.counts.candidates).toBe(2)
})

test('what stands right of the headings, and groups without a shared interviewer, are told', () => {
  const { preview } = look('candidate,interviewer,rating\nAna,Bo,1,what\nCy,Di,2\nEd,Di,3')
  expect(preview.stray).toEqual({ count: 1, examples: ['“what” in row 2, column D'] })
  expect(preview.groups).toEqual([2, 1])
})

test.each<[string, Partial<RoundSettings>, string]>([
  ['no name', { name: '' }, 'name'],
  ['a scale upside down', { scaleId: '', least: '4', most: '1' }, 'most'],
  ['a label without its level', { scaleId: '', least: '1', most: '4', labels: '9 Great' }, 'labels'],
  ['a weight of nothing', { competencies: [{ name: 'Overall', weight: '0', bar: '' }] }, 'weight.0'],
  ['a bar off the scale', { competencies: [{ name: 'Overall', weight: '', bar: '12' }] }, 'bar.0'],
])('a form with %s is refused at its field', (_name, changes, field) => {
  const text = 'candidate,interviewer,rating\nAna,Bo,1\nCy,Bo,2'
  expect(Object.keys(look(text, changes).preview.errors)).toEqual([field])
})

test('weights, bars and labels of a scale of their own are taken', () => {
  const text = 'candidate,interviewer,rating\nAna,Bo,fine\nCy,Bo,0'
  const { ready } = look(text, {
    scaleId: '',
    least: '0',
    most: '2',
    labels: '0 bad\n2: fine',
    competencies: [{ name: 'Overall', weight: '2,5', bar: '1' }],
  })
  expect(ready?.scale.levels.map(({ label }) => label)).toEqual(['bad', '', 'fine'])
  expect(ready?.prepared.ratings.map(({ level }) => level)).toEqual([2, 0])
  expect(ready?.weights).toEqual([{ name: 'Overall', weight: 2.5, gate: 1 }])
})

test('a column that is taken as something else after all is read as that', () => {
  const { rows } = look('who,by whom,what,how much\nAna,Bo,API,3')
  const form = new FormData()
  const fields = {
    heads: '1',
    layout: 'long',
    drawn: '1 long',
    'use.0': 'candidate',
    'use.1': 'interviewer',
    'use.2': 'competency',
    'use.3': 'rating',
    name: 'Round',
    scaleId: 'four-point',
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const settings = readSettings(form, rows, around)
  expect(settings.reading.uses).toEqual(['candidate', 'interviewer', 'competency', 'rating'])
  form.set('layout', 'rows')
  expect(readSettings(form, rows, around).reading.uses).toEqual([
    'candidate',
    'interviewer',
    'rating',
    'rating',
  ])
})

test('the long form and both wide forms of the same ratings give the same round', () => {
  const level = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null })
  const table = fc.array(
    fc.array(fc.array(level, { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  const [interviewers, competencies] = [
    ['Bo', 'Cy Dee', 'É, Fay'],
    ['API', 'Data: model'],
  ]
  const quote = (text: string) => `"${text}"`
  fc.assert(
    fc.property(table, (levels) => {
      fc.pre(levels.flat(2).filter((one) => one !== null).length > 0)
      const cells = levels.flatMap((ofCandidate, c) =>
        ofCandidate.flatMap((ofPair, i) =>
          ofPair.map((one, k) => ({
            candidate: `P ${c}`,
            interviewer: interviewers[i] ?? '',
            competency: competencies[k] ?? '',
            text: one === null ? '' : String(one),
          })),
        ),
      )
      const long = [
        'candidate,interviewer,competency,rating',
        ...cells.map((one) =>
          [one.candidate, quote(one.interviewer), quote(one.competency), one.text].join(','),
        ),
      ]
      const rows = [
        `candidate,interviewer,${competencies.map(quote).join(',')}`,
        ...levels.flatMap((ofCandidate, c) =>
          ofCandidate.map((ofPair, i) =>
            [`P ${c}`, quote(interviewers[i] ?? ''), ...ofPair.map((one) => one ?? '-')].join(','),
          ),
        ),
      ]
      const pairs = [
        `candidate,${interviewers.flatMap((i) => competencies.map((k) => quote(`${k} | ${i}`))).join(',')}`,
        ...levels.map((ofCandidate, c) =>
          [`P ${c}`, ...ofCandidate.flat().map((one) => one ?? 'n/a')].join(','),
        ),
      ]
      const [first, ...others] = [long, rows, pairs].map((lines) =>
        ratingsOf(look(lines.join('\n'), { scaleId: 'four-point' })),
      )
      expect(first).toHaveLength(cells.filter((one) => one.text !== '').length)
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 100 },
  )
})
