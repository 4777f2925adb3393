import { deflateSync } from 'node:zlib'
import PDFDocument, { type EmbeddedFont, type OutlineItem, type Reference } from 'pdfkit'
import type { Font } from 'fontkit'
import { writeFields } from './fields/write-fields.ts'
import {
  isTextRun,
  pdfNumber,
  type DrawnFile,
  type Drawing,
  type Mark,
  type Step,
  type TextRun,
} from './drawing.ts'
import { embedFont } from './embed-font.ts'
import { writeMetadata } from './metadata.ts'
import { createNumbering, writeStructure } from './write-structure.ts'

/** A drawing with fewer steps than this is repeated sooner than referred to. */
const fewestShared = 12

type BoundFont = { embedded: EmbeddedFont; codes: Map<number, string> }

/**
 * Writes drawn pages as a PDF.
 * @param file equal files give equal bytes
 */
export function writeFile(file: DrawnFile): Promise<Uint8Array<ArrayBuffer>> {
  const writer = openFile({ ...file, isTagged: file.structure !== undefined })
  writer.add(file.pages)
  return writer.end(file)
}

/** What the end of a file needs to know of it. */
type FileEnd = Pick<DrawnFile, 'headings' | 'isFolded' | 'form' | 'structure'>

/** A file that is written as its pages come, so that nobody holds all of them; what pages added together share is written once. */
export type FileWriter = {
  add: (pages: DrawnFile['pages']) => void
  end: (rest: FileEnd) => Promise<Uint8Array<ArrayBuffer>>
}

/** Begins a file. A tagged one ends with its structure. */
export function openFile(given: Pick<DrawnFile, 'title' | 'createdAt'> & { isTagged: boolean }): FileWriter {
  const { title, createdAt, isTagged } = given
  const document = new PDFDocument({
    autoFirstPage: false,
    font: null,
    lang: 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'Panelist', Producer: 'Panelist', CreationDate: createdAt },
  })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    document
      .on('data', (chunk) => chunks.push(chunk))
      .on('error', reject)
      .on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })
  document.endMetadata = () => writeMetadata(document, { title, createdAt })
  const pages = openPages(document, isTagged)
  return {
    add: pages.add,
    end(rest) {
      writeOutline(document, rest, pages.end(rest))
      document.end()
      return written
    },
  }
}

function writeOutline(
  document: PDFDocument,
  { headings, isFolded }: FileEnd,
  pages: readonly { width: number }[],
): void {
  const open: { level: number; item: OutlineItem }[] = []
  for (const { title, level, pageIndex, top } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const { item } = open.at(-1) ?? { item: document.outline }
    // pdfkit counts from the right edge.
    const left = pages[pageIndex]?.width ?? 0
    const place = { pageNumber: pageIndex, top, left, expanded: level === 1 && !isFolded }
    open.push({ level, item: item.addItem(title, place) })
  }
}

type WrittenPage = { reference: Reference; width: number; height: number }

function openPages(
  document: PDFDocument,
  isTagged: boolean,
): { add: FileWriter['add']; end: (rest: FileEnd) => WrittenPage[] } {
  const numbering = isTagged ? createNumbering() : undefined
  const fonts = new Map<Font, BoundFont>()
  const fontEntries: Record<string, Reference> = {}
  const sharedEntries: Record<string, Reference> = {}
  const resources = document.ref({
    ProcSet: ['PDF', 'Text'],
    Font: fontEntries,
    XObject: sharedEntries,
  })

  function bind(font: Font): BoundFont {
    const found = fonts.get(font)
    if (found) return found
    const embedded = embedFont(document, font)
    fontEntries[embedded.id] = embedded.ref()
    const bound = { embedded, codes: new Map<number, string>() }
    fonts.set(font, bound)
    return bound
  }

  const forms = new Map<Drawing, string>()
  function refer(
    drawing: Drawing,
    size: { width: number; height: number },
    uses: ReadonlyMap<Drawing, number>,
  ): string | undefined {
    const known = forms.get(drawing)
    if (known) return known
    if ((uses.get(drawing) ?? 0) < 2 || drawing.steps.length < fewestShared) return undefined
    // Content of several pages cannot say of which page it is.
    if (numbering && drawing.steps.some(isOfStructure)) return undefined
    const name = `X${forms.size + 1}`
    forms.set(drawing, name)
    // It may stand anywhere on the page, so its box is as large as the page to every side.
    const { width, height } = size
    const form = document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      Filter: 'FlateDecode',
      BBox: [-width, -height, width, height],
      Resources: resources,
    })
    form.write(pack(operatorsOf(drawing, bind)))
    form.end()
    sharedEntries[name] = form
    return name
  }

  const { Pages } = document._root.data
  const pages: WrittenPage[] = []
  function add(added: DrawnFile['pages']): void {
    const uses = countUses(added)
    for (const page of added) {
      const index = pages.length
      const content = document.ref({ Filter: 'FlateDecode' })
      const parts = [`1 0 0 -1 0 ${pdfNumber(page.height)} cm`]
      for (const [placed, { drawing, x, y }] of page.placed.entries()) {
        if (drawing.steps.length === 0) continue
        const name = refer(drawing, page, uses)
        const place = x === 0 && y === 0 ? '' : `1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} cm\n`
        const begin = numbering && ((mark: Mark) => numbering.begin(mark, { page: index, placed }))
        const shared = numbering ? `/Artifact BMC\n/${name} Do\nEMC` : `/${name} Do`
        parts.push(`q\n${place}${name ? shared : operatorsOf(drawing, bind, begin)}\nQ`)
      }
      content.write(pack(parts.join('\n')))
      content.end()
      const dictionary = document.ref({
        Type: 'Page',
        Parent: Pages,
        MediaBox: [0, 0, page.width, page.height],
        Contents: content,
        Resources: resources,
        ...(numbering ? { StructParents: index, Tabs: 'S' } : {}),
      })
      Pages.data.Kids.push(dictionary)
      Pages.data.Count++
      pages.push({ reference: dictionary, width: page.width, height: page.height })
    }
  }

  function end({ form, structure }: FileEnd): WrittenPage[] {
    const firstKey = numbering && pages.length
    const widgets = form ? writeFields(document, pages, form, firstKey) : []
    for (const { reference } of pages) reference.end()
    resources.end()
    if (numbering && structure) writeStructure(document, structure, { numbering, pages, widgets })
    return pages
  }

  return { add, end }
}

function isOfStructure(step: Step): boolean {
  return typeof step !== 'string' && 'belongsTo' in step && typeof step.belongsTo === 'number'
}

function countUses(pages: DrawnFile['pages']): Map<Drawing, number> {
  const uses = new Map<Drawing, number>()
  for (const page of pages)
    for (const { drawing } of page.placed) uses.set(drawing, (uses.get(drawing) ?? 0) + 1)
  return uses
}

/** Operators that change how is drawn, and draw nothing. */
const settings = /(?:^| )(?:q|Q|cm|g|G|rg|RG|w|d|J|j)$/

/**
 * The operators of a drawing; text without another operator between it shares one text object.
 * @param begin what begins marked content; without it nothing is marked
 */
function operatorsOf(
  drawing: Drawing,
  bind: (font: Font) => BoundFont,
  begin?: (mark: Mark) => string,
): string {
  const parts: string[] = []
  let face = ''
  let isInText = false
  let wanted: Mark = { belongsTo: 'layout' }
  let open: Mark | undefined
  const write = (step: string) => {
    if (isInText) parts.push('ET')
    isInText = false
    parts.push(step)
  }
  const close = () => {
    if (open) write('EMC')
    open = undefined
  }
  const enter = () => {
    if (!begin || open?.belongsTo === wanted.belongsTo) return
    close()
    write(begin(wanted))
    open = wanted
  }
  for (const step of drawing.steps) {
    if (typeof step === 'string') {
      const isSetting = settings.test(step)
      // A state and what is marked in it end in the order in which they began.
      if ((step === 'q' || step === 'Q') && typeof open?.belongsTo !== 'number') close()
      if (!isSetting) enter()
      // A state that is put back puts the font back too.
      if (step === 'Q') face = ''
      write(step)
      continue
    }
    if (!isTextRun(step)) {
      wanted = step
      continue
    }
    enter()
    if (!isInText) parts.push('BT')
    isInText = true
    const bound = bind(step.font)
    const nextFace = `/${bound.embedded.id} ${pdfNumber(step.size)} Tf`
    if (nextFace !== face) parts.push(nextFace)
    face = nextFace
    parts.push(`1 0 0 -1 ${pdfNumber(step.x)} ${pdfNumber(step.y)} Tm`, showOperator(step, bound))
  }
  close()
  if (isInText) parts.push('ET')
  return parts.join('\n')
}

function showOperator(run: TextRun, { embedded, codes }: BoundFont): string {
  let text = '[<'
  const last = run.glyphs.length - 1
  for (const [i, glyph] of run.glyphs.entries()) {
    let code = codes.get(glyph.id)
    if (code === undefined) {
      const number = embedded.subset.includeGlyph(glyph.id)
      embedded.widths[number] ??= glyph.advanceWidth * embedded.scale
      embedded.unicode[number] ??= glyph.codePoints
      code = number.toString(16).padStart(4, '0')
      codes.set(glyph.id, code)
    }
    text += code
    const gap = run.gaps[i] ?? 0
    if (gap !== 0 && i < last) text += `>${gap}<`
  }
  return `${text}>] TJ`
}

/** A stream of operators; packing harder takes longer than it saves. */
function pack(operators: string): Uint8Array {
  return deflateSync(Buffer.from(operators, 'latin1'), { level: 4 })
}
