import { kitView, type KitView } from '#app/domains/panels/kit-view.ts'
import { snapshotOf } from './round.ts'

/** Kits of one interview, each for another candidate. */
export function buildKits(count: number): KitView[] {
  const snapshot = snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [] })
  const interview = snapshot.interviews[0]
  if (!interview) throw new Error('no interview')
  return Array.from({ length: count }, (_, i) => {
    const facts = {
      shortId: `K-${i}`,
      link: null,
      candidate: `Candidate ${i}`,
      interviewer: 'Maren Hoekstra',
      when: '14 Sep 2026, 10:00',
    }
    return kitView({ snapshot, panelVersion: 3, panelForm: 'only' as const, interview, facts })
  })
}
