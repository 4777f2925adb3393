/** Something the palette offers: a place to go or a thing to do. */
export type Command = {
  id: string
  label: string
  /** Heading it stands under: "Go to", "This panel", "Candidates". */
  group: string
  to?: string | undefined
  onAction?: (() => void) | undefined
  /** Shown at the right: "g p". */
  keys?: string | undefined
  /** Second line of words that are searched as well. */
  detail?: string | undefined
}
