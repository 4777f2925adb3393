import type { FormValues } from './form-values.ts'

const mebibyte = 1_048_576

/** What comes in at most: a filled form is half a megabyte, and forty questions with pages of notes one. */
export const formLimits = {
  fileBytes: 8 * mebibyte,
  /** Of all files of an archive, unpacked. */
  archiveBytes: 64 * mebibyte,
  files: 200,
  pages: 100,
  fields: 4_000,
  characters: 2_000_000,
} as const

/** Why a file cannot be taken for a filled form. */
export type FileFault =
  | 'not-pdf'
  | 'empty'
  | 'damaged'
  | 'encrypted'
  | 'flattened'
  | 'not-a-form'
  | 'too-large'
  | 'too-many-pages'
  | 'too-long'
  | 'busy'

/** What a PDF says as a form, before anybody asked whether it is to be believed. */
export type FileReading = { ok: true; stamp: string; values: FormValues } | { ok: false; because: FileFault }

/** A file with its bytes, or why they were not unpacked. */
export type GivenFile = { name: string } & ({ bytes: Uint8Array } | { because: FileFault })

/** What is read on the side. */
export type FormTask = { kind: 'unpack'; archive: Uint8Array } | { kind: 'read'; bytes: Uint8Array }
export type Unpacked = { files: GivenFile[] } | { problem: string }
