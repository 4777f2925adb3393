import type { Access } from './access.ts'

/** An access level as people read it, and what it lets somebody do. */
export const accessWords: Record<Access, { readonly name: string; readonly does: string }> = {
  administrator: { name: 'Administrator', does: 'Runs the installation and may do everything' },
  manager: { name: 'Manager', does: 'Plans and publishes panels, leads debriefs, invites people' },
  coordinator: { name: 'Coordinator', does: 'Adds candidates, schedules, prints and chases' },
  interviewer: { name: 'Interviewer', does: 'Assembles question panels and fills scorecards' },
  guest: { name: 'Guest', does: 'Sees one session and fills its scorecard, for a while' },
  observer: { name: 'Observer', does: 'Reads, and changes nothing' },
}
