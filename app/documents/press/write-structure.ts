import type PDFDocument from 'pdfkit'
import type { Reference } from 'pdfkit'
import type { Widget } from './fields/write-fields.ts'
import { pdfNumber, type Leaf, type Mark, type StructureElement } from './drawing.ts'
import { packObjects, referTo, type PackedObject } from './packed-objects.ts'
import { isLeaf } from './tag-tree.ts'

type WrittenPage = { reference: Reference; height: number }
type Content = { page: number; id: number }

/** Gives the content of pages the numbers under which the structure finds it. */
export type Numbering = {
  /** What begins content on a page; `EMC` ends it. */
  begin(mark: Mark, at: { page: number; placed: number }): string
  /** For each leaf its numbers on its page. */
  contents: ReadonlyMap<string, readonly number[]>
}

export function createNumbering(): Numbering {
  const contents = new Map<string, number[]>()
  const used = new Map<number, number>()
  return {
    contents,
    begin({ belongsTo }, { page, placed }) {
      if (belongsTo === 'layout') return '/Artifact BMC'
      if (belongsTo === 'pagination') return '/Artifact <</Type/Pagination>> BDC'
      const id = used.get(page) ?? 0
      used.set(page, id + 1)
      const key = keyOf({ page, placed, leaf: belongsTo })
      contents.set(key, [...(contents.get(key) ?? []), id])
      return `/Span <</MCID ${id}>> BDC`
    },
  }
}

function keyOf({ page, placed, leaf }: Leaf): string {
  return `${page} ${placed} ${leaf}`
}

/**
 * Writes what the marked content of the pages is, as a tree under one Document, and says in the catalog that the file is tagged.
 * @param pages the pages in their order; each carries its index as StructParents
 * @param widgets fields in the order of the Tab key, which they are read in after the pages; they are numbered on from the pages
 */
export function writeStructure(
  document: PDFDocument,
  structure: readonly StructureElement[],
  written: { numbering: Numbering; pages: readonly WrittenPage[]; widgets: readonly Widget[] },
): void {
  const { pages, widgets } = written
  const { contents } = written.numbering
  const objects: PackedObject[] = []
  const parents = pages.map((): string[] => [])
  const tree = reserve()
  const root = document.ref({ Type: 'StructTreeRoot', ParentTree: referTo(tree) })

  function reserve(): PackedObject {
    const object = { id: document._offsets.push(null), text: '' }
    objects.push(object)
    return object
  }

  function contentsOf(leaf: Leaf): Content[] {
    return (contents.get(keyOf(leaf)) ?? []).map((id) => ({ page: leaf.page, id }))
  }

  /** An element that nothing stands in is left out, but a cell of a table keeps its place. */
  function hasContent(element: StructureElement): boolean {
    if (element.tag === 'TD' || element.tag === 'TH') return true
    return element.kids.some((kid) => (isLeaf(kid) ? contentsOf(kid).length > 0 : hasContent(kid)))
  }

  function write(
    tag: string,
    kids: StructureElement['kids'],
    parent: { id: number },
    more = '',
    last: (object: PackedObject) => string[] = () => [],
  ): PackedObject {
    const object = reserve()
    const parts: string[] = []
    let own: number | undefined
    for (const kid of kids) {
      if (!isLeaf(kid)) {
        if (hasContent(kid)) parts.push(refer(write(kid.tag, kid.kids, object, attributesOf(kid))))
        continue
      }
      for (const { page, id } of contentsOf(kid)) {
        own ??= page
        const place = parents[page]
        if (place) place[id] = refer(object)
        parts.push(page === own ? String(id) : `<</Type/MCR/Pg ${pageOf(page)}/MCID ${id}>>`)
      }
    }
    parts.push(...last(object))
    const at = own === undefined ? '' : `/Pg ${pageOf(own)}`
    const [only = ''] = parts
    const inside = parts.length === 1 ? ` ${only}` : `[${parts.join(' ')}]`
    object.text = `<</S/${tag}/P ${refer(parent)}${at}${more}/K${inside}>>`
    return object
  }

  function pageOf(index: number): string {
    return String(pages[index]?.reference)
  }

  function attributesOf(element: StructureElement): string {
    if (element.tag === 'TH') return `/A<</O/Table/Scope/${element.scope ?? 'Column'}>>`
    if (element.tag !== 'Figure') return ''
    const { box } = element
    const page = pages[firstPage(element) ?? 0]
    const corners = box &&
      page && [box.x, page.height - box.y - box.height, box.x + box.width, page.height - box.y]
    const place = corners ? `/A<</O/Layout/BBox[${corners.map(pdfNumber).join(' ')}]>>` : ''
    return `/Alt ${textString(element.alt ?? '')}${place}`
  }

  function writeForm({ reference, page }: Widget, parent: PackedObject): string {
    const form = reserve()
    const at = `/Pg ${pageOf(page)}`
    form.text = `<</S/Form/P ${refer(parent)}${at}/K<</Type/OBJR${at}/Obj ${String(reference)}>>>>`
    return refer(form)
  }

  const fieldRows: string[] = []
  const top = write('Document', [...structure], root, '', (object) =>
    widgets.map((widget, i) => {
      const form = writeForm(widget, object)
      fieldRows.push(`${pages.length + i} ${form}`)
      return form
    }),
  )
  const rows = [...parents.map((own, page) => `${page}[${own.join(' ')}]`), ...fieldRows]
  tree.text = `<</Nums[${rows.join(' ')}]>>`
  const catalog = document._root.data
  Object.assign(root.data, { K: referTo(top), ParentTreeNextKey: rows.length })
  // pdfkit ends both.
  catalog['StructTreeRoot'] = root
  catalog['MarkInfo'] = document.ref({ Marked: true })
  packObjects(document, objects)
}

function firstPage(element: StructureElement): number | undefined {
  for (const kid of element.kids) {
    const page = isLeaf(kid) ? kid.page : firstPage(kid)
    if (page !== undefined) return page
  }
  return undefined
}

function refer(object: { id: number }): string {
  return String(referTo(object))
}

/** Text in UTF-16, which every reader takes, as digits that need no escaping. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}
