import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { PlainFile } from './bank-files.ts'

const mostFiles = 20_000
const mebibyte = 1_048_576
const largestUnpacked = 64 * mebibyte

/** Packs files; the same files give the same bytes. */
export function packZip(files: readonly PlainFile[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))
  return Uint8Array.from(zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 }))
}

/**
 * Opens an archive; what it says to hold is counted before anything is unpacked.
 * @returns its JSON files, or in words why it cannot be used
 */
export function unpackZip(bytes: Uint8Array): PlainFile[] | { problem: string } {
  if (bytes.length === 0) return { problem: 'Choose the zip file to load.' }
  let count = 0
  let size = 0
  const isTooMuch = () => count > mostFiles || size > largestUnpacked
  try {
    const unpacked = unzipSync(bytes, {
      filter: (file) => {
        if (!file.name.endsWith('.json')) return false
        count += 1
        size += file.originalSize
        return !isTooMuch()
      },
    })
    if (isTooMuch())
      return {
        problem: `This archive unpacks to more than ${mostFiles} files or ${largestUnpacked / mebibyte} MB. Load it in parts.`,
      }
    return Object.entries(unpacked).map(([path, data]) => ({ path, text: strFromU8(data) }))
  } catch {
    return {
      problem:
        'This is not a zip file that can be opened. Choose one that “Download the bank” gave, or pack the folder rubrics again.',
    }
  }
}
