import { z } from 'zod'
import type { PanelStart } from './panel.ts'
import { panelName } from './panel-edit.schema.ts'

/** The form for a new panel. */
export const newPanelSchema = z
  .object({
    formKey: z.uuid(),
    name: panelName,
    roleId: z.string().max(64).default(''),
    start: z.enum(['recommended', 'copy', 'nothing'], { error: 'Choose what to start from.' }),
    copyOf: z.string().max(64).default(''),
  })
  .refine((form) => form.start === 'copy' || form.roleId !== '', {
    message: 'Choose the role that you hire for.',
    path: ['roleId'],
  })
  .refine((form) => form.start !== 'copy' || form.copyOf !== '', {
    message: 'Choose the panel to copy.',
    path: ['copyOf'],
  })

/** Where the form says that the panel starts from. */
export function startOf(form: z.output<typeof newPanelSchema>): PanelStart {
  return form.start === 'copy' ? { from: 'copy', panelId: form.copyOf } : { from: form.start }
}
