import { openThread, ThreadBusyError, ThreadLostError } from '#app/lib/worker-thread.server.ts'
import {
  formLimits,
  type FileFault,
  type FileReading,
  type FormTask,
  type GivenFile,
  type Unpacked,
} from './form-file.ts'
import { isArchive } from './unpack-forms.server.ts'

/** The first file also waits until the thread has loaded the program. */
const ask = openThread<FormTask, FileReading | Unpacked>('read-forms', { longestMs: 60_000, mostWaiting: 24 })

/** A file that was brought, and what was read in it. */
export type OpenedFile = { name: string; reading: FileReading }

/**
 * Opens files off the thread that serves: PDFs, and archives of PDFs. What is wrong with one stops none of the others.
 * @param given as they were chosen, with the names that people gave them
 */
export async function openFiles(
  given: readonly { name: string; bytes: Uint8Array }[],
): Promise<{ files: OpenedFile[]; problems: string[] }> {
  const files: OpenedFile[] = []
  const problems: string[] = []
  const open = openerOfFiles()
  for (const { name, bytes } of given) {
    if (!isArchive(bytes)) files.push(await open({ name, bytes }))
    else {
      const unpacked = await unpack(bytes)
      if ('problem' in unpacked) problems.push(`${name}: ${unpacked.problem}`)
      else for (const file of unpacked.files) files.push(await open(file))
    }
  }
  const kept = files.slice(0, formLimits.files)
  if (kept.length < files.length) problems.push(`More than ${formLimits.files} files: the rest was left out.`)
  return { files: kept, problems }
}

async function unpack(archive: Uint8Array): Promise<Unpacked> {
  const answer = await askInTime({ kind: 'unpack', archive })
  if (typeof answer === 'object' && !('ok' in answer)) return answer
  const why = answer === 'busy' ? 'Many forms are being read right now.' : 'It takes too long to unpack.'
  return { problem: `${why} Bring the forms back a little later, or in several parts.` }
}

/** Files that take too long are given up, and after the second one all that follow them. */
function openerOfFiles(): (file: GivenFile) => Promise<OpenedFile> {
  let slow = 0
  return async (file) => {
    const { name } = file
    const fault = (because: FileFault): OpenedFile => ({ name, reading: { ok: false, because } })
    if ('because' in file) return fault(file.because)
    if (file.bytes.length > formLimits.fileBytes) return fault('too-large')
    if (slow > 1) return fault('too-long')
    const answer = await askInTime({ kind: 'read', bytes: file.bytes })
    if (typeof answer === 'object' && 'ok' in answer) return { name, reading: answer }
    if (answer === 'too-long') slow++
    return fault(answer === 'busy' ? 'busy' : 'too-long')
  }
}

async function askInTime(task: FormTask): Promise<FileReading | Unpacked | 'too-long' | 'busy'> {
  try {
    return await ask(task)
  } catch (error) {
    if (error instanceof ThreadLostError) return 'too-long'
    if (error instanceof ThreadBusyError) return 'busy'
    throw error
  }
}
