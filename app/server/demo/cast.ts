import type { Access } from '#app/domains/people/access.ts'

/** Everybody here is invented. */
export type CastMember = {
  key: string
  name: string
  access: Access
  /** How much higher than others they rate, in levels; negative is severe. */
  leniency: number
}

export const cast: readonly CastMember[] = [
  { key: 'wen', name: 'Wen Sandoval', access: 'administrator', leniency: 0 },
  { key: 'ottilie', name: 'Ottilie Brandvold', access: 'manager', leniency: 0 },
  { key: 'rafael', name: 'Rafael Quintanar', access: 'coordinator', leniency: 0 },
  { key: 'ikenna', name: 'Ikenna Obiora-Lund', access: 'interviewer', leniency: 0.1 },
  { key: 'marta', name: 'Marta Kowalewicz', access: 'interviewer', leniency: -0.85 },
  { key: 'tomas', name: 'Tomás Iriarteva', access: 'interviewer', leniency: 0 },
  { key: 'sunniva', name: 'Sunniva Dahlgaard', access: 'interviewer', leniency: -0.1 },
  { key: 'kavya', name: 'Kavya Ramanujath', access: 'interviewer', leniency: 0.3 },
  { key: 'luc', name: 'Luc Desrosiers-Kim', access: 'interviewer', leniency: 0 },
  { key: 'noor', name: 'Noor Alqassab', access: 'interviewer', leniency: 0.4 },
]

export const emailOf = (key: string) => `${key}@demo.example.org`

export type DemoPanel = {
  roleId: string
  name: string
  /** Who holds each interview, in the order of the loop; none for a draft that nobody has staffed yet. */
  interviewers: readonly (readonly string[])[]
}

export const panels = {
  api: {
    roleId: 'api-integration-specialist',
    name: 'API integration specialist, partner team',
    interviewers: [['ikenna', 'marta'], ['tomas', 'sunniva'], ['kavya'], ['luc']],
  },
  architect: {
    roleId: 'integration-architect',
    name: 'Integration architect, core platform',
    interviewers: [['tomas', 'ikenna'], ['marta'], ['sunniva', 'kavya'], ['luc']],
  },
  engineer: {
    roleId: 'systems-integration-engineer',
    name: 'Systems integration engineer, spring',
    interviewers: [['marta'], ['tomas']],
  },
} as const satisfies Record<string, DemoPanel>
