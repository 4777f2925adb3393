import type { Tag, Tagged } from '#app/documents/parts/tags.ts'
import type { Heading, Leaf, Mark, StructureElement } from './drawing.ts'
import type { LaidNode } from './stroke-borders.ts'

/** What stands around items and rows where nothing else does. */
const holders: Partial<Record<Tag, Tag>> = { LI: 'L', TR: 'Table' }
/** Tags that hold text as it stands; others hold paragraphs. */
const ofText = new Set(['H1', 'H2', 'H3', 'P', 'Lbl', 'TH', 'TD'])

type Place = { parent: StructureElement; x: number; y: number }

export type TagTree = {
  /** What was tagged so far. */
  structure: StructureElement[]
  headings: Heading[]
  /**
   * Reads what a page or a block is made of.
   * @param page the number of the page
   * @returns the same node with marks put around what belongs to the structure
   */
  tagPage(node: LaidNode, page: number): LaidNode
}

/** Numbers the nodes of a document that is not laid out yet, so that the halves of one that is split are known as one. */
export function numberNodes(node: LaidNode): void {
  let next = 0
  const number = (one: LaidNode): void => {
    one.props = { ...one.props, part: next++ }
    one.children?.forEach(number)
  }
  number(node)
}

/**
 * Collects the structure of pages or blocks in the order in which they are laid out.
 * @param mark called while drawing, where a leaf begins and ends
 */
export function createTagTree(mark: (mark: Mark) => void): TagTree {
  const root: StructureElement = { tag: 'Sect', kids: [] }
  const headings: Heading[] = []
  const known = new Map<unknown, StructureElement>()
  const firstPages = new Map<unknown, number>()
  const headingOf = new Map<StructureElement, Heading>()
  const made = new Set<StructureElement>()
  let newest: StructureElement | undefined
  let page = 0
  let leaves = 0

  /** The element of a node; its second half on a later page is the same. */
  function elementOf(node: LaidNode, { tag, alt, scope, goesOn }: Tagged, place: Place): StructureElement {
    const part = node.props?.['part']
    const found = known.get(part)
    if (found) return found
    if (goesOn && newest?.tag === tag) return newest
    const element: StructureElement = { tag, alt, scope, kids: [] }
    holderOf(tag, place.parent).kids.push(element)
    newest = element
    if (part !== undefined) known.set(part, element)
    if (/^H\d$/.test(tag)) {
      const heading = { title: '', level: Number(tag.slice(1)), pageIndex: page, top: place.y + topOf(node) }
      headings.push(heading)
      headingOf.set(element, heading)
    }
    return element
  }

  function holderOf(tag: Tag, parent: StructureElement): StructureElement {
    const holder = holders[tag]
    if (!holder || parent.tag === holder) return parent
    const last = parent.kids.at(-1)
    if (last && !isLeaf(last) && last.tag === holder && made.has(last)) return last
    const element: StructureElement = { tag: holder, kids: [] }
    made.add(element)
    parent.kids.push(element)
    return element
  }

  function addLeaf(node: LaidNode, element: StructureElement): LaidNode[] {
    const leaf: Leaf = { page, placed: 0, leaf: leaves++ }
    element.kids.push(leaf)
    const heading = headingOf.get(element)
    if (heading) heading.title = `${heading.title} ${textOf(node)}`.trim()
    return between({ belongsTo: leaf.leaf }, node)
  }

  function between(before: Mark, node: LaidNode): LaidNode[] {
    return [markNode(() => mark(before)), node, markNode(() => mark({ belongsTo: 'layout' }))]
  }

  /** What stands on every page is read on the first. */
  function isRepeated(node: LaidNode): boolean {
    if (node.props?.['fixed'] !== true) return false
    const { part } = node.props
    const first = firstPages.get(part) ?? page
    firstPages.set(part, first)
    return first !== page
  }

  function walk(node: LaidNode, place: Place): LaidNode[] {
    const own = taggedOf(node)
    if (own?.tag === 'Artifact' || isRepeated(node)) return between({ belongsTo: 'pagination' }, node)
    if (node.type === 'TEXT') {
      const isHeld = !own && ofText.has(place.parent.tag)
      return addLeaf(node, isHeld ? place.parent : elementOf(node, own ?? { tag: 'P' }, place))
    }
    if (own?.tag === 'Figure') {
      const element = elementOf(node, own, place)
      const { width = 0, height = 0 } = node.box ?? {}
      element.box = { x: place.x + leftOf(node), y: place.y + topOf(node), width, height }
      return addLeaf(node, element)
    }
    if (!node.children) return [node]
    const parent = own ? elementOf(node, own, place) : place.parent
    const inside = { parent, x: place.x + leftOf(node), y: place.y + topOf(node) }
    return [{ ...node, children: node.children.flatMap((child) => walk(child, inside)) }]
  }

  return {
    get structure() {
      return root.kids.flatMap((kid) => (isLeaf(kid) ? [] : [withoutLoneParagraphs(kid)]))
    },
    headings,
    tagPage(node, number) {
      page = number
      leaves = 0
      const origin = { parent: root, x: 0, y: 0 }
      return { ...node, children: (node.children ?? []).flatMap((child) => walk(child, origin)) }
    },
  }
}

export function isLeaf(kid: StructureElement | Leaf): kid is Leaf {
  return 'leaf' in kid
}

/** The structure of a block at its place in a file. */
export function placeStructure(
  element: StructureElement,
  at: { page: number; placed: number; x: number; y: number },
): StructureElement {
  const { x, y, page, placed } = at
  const { box } = element
  return {
    ...element,
    box: box && { ...box, x: box.x + x, y: box.y + y },
    kids: element.kids.map((kid) =>
      isLeaf(kid) ? { page, placed, leaf: kid.leaf } : placeStructure(kid, at),
    ),
  }
}

function withoutLoneParagraphs(element: StructureElement): StructureElement {
  const kids = element.kids.map((kid) => (isLeaf(kid) ? kid : withoutLoneParagraphs(kid)))
  const [only] = kids
  const isLone = kids.length === 1 && only && !isLeaf(only) && only.tag === 'P'
  return { ...element, kids: isLone && element.tag === 'LBody' ? only.kids : kids }
}

function taggedOf(node: LaidNode): Tagged | undefined {
  // why: props of a laid-out tree are whatever was given; only `tagged()` makes this one.
  return node.props?.['tagged'] as Tagged | undefined
}

/** A node that draws nothing and is only told that its turn has come. */
function markNode(paint: () => void): LaidNode {
  return { type: 'CANVAS', box: { left: 0, top: 0, width: 1, height: 1 }, style: {}, props: { paint } }
}

function leftOf(node: LaidNode): number {
  return node.box?.['left'] ?? 0
}

function topOf(node: LaidNode): number {
  return node.box?.['top'] ?? 0
}

function textOf(node: LaidNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}
