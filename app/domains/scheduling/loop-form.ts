import { momentOf, nextWorkday } from '#app/lib/dates.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { suggestTimes } from './loop-plan.ts'

/** One interview of the form that plans a loop. */
export type LoopFormInterview = {
  id: string
  letter: string
  focus: string
  minutes: number
  time: string
  /** Fields for people: those assigned, and room for one more. */
  slots: string[]
}

/** What the form shows before anybody has typed: one interview after the other on the next working day. */
export function loopFormOf(
  interviews: PanelSnapshot['interviews'],
  at: { now: number; zone: string; available: ReadonlySet<string> },
): { date: string; interviews: LoopFormInterview[] } {
  const times = suggestTimes(
    interviews.map((interview) => interview.minutes),
    { first: '09:00', breakMinutes: 15 },
  )
  return {
    date: nextWorkday(at.now, at.zone),
    interviews: interviews.map((interview, i) => {
      const assigned = interview.interviewerIds.filter((id) => at.available.has(id))
      const { id, letter, focus, minutes } = interview
      return { id, letter, focus, minutes, time: times[i] ?? '', slots: [...assigned, ''] }
    }),
  }
}

type Planned = {
  interviewId: string
  startsAtMs: number | null
  interviewerIds: string[]
  shadowIds: string[]
}

/**
 * Reads the posted form: `date`, `zone`, and for each interview `time.<id>`, `who.<id>.<slot>` and `shadow.<id>`.
 * @returns the sessions, or messages by field
 */
export function readLoopForm(
  fields: Readonly<Record<string, unknown>>,
): { ok: true; sessions: Planned[] } | { ok: false; errors: Record<string, string[]> } {
  const text = (name: string) => String(fields[name] ?? '').trim()
  const errors: Record<string, string[]> = {}
  const ids = Object.keys(fields)
    .filter((name) => name.startsWith('time.'))
    .map((name) => name.slice('time.'.length))
  const sessions = ids.map((interviewId): Planned => {
    const time = text(`time.${interviewId}`)
    const people = Object.keys(fields)
      .filter((name) => name.startsWith(`who.${interviewId}.`))
      .map(text)
      .filter(Boolean)
    const shadow = text(`shadow.${interviewId}`)
    if (people.includes(shadow))
      errors[`shadow.${interviewId}`] = ['This person interviews here already. Choose another, or nobody.']
    const startsAtMs = time ? momentOf({ date: text('date'), time, zone: text('zone') }) : null
    if (startsAtMs === undefined)
      errors[`time.${interviewId}`] = ['Enter a time such as 14:00, or leave it empty.']
    return {
      interviewId,
      startsAtMs: startsAtMs ?? null,
      interviewerIds: [...new Set(people)],
      shadowIds: shadow ? [shadow] : [],
    }
  })
  const hasTimes = ids.some((id) => text(`time.${id}`))
  if (hasTimes && momentOf({ date: text('date'), time: '12:00', zone: text('zone') }) === undefined)
    return { ok: false, errors: { date: ['Choose the day of the interviews.'] } }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, sessions }
}
