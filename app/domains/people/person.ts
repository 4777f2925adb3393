import type { Access } from './access.ts'

/** Whoever is signed in. */
export type Person = { id: string; name: string; email: string; access: Access }
