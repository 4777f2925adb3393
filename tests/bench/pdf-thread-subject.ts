import { pressLimits } from '#app/documents/press-limits.ts'
import { openPrintCache } from '#app/documents/print-cache.server.ts'
import { keyOf } from '#app/documents/press/key-of.ts'
import type { RenderResult, RenderTask } from '#app/documents/render.server.ts'
import { kitView, type KitView } from '#app/domains/panels/kit-view.ts'
import { openThread } from '#app/lib/worker-thread.server.ts'
import { snapshotOf } from '#tests/support/round.ts'

// What a server has of printing: the thread and the disk. It loads nothing that lays out or draws.

/** Cards of two pages: kits of two questions, each for another candidate. */
export function listCards(count: number, from = 0): KitView[] {
  const snapshot = snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [] })
  const interview = snapshot.interviews[0]
  if (!interview) throw new Error('no interview')
  return Array.from({ length: count }, (_, i): KitView => {
    const facts = {
      shortId: `K-${from + i}`,
      link: null,
      candidate: `Candidate ${from + i}`,
      interviewer: 'Maren Hoekstra',
      when: '14 Sep 2026, 10:00',
    }
    const kit = kitView({ snapshot, panelVersion: 3, panelForm: 'only' as const, interview, facts })
    return { ...kit, questions: kit.questions.slice(0, 2) }
  })
}

/** The thread of the built program. */
export function openPress(): (kits: readonly KitView[]) => Promise<Uint8Array<ArrayBuffer>> {
  const ask = openThread<RenderTask, RenderResult>('print', pressLimits)
  const options = {
    as: 'kit',
    paper: 'a4',
    size: 'compact',
    ink: 'grey',
    title: 'Cards',
    createdAt: new Date(0),
  } as const
  return async (kits) => {
    const result = await ask({ ask: 'print', print: { document: 'kits', kits, options } })
    if (result.ask !== 'print') throw new Error('The press answered something else.')
    return result.pdf
  }
}

/** The folder of what was printed, asked as the server asks it: by the hash of the whole content. */
export function openKept(
  folder: string,
): (
  kits: readonly KitView[],
  make: () => Promise<Uint8Array<ArrayBuffer>>,
) => Promise<Uint8Array<ArrayBuffer>> {
  const cache = openPrintCache({ folder, log: { warn: () => undefined } })
  return (kits, make) => cache.get(`${keyOf(kits)}.pdf`, make)
}
