import { zipSync, type Zippable } from 'fflate'

/** Packs PDFs under their names; a PDF is packed inside already. Equal files give equal bytes. */
export function zipFiles(
  files: readonly { path: string; pdf: Uint8Array<ArrayBuffer> }[],
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = Object.fromEntries(files.map(({ path, pdf }) => [`${path}.pdf`, pdf]))
  return Uint8Array.from(zipSync(entries, { mtime: new Date(1980, 0, 1), level: 0 }))
}
