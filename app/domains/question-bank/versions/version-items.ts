import { changeWords, compareFields, type ContentField, type FieldDifference } from './difference.ts'

/** A version of a question, a competency or a role as it is stored. */
export type StoredVersion<T> = {
  id: string
  number: number
  body: T
  createdAtMs: number
  /** Null for a version that came with the program. */
  authorName: string | null
  /** The import that brought it. */
  batchName: string | null
}

/** A line of the list of versions. */
export type VersionItem = {
  number: number
  /** "Mina Leader", "shipped with Panelist", "Mina Leader, import of questions.md". */
  by: string
  createdAtMs: number
  /** What changed since the version before. */
  words: string
  isCurrent: boolean
}

/**
 * The versions as a list shows them.
 * @param versions the newest first
 * @param fieldsOf the content of one as text
 */
export function versionItems<T>(
  versions: readonly StoredVersion<T>[],
  currentId: string | null,
  fieldsOf: (body: T) => ContentField[],
): VersionItem[] {
  return versions.map((version, i) => {
    const before = versions[i + 1]
    return {
      number: version.number,
      by: authorWords(version),
      createdAtMs: version.createdAtMs,
      words: before
        ? changeWords(compareFields(fieldsOf(before.body), fieldsOf(version.body)))
        : 'First version',
      isCurrent: version.id === currentId,
    }
  })
}

/** Who a version is from, in words. */
export function authorWords(version: Pick<StoredVersion<unknown>, 'authorName' | 'batchName'>): string {
  const { authorName, batchName } = version
  if (authorName === null) return 'shipped with Panelist'
  return batchName === null ? authorName : `${authorName}, import of ${batchName}`
}

/** Two versions side by side. */
export type VersionsView = {
  items: VersionItem[]
  /** The older and the newer side of the comparison, by number; the same when there is but one version. */
  from: number
  to: number
  differences: FieldDifference[]
}

/**
 * The list of versions and the difference between two of them.
 * @param asked numbers as they stand in the URL; what is not there becomes the newest and the one before it
 */
export function versionsView<T>(
  versions: readonly StoredVersion<T>[],
  currentId: string | null,
  fieldsOf: (body: T) => ContentField[],
  asked: { from?: number | undefined; to?: number | undefined },
): VersionsView {
  const find = (number: number | undefined) => versions.find((version) => version.number === number)
  const to = find(asked.to) ?? versions[0]
  const from = find(asked.from) ?? find((to?.number ?? 0) - 1) ?? to
  return {
    items: versionItems(versions, currentId, fieldsOf),
    from: from?.number ?? 0,
    to: to?.number ?? 0,
    differences: from && to ? compareFields(fieldsOf(from.body), fieldsOf(to.body)) : [],
  }
}

/** A version and the one before it, as the address of their difference takes them. */
export function versionPair({ number }: Pick<VersionItem, 'number'>): { from: string; to: string } {
  return { from: String(Math.max(1, number - 1)), to: String(number) }
}
