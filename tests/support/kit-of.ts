import { kitView, type KitView } from '#app/domains/panels/kit-view.ts'
import { snapshotOf } from './round.ts'
import { shippedRubrics } from './rubrics.ts'

/** A kit with so many questions of the shipped bank, in its order, on the scale of the architect's panel. */
export function kitOf(count: number, facts: Partial<KitView> = {}): KitView {
  const base = snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [] })
  const [interview] = base.interviews
  const bank = shippedRubrics().questions
  if (!interview) throw new Error('no interview')
  const questions = Array.from({ length: count }, (_, i) => {
    const content = bank[i % bank.length]
    if (!content) throw new Error('no question')
    return { questionId: content.id, versionId: `${content.id}@1`, number: 1, content }
  })
  const known = {
    shortId: 'K-1',
    link: 'https://panelist.example.org/scorecards/1/fill',
    candidate: 'Ana Ribeiro',
    interviewer: 'Maren Hoekstra',
    when: '14 Sep 2026, 10:00',
  }
  return {
    ...kitView({
      snapshot: base,
      panelVersion: 3,
      panelForm: 'only' as const,
      interview: { ...interview, questions },
      facts: known,
    }),
    ...facts,
  }
}
