import { formLimits, type FileFault, type FileReading } from './form-file.ts'
import { stampField } from './form-values.ts'

/**
 * Reads the fields of a PDF that anybody may have written: nothing in it is run or fetched.
 * @param bytes of one file
 */
export async function readForm(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length === 0) return fault('empty')
  if (bytes.length > formLimits.fileBytes) return fault('too-large')
  if (!isPdf(bytes)) return fault('not-pdf')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
  })
  try {
    const document = await task.promise
    if (document.numPages > formLimits.pages) return fault('too-many-pages')
    return readFields(await document.getFieldObjects())
  } catch (error) {
    return fault(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged')
  } finally {
    await task.destroy()
  }
}

function fault(because: FileFault): FileReading {
  return { ok: false, because }
}

/** Viewers look for the beginning within the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

function readFields(found: unknown): FileReading {
  const fields = typeof found === 'object' && found !== null ? Object.entries(found) : []
  if (fields.length === 0) return fault('flattened')
  if (fields.length > formLimits.fields) return fault('too-large')
  const values: Record<string, string> = {}
  let length = 0
  for (const [name, widgets] of fields) {
    const value = Array.isArray(widgets) ? valueOf(widgets) : undefined
    if (value === undefined) continue
    length += value.length
    if (length > formLimits.characters) return fault('too-large')
    values[name] = value
  }
  const { [stampField]: stamp, ...rest } = values
  return stamp === undefined ? fault('not-a-form') : { ok: true, stamp, values: rest }
}

/** A group of marks gives its value with each of them, after an entry of its own that has none. */
function valueOf(widgets: readonly unknown[]): string | undefined {
  for (const widget of widgets) {
    const value: unknown = typeof widget === 'object' && widget !== null && Reflect.get(widget, 'value')
    if (typeof value === 'string') return value
  }
  return undefined
}
