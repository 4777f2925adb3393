import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadElement = { tag: string; text: string; alt: string | null; kids: ReadElement[] }

type StructNode = { role?: string; alt?: string; children?: StructNode[]; type?: string; id?: string }

/** The structure of a PDF with the text of its elements, as pdf.js hands it to a browser; pages one after the other. */
export async function readStructure(pdf: Uint8Array): Promise<ReadElement[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const pages: ReadElement[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    let open = ''
    for (const item of items) {
      if ('type' in item) open = item.type === 'endMarkedContent' ? '' : (item.id ?? '')
      else texts.set(open, `${texts.get(open) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
    }
    const read = ({ role = '', alt, children = [] }: StructNode): ReadElement => {
      const kids = children.filter((kid) => kid.type !== 'content').map(read)
      const own = children.map((kid) => (kid.type === 'content' ? (texts.get(kid.id ?? '') ?? '') : ''))
      return { tag: role, text: own.join(' ').replace(/\s+/g, ' ').trim(), alt: alt ?? null, kids }
    }
    const tree: StructNode | null = await page.getStructTree()
    if (tree) pages.push(read(tree))
  }
  return pages
}

export type Bookmark = { title: string; items: Bookmark[] }

/** The table of contents that a viewer shows beside the pages. */
export async function readOutline(pdf: Uint8Array): Promise<Bookmark[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const outline: Bookmark[] | null = await document.getOutline()
  return outline ?? []
}

/** All elements below, in the order in which they are read. */
export function listElements(elements: readonly ReadElement[]): ReadElement[] {
  return elements.flatMap((element) => [element, ...listElements(element.kids)])
}

const painting = new Set([
  'TJ',
  'Tj',
  "'",
  '"',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'EI',
])
const parentsOf: Record<string, readonly string[]> = {
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
}

/**
 * Walks the objects of a tagged PDF.
 * @returns what somebody who hears the file would miss or trip over, in words; nothing when all is well
 */
export async function listStructureProblems(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true })
  const { catalog, context } = document
  const problems: string[] = []
  const get = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key))
  const nameOf = (dict: PDFDict, key: string) => String(get(dict, key) ?? '').replace(/^\//, '')
  const textOf = (value: PDFObject | undefined) =>
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
  const dictOf = (dict: PDFDict, key: string): PDFDict | undefined => {
    const value = get(dict, key)
    return value instanceof PDFDict ? value : undefined
  }

  if (textOf(get(catalog, 'Lang')) === '') problems.push('the file names no language')
  if (!document.getTitle()) problems.push('the file has no title')
  const viewer = dictOf(catalog, 'ViewerPreferences')
  if (!viewer || String(get(viewer, 'DisplayDocTitle')) !== 'true') problems.push('the title is not shown')
  const marked = dictOf(catalog, 'MarkInfo')
  if (!marked || String(get(marked, 'Marked')) !== 'true') problems.push('the file is not said to be tagged')
  const metadata = get(catalog, 'Metadata')
  if (!(metadata instanceof PDFRawStream)) problems.push('there is no metadata')

  const root = dictOf(catalog, 'StructTreeRoot')
  if (!root) return [...problems, 'there is no structure']
  const parentTree = new Map<string, string>()
  const widgetParents = new Map<string, string>()
  const numbers = dictOf(root, 'ParentTree')
  const pairs = numbers ? get(numbers, 'Nums') : undefined
  if (pairs instanceof PDFArray)
    for (let i = 0; i + 1 < pairs.size(); i += 2) {
      const held = pairs.lookup(i + 1)
      if (!(held instanceof PDFArray)) {
        widgetParents.set(String(pairs.get(i)), String(pairs.get(i + 1)))
        continue
      }
      held
        .asArray()
        .forEach((reference, id) => parentTree.set(`${String(pairs.get(i))} ${id}`, String(reference)))
    }

  const onPages = new Set<string>()
  const keyOfPage = new Map<string, string>()
  const heights = new Map<string, { width: number; height: number }>()
  const widgets = new Map<string, string>()
  for (const [index, page] of document.getPages().entries()) {
    const key = String(get(page.node, 'StructParents'))
    keyOfPage.set(String(page.ref), key)
    heights.set(String(page.ref), page.getSize())
    for (const reference of page.node.Annots()?.asArray() ?? []) {
      const widget = context.lookup(reference)
      const isHidden = widget instanceof PDFDict && (Number(String(get(widget, 'F'))) & 2) !== 0
      if (widget instanceof PDFDict && !isHidden)
        widgets.set(String(reference), String(get(widget, 'StructParent')))
    }
    if (nameOf(page.node, 'Tabs') !== 'S') problems.push(`page ${index + 1} is not tabbed in its order`)
    const contents = page.node.Contents()
    if (!(contents instanceof PDFRawStream)) continue
    const { ids, faults } = readMarks(Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1'))
    problems.push(...faults.map((fault) => `page ${index + 1}: ${fault}`))
    for (const id of ids) onPages.add(`${key} ${id}`)
  }

  const inTree = new Set<string>()
  let headingLevel = 0
  let elements = 0
  let fieldsInTree = 0

  function holdContent(pageRef: PDFObject | undefined, id: PDFObject, owner: PDFRef): void {
    const key = `${keyOfPage.get(String(pageRef)) ?? 'no page'} ${String(id)}`
    if (inTree.has(key)) problems.push(`content ${key} stands in the tree twice`)
    inTree.add(key)
    if (!onPages.has(key)) problems.push(`content ${key} stands on no page`)
    if (parentTree.get(key) !== String(owner))
      problems.push(`the way back from content ${key} leads elsewhere`)
  }

  function kidsOf(element: PDFDict): PDFObject[] {
    const kids = element.get(PDFName.of('K'))
    const found = kids instanceof PDFRef ? context.lookup(kids) : kids
    if (found === undefined) return []
    return found instanceof PDFArray ? found.asArray() : kids === undefined ? [] : [kids]
  }

  /** Walks an element, and gives its tag. */
  function walk(reference: PDFRef, parent: PDFRef | null, parentTag: string): string {
    const element = context.lookup(reference)
    if (!(element instanceof PDFDict)) return ''
    elements++
    const tag = nameOf(element, 'S')
    if (parent && String(element.get(PDFName.of('P'))) !== String(parent))
      problems.push(`${tag} does not know what it stands in`)
    const allowed = parentsOf[tag]
    if (allowed && !allowed.includes(parentTag)) problems.push(`${tag} stands in ${parentTag}`)
    const level = /^H(\d)$/.exec(tag)?.[1]
    if (level) {
      if (Number(level) > headingLevel + 1) problems.push(`heading ${level} follows heading ${headingLevel}`)
      headingLevel = Number(level)
    }
    const pageRef = element.get(PDFName.of('Pg'))
    const kidTags: string[] = []
    for (const kid of kidsOf(element)) {
      if (kid instanceof PDFNumber) holdContent(pageRef, kid, reference)
      else if (kid instanceof PDFRef) kidTags.push(walk(kid, reference, tag))
      else if (kid instanceof PDFDict && nameOf(kid, 'Type') === 'MCR')
        holdContent(kid.get(PDFName.of('Pg')), kid.get(PDFName.of('MCID')) ?? kid, reference)
      else if (kid instanceof PDFDict && nameOf(kid, 'Type') === 'OBJR') {
        const key = widgets.get(String(kid.get(PDFName.of('Obj'))))
        if (key === undefined || widgetParents.get(key) !== String(reference))
          problems.push('the way back from a field leads elsewhere')
        fieldsInTree++
      }
    }
    if (tag === 'Figure') {
      if (textOf(get(element, 'Alt')).trim() === '') problems.push('a figure is not put into words')
      const layout = dictOf(element, 'A')
      const box = layout && get(layout, 'BBox')
      const size = heights.get(String(pageRef))
      const corners = box instanceof PDFArray ? box.asArray().map(Number) : []
      const [left = -1, bottom = -1, right = 0, top = 0] = corners.map(Number)
      if (!size || left < 0 || bottom < 0 || right > size.width || top > size.height || left >= right)
        problems.push('a figure has no place on its page')
    }
    if (tag === 'Table') {
      const rows = kidsOf(element).flatMap((kid) => {
        const row = kid instanceof PDFRef ? context.lookup(kid) : undefined
        return row instanceof PDFDict ? [kidsOf(row).length] : []
      })
      if (new Set(rows).size > 1)
        problems.push(`a table has rows of ${[...new Set(rows)].join(' and ')} cells`)
    }
    if (tag === 'TR' && !kidTags.includes('TH')) problems.push('a row has no head')
    return tag
  }

  for (const kid of kidsOf(root)) if (kid instanceof PDFRef) walk(kid, null, '')
  for (const key of onPages) if (!inTree.has(key)) problems.push(`content ${key} is not in the tree`)
  if (parentTree.size !== onPages.size) problems.push('the way back is given for other content than there is')
  if (fieldsInTree !== widgets.size) problems.push(`${fieldsInTree} of ${widgets.size} fields are read`)
  if (elements < 2) problems.push('the structure is empty')
  return problems
}

/** The numbers of marked content on a page, and what is painted without a mark. */
function readMarks(operators: string): { ids: number[]; faults: string[] } {
  const ids: number[] = []
  const faults: string[] = []
  const tokens = operators.match(/<<.*?>>|<[0-9a-f]*>|[[\]]|\/[^\s/<>[\]]+|[^\s/<>[\]]+/gs) ?? []
  let depth = 0
  let isInText = false
  for (const [i, token] of tokens.entries()) {
    if (token === 'BMC' || token === 'BDC') {
      depth++
      if (depth > 1) faults.push('a mark stands in a mark')
      if (isInText) faults.push('a mark begins inside a run of text')
      const id = /\/MCID (\d+)/.exec(tokens[i - 1] ?? '')?.[1]
      if (id !== undefined && ids.includes(Number(id))) faults.push(`number ${id} is used twice`)
      if (id !== undefined) ids.push(Number(id))
      else if (tokens[i - (token === 'BMC' ? 1 : 2)] !== '/Artifact') faults.push('a mark names nothing')
    } else if (token === 'EMC') {
      depth--
      if (isInText) faults.push('a mark ends inside a run of text')
    } else if (token === 'BT' || token === 'ET') isInText = token === 'BT'
    else if (painting.has(token) && depth < 1)
      faults.push(`${token} paints what is neither read nor an artifact`)
    if (depth < 0) faults.push('a mark ends that never began')
  }
  if (depth !== 0) faults.push('a mark does not end')
  return { ids, faults }
}
