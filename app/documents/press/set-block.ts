import { createElement, type ReactElement } from 'react'
import { LookContext, type Look } from '#app/documents/parts/look.ts'
import { keyOf } from './key-of.ts'
import { layOutBlocks, type Block } from './lay-out.ts'

export type SetBlock = (key: unknown, element: ReactElement, width?: number) => Block

/**
 * Makes blocks of one look.
 * @param fullWidth in points, of blocks that are given none
 */
export function blockSetter(look: Look, fullWidth: number): SetBlock {
  return (key, element, width = fullWidth) => ({
    key: keyOf(key, look, width),
    width,
    element: createElement(LookContext.Provider, { value: look }, element),
  })
}

/** Blocks with their heights in points. */
export async function measure(blocks: readonly Block[]): Promise<{ block: Block; height: number }[]> {
  const laid = await layOutBlocks(blocks)
  return blocks.map((block, i) => ({ block, height: laid[i]?.height ?? 0 }))
}
