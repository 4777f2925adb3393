import { isCsv } from './csv-questions.ts'
import { readCsvTable } from './csv-table.ts'
import { mostQuestions } from './question-document.ts'
import { isJson, findJsonProblem } from './json-questions.ts'

const mebibyte = 1_048_576
export const largestDocument = 5 * mebibyte

/**
 * The text of an uploaded or pasted document, in UTF-8, or in UTF-16 with its mark.
 * @param fileName tells a table or JSON from running text
 * @returns the text without a byte order mark, its lines ended by a line feed alone, or in words why the document is refused and what to do
 */
export function decodeDocument(bytes: Uint8Array, fileName?: string): { text: string } | { problem: string } {
  if (bytes.length > largestDocument)
    return {
      problem: `This is larger than ${largestDocument / mebibyte} MB. Split it and import the parts one by one.`,
    }
  const kind = findBinaryKind(bytes)
  if (kind !== undefined) return { problem: kind }
  const text = decode(bytes)
  if (text === undefined)
    return {
      problem:
        'The file is not saved as UTF-8, so its letters cannot be told for certain. Save it again with the encoding UTF-8 and choose it once more.',
    }
  if (text.trim() === '')
    return { problem: 'There is nothing in it. Choose a file or paste a text with questions.' }
  const problem = findStructureProblem(text, fileName)
  return problem === undefined ? { text } : { problem }
}

function findStructureProblem(text: string, fileName: string | undefined): string | undefined {
  if (isJson({ text, fileName })) return findJsonProblem({ text, fileName })
  if (!isCsv({ text, fileName })) return undefined
  const table = readCsvTable(text)
  if ('problem' in table) return table.problem
  if (table.length > mostQuestions + 1)
    return `The table has more than ${mostQuestions.toLocaleString('en-GB')} rows. Split it and import the parts one by one.`
  return table.length > 0 ? undefined : 'The table is empty. Add a heading and a question in each row.'
}

const saveAsText =
  'Save it as plain text, Markdown or CSV and choose that file, or copy the text and paste it.'
const beginnings: [string, string][] = [
  ['%PDF', `This is a PDF. ${saveAsText}`],
  ['PK\u0003\u0004', `This is a Word, Excel or zip file. ${saveAsText}`],
  ['\u00d0\u00cf\u0011\u00e0', `This is an old Word or Excel file. ${saveAsText}`],
  ['{\\rtf', `This is a file in Rich Text Format. ${saveAsText}`],
]

function findBinaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const known = beginnings.find(([beginning]) => head.startsWith(beginning))
  if (known) return known[1]
  if (hasUtf16Mark(bytes)) return undefined
  const controls = countControls(bytes)
  if (controls.zeros === 0 && controls.all <= bytes.length / 200) return undefined
  const isWide =
    bytes.length > 3 && (3 * controls.evenZeros > bytes.length || 3 * controls.oddZeros > bytes.length)
  return isWide
    ? 'The file is saved as UTF-16 without its mark. Save it again with the encoding UTF-8 and choose it once more.'
    : `This is not a text file. ${saveAsText}`
}

function countControls(bytes: Uint8Array): {
  all: number
  zeros: number
  evenZeros: number
  oddZeros: number
} {
  const counts = { all: 0, zeros: 0, evenZeros: 0, oddZeros: 0 }
  bytes.forEach((byte, i) => {
    if (byte >= 32 || (byte >= 9 && byte <= 13) || byte === 27) return
    counts.all++
    if (byte !== 0) return
    counts.zeros++
    if (i % 2 === 0) counts.evenZeros++
    else counts.oddZeros++
  })
  return counts
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding = !hasUtf16Mark(bytes) ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // A zero would be cut off by some readers of the database.
    return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}
