import type { RubricContent } from '#rubrics/content.schema.ts'

/** A file by its path inside an archive or a folder, with slashes. */
export type PlainFile = { path: string; text: string }

const folders = ['scales', 'competencies', 'questions', 'roles'] as const
type Folder = (typeof folders)[number]

/** The bank as the files that rubrics/ holds: one for each scale, competency, question and role. */
export function listBankFiles(content: RubricContent): PlainFile[] {
  return folders.flatMap((folder) =>
    content[folder].map((item) => ({
      path: `rubrics/${folder}/${item.id}.json`,
      text: `${JSON.stringify(item, null, 2)}\n`,
    })),
  )
}

/**
 * Tells the files of a bank from whatever else stands in an archive. Folders above scales/, competencies/,
 * questions/ and roles/ may have any name.
 */
export function pickBankFiles(files: readonly PlainFile[]): (PlainFile & { folder: Folder; name: string })[] {
  return files.flatMap(({ path, text }) => {
    const parts = path.split('/')
    const name = parts.at(-1) ?? ''
    const folder = folders.find((item) => item === parts.at(-2))
    const isHidden = parts.some((part) => part.startsWith('.') || part === '__MACOSX')
    return folder && name.endsWith('.json') && !isHidden ? [{ path, text, folder, name }] : []
  })
}

/** What a loaded file does to the bank. */
export type LoadChange = 'added' | 'changed' | 'brought back' | 'same'

/**
 * What loading an item does.
 * @param held what the bank has under its id
 */
export function changeByLoad(
  held: { contentHash: string | null; isArchived: boolean } | undefined,
  contentHash: string,
): LoadChange {
  if (!held) return 'added'
  if (held.contentHash !== contentHash) return 'changed'
  return held.isArchived ? 'brought back' : 'same'
}
