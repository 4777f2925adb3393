import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFCheckBox, PDFDocument, PDFRadioGroup, PDFTextField } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a person enters, by the names of fields: a text, the state of a choice, `on` for a tick. */
export type Answers = Readonly<Record<string, string>>

/** Fills a form with pdf-lib. */
export async function fillWithPdfLib(pdf: Uint8Array, answers: Answers): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  const form = document.getForm()
  for (const [name, answer] of Object.entries(answers)) {
    const field = form.getField(name)
    if (field instanceof PDFTextField) field.setText(answer)
    else if (field instanceof PDFRadioGroup) field.select(answer)
    else if (field instanceof PDFCheckBox) field.check()
    else throw new Error(`${name} is no field that a person fills`)
  }
  // Its own appearances are Latin only; a viewer draws the values.
  return document.save({ updateFieldAppearances: false })
}

type Widget = { id: string; type: string; exportValues?: string }

/** Fills a form as the viewer of Firefox does: it remembers what is entered, and saves that behind the file. */
export async function fillWithPdfJs(pdf: Uint8Array, answers: Answers): Promise<Uint8Array> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  const found: unknown = await document.getFieldObjects()
  for (const [name, answer] of Object.entries(answers)) {
    const widgets = listWidgets(found, name)
    if (widgets.length === 0) throw new Error(`${name} is no field of the form`)
    for (const { id, type, exportValues } of widgets) {
      const value = type === 'text' ? answer : exportValues === answer
      document.annotationStorage.setValue(id, { value })
    }
  }
  const filled = await document.saveDocument()
  await task.destroy()
  return filled
}

function listWidgets(found: unknown, name: string): Widget[] {
  const widgets: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, name) : []
  return Array.isArray(widgets) ? widgets.filter(({ type }: Widget) => type !== '') : []
}

/** Whether pdftk, which people fill forms with by the hundred, is on this machine. */
export function hasPdftk(): boolean {
  return spawnSync('pdftk', ['--version']).status === 0
}

/** Fills a form with pdftk, from a file of answers as Acrobat exports it (XFDF). */
export async function fillWithPdftk(pdf: Uint8Array, answers: Answers): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'panelist-pdftk-'))
  const [blank, data, filled] = ['blank.pdf', 'answers.xfdf', 'filled.pdf'].map((name) => join(folder, name))
  if (!blank || !data || !filled) throw new Error('no names')
  writeFileSync(blank, pdf)
  writeFileSync(data, writeXfdf(answers))
  const { status, stderr } = spawnSync('pdftk', [blank, 'fill_form', data, 'output', filled])
  if (status !== 0) throw new Error(`pdftk: ${String(stderr)}`)
  const bytes = new Uint8Array(readFileSync(filled))
  rmSync(folder, { recursive: true })
  return bytes
}

function writeXfdf(answers: Answers): string {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const fields = Object.entries(answers).map(
    ([name, answer]) => `<field name="${escape(name)}"><value>${escape(answer)}</value></field>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>${fields.join('')}</fields></xfdf>`
}

/** What the fields of a form hold, as pdf-lib sees it; what is empty is left out. */
export async function readWithPdfLib(pdf: Uint8Array): Promise<Answers> {
  const form = (await PDFDocument.load(pdf)).getForm()
  const values = form.getFields().map((field): [string, string | undefined] => {
    const name = field.getName()
    if (field instanceof PDFTextField) return [name, field.getText()]
    if (field instanceof PDFRadioGroup) return [name, field.getSelected()]
    if (field instanceof PDFCheckBox) return [name, field.isChecked() ? 'on' : undefined]
    return [name, undefined]
  })
  return Object.fromEntries(values.filter((entry): entry is [string, string] => Boolean(entry[1])))
}
