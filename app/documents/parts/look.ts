import { createContext } from 'react'
import type { PaperName } from './theme.ts'

export type WordStyle = 'title' | 'head' | 'strong' | 'body' | 'small' | 'label'

type WordSize = { fontSize: number; lineHeight: number }

/** How large and in which ink a document is set; sizes in points. */
export type Look = {
  words: Record<WordStyle, WordSize>
  /** From rule to rule of the lines to write on. */
  pitch: number
  /** The side of a box to tick. */
  mark: number
  /** By how much columns of a fixed width are wider than in compact print. */
  scale: number
  accent: string
}

const inks = { colour: '#0a5f5c', grey: '#000000' } as const

const sizes = {
  compact: {
    words: {
      title: { fontSize: 16, lineHeight: 1.2 },
      head: { fontSize: 9.5, lineHeight: 1.18 },
      strong: { fontSize: 9, lineHeight: 1.3 },
      body: { fontSize: 9, lineHeight: 1.3 },
      small: { fontSize: 8, lineHeight: 1.16 },
      label: { fontSize: 8, lineHeight: 1.25 },
    },
    pitch: 16,
    mark: 8,
    scale: 1,
  },
  clear: {
    words: {
      title: { fontSize: 18, lineHeight: 1.2 },
      head: { fontSize: 13.5, lineHeight: 1.25 },
      strong: { fontSize: 12, lineHeight: 1.3 },
      body: { fontSize: 12, lineHeight: 1.3 },
      small: { fontSize: 12, lineHeight: 1.25 },
      label: { fontSize: 12, lineHeight: 1.25 },
    },
    pitch: 22,
    mark: 10.5,
    scale: 1.35,
  },
} as const satisfies Record<string, Omit<Look, 'accent'>>

export type PrintSize = keyof typeof sizes
export type PrintInk = keyof typeof inks

/** What whoever prints may choose of every document. */
export type PrintStyle = { paper: PaperName; size: PrintSize; ink: PrintInk }

/** The look of a document; compact print is 9 points, clear print 12 and nothing smaller. */
export function lookOf(size: PrintSize, ink: PrintInk): Look {
  return { ...sizes[size], accent: inks[ink] }
}

export const LookContext = createContext<Look>(lookOf('compact', 'grey'))
