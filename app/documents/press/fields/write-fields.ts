import type { Reference } from 'pdfkit'
import type PDFDocument from 'pdfkit'
import { pdfNumber } from '#app/documents/press/drawing.ts'
import { drawText, fieldFontName } from './appearance.ts'
import { writeFieldFont } from './write-field-font.ts'
import type { DrawnForm, FieldBox, FormField } from './form-field.ts'

/** A field where it is seen, on the page of this index. */
export type Widget = { reference: Reference; page: number }

type Page = { reference: Reference; height: number }

/** Bits of /Ff and /F, counted from 1 in ISO 32000-1, tables 165, 221, 226 and 228. */
const bit = (position: number) => 2 ** (position - 1)
const flags = { readOnly: bit(1), multiline: bit(13), radio: bit(16), hidden: bit(2), print: bit(3) }

/**
 * Puts the fields of a form on pages that are not ended yet: as widgets in the order of the fields, which is the order of the Tab key.
 * A state of a choice is named by its value and nothing is chosen that was not.
 * @param firstKey what the first widget is numbered by in the structure, the others counting on; left out in a file without tags
 * @returns the widgets that are seen, in that order
 */
export function writeFields(
  document: PDFDocument,
  pages: readonly Page[],
  { fields, font }: DrawnForm,
  firstKey?: number,
): Widget[] {
  const fontReference = writeFieldFont(document, font)
  const resources = { Font: { [fieldFontName]: fontReference } }
  const annotations = pages.map((): Reference[] => [])
  const widgets: Widget[] = []
  let needsViewer = false

  function place(entry: Record<string, unknown>, box: FieldBox): Reference {
    const page = pages[box.page]
    if (!page) throw new RangeError('A field stands on no page.')
    const isSeen = entry['F'] !== flags.hidden
    const bottom = page.height - box.y - box.height
    const reference = document.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      F: flags.print,
      P: page.reference,
      Rect: [box.x, bottom, box.x + box.width, bottom + box.height].map((side) => Number(pdfNumber(side))),
      ...entry,
      ...(firstKey !== undefined && isSeen ? { StructParent: firstKey + widgets.length } : {}),
    })
    annotations[box.page]?.push(reference)
    if (isSeen) widgets.push({ reference, page: box.page })
    return reference
  }

  const drawings = new Map<string, Reference>()

  function drawing(operators: string, { width, height }: { width: number; height: number }): Reference {
    const key = [pdfNumber(width), pdfNumber(height), operators].join(' ')
    const known = drawings.get(key)
    if (known) return known
    const form = document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, Number(pdfNumber(width)), Number(pdfNumber(height))],
      Resources: resources,
    })
    form.write(Buffer.from(operators, 'latin1'))
    form.end()
    drawings.set(key, form)
    return form
  }

  function stateDrawings(state: string, box: FieldBox): Record<string, unknown> {
    return { N: { [state]: drawing(dotIn(box), box), Off: drawing('', box) } }
  }

  function write(field: FormField): Reference {
    switch (field.kind) {
      case 'text': {
        const { box, isMultiline, size } = field
        const { operators, isWhole } = drawText(field.value, { ...box, isMultiline, size }, font)
        needsViewer ||= !isWhole
        const widget = place(
          {
            FT: 'Tx',
            T: textOf(field.name),
            TU: textOf(field.label),
            V: field.value === '' ? undefined : textOf(field.value),
            DA: textOf(`/${fieldFontName} ${pdfNumber(size)} Tf 0 g`),
            Ff: isMultiline ? flags.multiline : 0,
            AP: { N: drawing(operators, box) },
          },
          box,
        )
        widget.end()
        return widget
      }
      case 'tick': {
        const widget = place(
          {
            FT: 'Btn',
            T: textOf(field.name),
            TU: textOf(field.label),
            V: field.isOn ? 'on' : 'Off',
            AS: field.isOn ? 'on' : 'Off',
            ...markOf('8'),
            AP: stateDrawings('on', field.box),
          },
          field.box,
        )
        widget.end()
        return widget
      }
      case 'choice': {
        const kids: Reference[] = []
        const parent = document.ref({
          FT: 'Btn',
          Ff: flags.radio,
          T: textOf(field.name),
          TU: textOf(field.label),
          V: field.value ?? 'Off',
          Kids: kids,
        })
        for (const { state, label, box } of field.marks) {
          const kid = place(
            {
              Parent: parent,
              TU: textOf(label),
              AS: field.value === state ? state : 'Off',
              ...markOf('l'),
              AP: stateDrawings(state, box),
            },
            box,
          )
          kid.end()
          kids.push(kid)
        }
        parent.end()
        return parent
      }
      case 'stamp': {
        const widget = place(
          {
            FT: 'Tx',
            F: flags.hidden,
            T: textOf(field.name),
            V: textOf(field.value),
            DA: textOf(`/${fieldFontName} 1 Tf 0 g`),
            Ff: flags.readOnly,
          },
          { page: 0, x: 0, y: 0, width: 0, height: 0 },
        )
        widget.end()
        return widget
      }
    }
  }

  const written = fields.map(write)
  for (const [i, { reference }] of pages.entries()) reference.data['Annots'] = annotations[i] ?? []
  // Of every viewer's own; the marks are drawn in it only where a viewer draws them anew.
  const markFont = document.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'ZapfDingbats' })
  markFont.end()
  const form = document.ref({
    Fields: written,
    DR: { Font: { ...resources.Font, [markFontName]: markFont } },
    DA: textOf(`/${fieldFontName} 9 Tf 0 g`),
    // Where the font lacks a character the viewer draws the value with a font of its own.
    ...(needsViewer ? { NeedAppearances: true } : {}),
  })
  form.end()
  Object.assign(document._root.data, { AcroForm: form })
  // pdfkit would end the fields of its own kind.
  document.endAcroForm = () => document
  return widgets
}

/** The name that viewers know the font of marks by. */
const markFontName = 'ZaDb'

/** How a viewer draws a mark that it does not take from the file: a sign of the font of marks. */
function markOf(sign: string): Record<string, unknown> {
  return { MK: { CA: textOf(sign) }, DA: textOf(`/${markFontName} 0 Tf 0 g`) }
}

/** A mark in the middle of a box. */
function dotIn({ width, height }: FieldBox): string {
  const [x, y] = [width / 2, height / 2]
  const radius = Math.min(width, height) * 0.28
  const pull = radius * 0.5523
  const point = (...numbers: number[]) => numbers.map(pdfNumber).join(' ')
  return [
    '0 g',
    `${point(x + radius, y)} m`,
    `${point(x + radius, y + pull, x + pull, y + radius, x, y + radius)} c`,
    `${point(x - pull, y + radius, x - radius, y + pull, x - radius, y)} c`,
    `${point(x - radius, y - pull, x - pull, y - radius, x, y - radius)} c`,
    `${point(x + pull, y - radius, x + radius, y - pull, x + radius, y)} c`,
    'f',
  ].join('\n')
}

/** A string of PDF: plain where it is ASCII, else UTF-16 with its mark. */
function textOf(text: string): Uint8Array {
  const isPlain = [...text].every((char) => char <= '~')
  if (isPlain) return Buffer.from(text, 'latin1')
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
}
