import type { PanelAgreement } from '#app/domains/measurement/calibration-types.ts'
import { inHundred } from './calibrated-headline.ts'
import type { Tier } from './calibration-summary.ts'

export type LineWords = { title: string; detail: string }

const counts = ['Nobody', 'The one', 'The two', 'The three', 'The four', 'The five', 'The six']

/** What the line under a tier says of those above it and those below; `nameOf` by application id. */
export function writeLead(tier: Tier, nameOf: (applicationId: string) => string): LineWords | null {
  const { lead } = tier
  if (!lead) return null
  const count = tier.applicationIds.length
  const who = `${counts[count] ?? `The ${count}`} above ${count === 1 ? 'is' : 'are'}`
  const pair = `${nameOf(lead.above)} before ${nameOf(lead.below)}: ${inHundred(lead.p)}`
  if (lead.standing !== 'cannot tell') return { title: `${who} ${lead.standing} of all below`, detail: pair }
  const leader = nameOf(tier.applicationIds[0] ?? '')
  return {
    title: `Next tier: ${leader} is ahead of the first below`,
    detail: `not every pair across this line can be told apart; ${pair}`,
  }
}

/** Over the first tier of a group, where there are several. */
export function writeGroup(tier: Tier, groups: number): LineWords | null {
  if (groups < 2 || tier.tier !== 1) return null
  return {
    title: `Group ${tier.group + 1} of ${groups}`,
    detail: 'shares no interviewer with the others; it is not ordered against them',
  }
}

/** "Tier 1", "Group 2, tier 1". */
export function nameTier(tier: Tier, groups: number): string {
  return groups > 1 ? `Group ${tier.group + 1}, tier ${tier.tier}` : `Tier ${tier.tier}`
}

/** How well the interviewers agree, with the interval and by which formula. */
export function writeAgreement(agreement: PanelAgreement): string {
  switch (agreement.kind) {
    case 'too few to say':
      return 'Agreement: too few candidates to say.'
    case 'no variation':
      return 'Agreement: all ratings are the same, which says nothing of it.'
    case 'estimated': {
      const { value, q05, q95, formula } = agreement
      const sure =
        q05 === null || q95 === null
          ? ''
          : `, nine times in ten between ${q05.toFixed(2)} and ${q95.toFixed(2)}`
      return `Agreement: ${value.toFixed(2)}${sure} (${formula}; 0 is none, 1 is full).`
    }
  }
}
