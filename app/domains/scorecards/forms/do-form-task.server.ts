import type { FileReading, FormTask, Unpacked } from './form-file.ts'
import { readForm } from './read-form.server.ts'
import { unpackForms } from './unpack-forms.server.ts'

/** What the thread for files of others does. */
export async function doFormTask(task: FormTask): Promise<FileReading | Unpacked> {
  return task.kind === 'unpack' ? unpackForms(task.archive) : readForm(task.bytes)
}
