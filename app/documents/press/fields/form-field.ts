import type { FieldFont } from './field-font.ts'

/** A place on a page, in points from its left and from its top. */
export type FieldBox = { page: number; x: number; y: number; width: number; height: number }

/** A field that a viewer fills, in the order in which the Tab key walks through them. */
export type FormField =
  | {
      kind: 'text'
      name: string
      /** What a screen reader says of it. */
      label: string
      value: string
      isMultiline: boolean
      /** Of the text, in points. */
      size: number
      box: FieldBox
    }
  | {
      /** One of several states or none; a state is a name of letters, digits and hyphens. */
      kind: 'choice'
      name: string
      label: string
      value: string | null
      marks: readonly { state: string; label: string; box: FieldBox }[]
    }
  | { kind: 'tick'; name: string; label: string; isOn: boolean; box: FieldBox }
  /** Neither seen nor changed: what the program that reads the form knows it by. */
  | { kind: 'stamp'; name: string; value: string }

/** The fields of a file, and the font that their text is set in. */
export type DrawnForm = { fields: readonly FormField[]; font: FieldFont }
