import { unzipSync } from 'fflate'
import { formLimits, type GivenFile, type Unpacked } from './form-file.ts'

const zipBegin = [0x50, 0x4b]

/** Whether a file says that it is an archive, whatever its name is. */
export function isArchive(bytes: Uint8Array): boolean {
  return zipBegin.every((byte, i) => bytes[i] === byte)
}

/** What systems put beside the files of people. */
const isHidden = (path: string) => /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(path)

/**
 * The files of an archive, in any folder of it. What it says to hold is counted before anything is unpacked, and no archive inside it
 * is opened.
 */
export function unpackForms(archive: Uint8Array): Unpacked {
  const files: GivenFile[] = []
  let count = 0
  let size = 0
  const wanted = new Map<string, string>()
  const isTooMuch = () => count > formLimits.files || size > formLimits.archiveBytes
  try {
    const unpacked = unzipSync(archive, {
      filter: ({ name: path, originalSize }) => {
        if (path.endsWith('/') || isHidden(path)) return false
        count += 1
        const name = path.split('/').at(-1) ?? path
        if (!/\.pdf$/i.test(name)) files.push({ name, because: 'not-pdf' })
        else if (originalSize > formLimits.fileBytes) files.push({ name, because: 'too-large' })
        else {
          size += originalSize
          if (isTooMuch()) return false
          wanted.set(path, name)
          return true
        }
        return false
      },
    })
    if (isTooMuch()) return { problem: tooMuch }
    for (const [path, name] of wanted) {
      const bytes = unpacked[path]
      if (bytes) files.push({ name, bytes })
    }
  } catch {
    return {
      problem: 'This zip file cannot be opened. Pack the filled forms again, or choose them one by one.',
    }
  }
  if (files.length === 0) return { problem: 'There is no file in this zip. Pack the filled forms into one.' }
  return { files }
}

const tooMuch = `This zip unpacks to more than ${formLimits.files} files or ${formLimits.archiveBytes / 1_048_576} MB. Bring the forms back in several parts.`
