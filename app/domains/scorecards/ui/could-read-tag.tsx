import { Pill } from '#app/ui/pill.tsx'
import { couldReadTag } from '../could-read.ts'

/** Marks what somebody wrote who could read others' cards of the candidate before they took their seat. */
export function CouldReadTag() {
  return <Pill tone="attention">{couldReadTag}</Pill>
}
