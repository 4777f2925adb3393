import { z } from 'zod'

export const backUpSchema = z.object({ formKey: z.uuid() })
