import type { LaidNode } from './stroke-borders.ts'

/** What a place on paper stands for: a state of a field, or the room for its text when there is no state. */
export type SpotName = { field: string; state?: string; label: string }

/** Where it stands, in points from the left and from the top of its block. */
export type Spot = SpotName & { x: number; y: number; width: number; height: number }

/** The places that are marked in a laid-out tree, in reading order; the root's own corner is the origin. */
export function listSpots(root: LaidNode): Spot[] {
  return (root.children ?? []).flatMap((child) => spotsIn(child, 0, 0))
}

function spotsIn(node: LaidNode, left: number, top: number): Spot[] {
  const x = left + (node.box?.left ?? 0)
  const y = top + (node.box?.top ?? 0)
  const name = node.props?.['spot']
  const own = isSpotName(name)
    ? [{ ...name, x, y, width: node.box?.width ?? 0, height: node.box?.height ?? 0 }]
    : []
  return [...own, ...(node.children ?? []).flatMap((child) => spotsIn(child, x, y))]
}

function isSpotName(value: unknown): value is SpotName {
  return typeof value === 'object' && value !== null && 'field' in value && 'label' in value
}
