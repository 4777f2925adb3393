import { stringify } from 'csv-stringify/sync'
import { importRound, lookAtRound } from '#app/domains/calibration/past-rounds/import/import-round.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { must } from './must.ts'
import { normal, seededRandom } from './random.ts'

const competencies = [
  'Interface design',
  'Data mapping',
  'Troubleshooting',
  'Security',
  'Working with partners',
]
/** Three interviewers sat on the first day and three on the second; Ida Brandt sat on both, and rates strictly. */
const days = [
  ['Ida Brandt', 'Jonas Weir', 'Meera Pillai'],
  ['Ida Brandt', 'Tomasz Zych', 'Ruth Okafor', 'Elif Demir'],
]
const strict: Readonly<Record<string, number>> = { 'Ida Brandt': -0.8, 'Ruth Okafor': 0.3 }
const firstNames = 'Amara Bruno Celia Dmitri Esther Farid Gwen Hugo Irene Jamal Katya Luis'.split(' ')
const lastNames = ['Adler', 'Bosch']
const candidatesOfADay = 12
const seed = 20_260_407

/** Ratings of an invented spring: 24 candidates on two days, whom two or three interviewers met each. */
export function writePastRatings(): string {
  const random = seededRandom(seed)
  const rows = days.flatMap((interviewers, day) =>
    Array.from({ length: candidatesOfADay }, (_, i) => {
      const candidate = `${firstNames[i] ?? ''} ${lastNames[day] ?? ''}`
      const able = 2.7 + 0.7 * normal(random)
      const own = competencies.map(() => able + 0.35 * normal(random))
      // The strict one meets every second candidate, two others of the day meet everybody in turn.
      const others = interviewers.slice(1)
      const met = [...(i % 2 === 0 ? interviewers.slice(0, 1) : []), ...pickTwo(others, i)]
      return met.map((interviewer) => [
        candidate,
        interviewer,
        ...own.map((level) => rate(level + (strict[interviewer] ?? 0), random)),
      ])
    }).flat(),
  )
  return stringify([['Candidate', 'Interviewer', ...competencies], ...rows])
}

function pickTwo(names: readonly string[], turn: number): string[] {
  return [0, 1].map((step) => names[(turn + step) % names.length] ?? '')
}

/** A level from 1 to 4; one in thirty was not asked. */
function rate(level: number, random: () => number): string {
  const given = Math.min(4, Math.max(1, Math.round(level + 0.4 * normal(random))))
  return random() < 1 / 30 ? 'n/a' : String(given)
}

/** Imports the invented spring as a manager would. */
export function addDemoPastRound(ctx: Ctx): void {
  const text = writePastRatings()
  const given = { text, fileName: 'Spring round.csv' }
  const { seen } = must(lookAtRound(ctx, given))
  must(importRound(ctx, { ...given, formKey: newId(), seen }))
}
