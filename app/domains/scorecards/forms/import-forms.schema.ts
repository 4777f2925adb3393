import { z } from 'zod'
import { formLimits } from './form-file.ts'
import type { CarriedForm, ConflictChoice } from './form-preview.ts'

const carriedSchema = z.strictObject({
  name: z.string().max(255),
  stamp: z.string().max(200_000),
  values: z.record(z.string().max(200), z.string().max(formLimits.characters)),
})

const choiceSchema = z
  .string()
  .regex(/^(online|(form|both):\d{1,9})$/)
  .transform((text): ConflictChoice => {
    const [take, version] = text.split(':')
    return take === 'form' || take === 'both' ? { take, version: Number(version) } : { take: 'online' }
  })

/** What a preview sends back: its forms, and what was chosen where two texts stand against each other. */
export function readApplication(form: FormData): {
  forms: CarriedForm[]
  choices: Map<string, ConflictChoice>
} {
  const forms = form.getAll('form').flatMap((text) => {
    const parsed = carriedSchema.safeParse(readJson(text))
    return parsed.success ? [parsed.data] : []
  })
  const choices = new Map<string, ConflictChoice>()
  for (const [name, value] of form) {
    if (!name.startsWith(choicePrefix)) continue
    const parsed = choiceSchema.safeParse(value)
    if (parsed.success) choices.set(name.slice(choicePrefix.length), parsed.data)
  }
  return { forms: forms.slice(0, formLimits.files), choices }
}

const choicePrefix = 'choice '

function readJson(text: FormDataEntryValue): unknown {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The files of a posted form; a browser sends an empty one when none was chosen. */
export function readChosenFiles(form: FormData): File[] {
  return form
    .getAll('file')
    .filter((file): file is File => file instanceof File && (file.size > 0 || file.name !== ''))
}
