import { StatusTag } from '#app/ui/status-tag.tsx'
import type { PanelStatus } from '../panel.ts'

/** Draft, published, changed since its version, archived: a shape and words. */
export function PanelStatusTag({ status, words }: { status: PanelStatus; words: string }) {
  return <StatusTag status={status === 'changed' ? 'attention' : status} label={words} />
}
