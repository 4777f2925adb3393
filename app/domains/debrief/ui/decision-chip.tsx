import { createContext, useContext } from 'react'
import type { DecisionChip as Chip } from '#app/domains/debrief/meeting/standing.ts'
import { paths } from '#app/paths.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

const DecisionChipContext = createContext<Readonly<Record<string, Chip>>>({})

/** Gives the cells of a comparison what became of debriefs, by application id. */
export const DecisionChips = DecisionChipContext.Provider

/** Where the debrief of a candidate stands, once it was begun. */
export function DecisionChip({ applicationId }: { applicationId: string }) {
  const chip = useContext(DecisionChipContext)[applicationId]
  if (!chip) return null
  return (
    <TextLink look="plain" to={paths.debrief(applicationId)} className="block">
      <StatusTag status={chip.isLocked ? 'sealed' : 'started'} label={chip.words} />
    </TextLink>
  )
}

/** Says that a debrief changed a rating of this cell, whose score stays the one of the ratings given alone. */
export function FinalMark({ applicationId, competencyId }: { applicationId: string; competencyId: string }) {
  const chip = useContext(DecisionChipContext)[applicationId]
  if (!chip?.changed.includes(competencyId)) return null
  return (
    <span
      className="block text-label font-semibold"
      title="The debrief changed a rating. The score here is that of the ratings given alone."
    >
      final rating differs
    </span>
  )
}
