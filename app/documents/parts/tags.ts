/**
 * What a part of a document is to somebody who hears it, under the names of PDF. Text that says nothing is a paragraph, and what is
 * drawn without text an artifact, which is passed over.
 */
export type Tag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Artifact'

export type Tagged = {
  tag: Tag
  /** What a figure shows, in words. */
  alt?: string
  /** What a head of a table stands over; a column where it says nothing. */
  scope?: 'Column' | 'Row'
  /** It goes on with the part of the same kind that was read just before. */
  goesOn?: boolean
}

/**
 * What a node of a document is, to be spread into its props: `<View {...tagged('Table')}>`.
 * A list is `L` of `LI` of `Lbl` and `LBody`, a table `Table` of `TR` of `TH` and `TD`.
 */
export function tagged(tag: Tag, more: Omit<Tagged, 'tag'> = {}): { tagged: Tagged } {
  return { tagged: { tag, ...more } }
}
