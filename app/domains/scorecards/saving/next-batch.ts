import { nextToSend, type FieldDraft } from './draft.ts'

const largestBatch = 50
const largestBatchText = 400_000

/** The fields whose next operation goes into one request: as many as it may carry, and always one. */
export function chooseBatch(drafts: readonly FieldDraft[]): string[] {
  const fields: string[] = []
  let text = 0
  for (const draft of drafts) {
    const next = nextToSend(draft)
    if (!next) continue
    text += typeof next.value === 'string' ? next.value.length : 100
    if (fields.length >= largestBatch || (text > largestBatchText && fields.length > 0)) break
    fields.push(draft.field)
  }
  return fields
}
