import type { DrawnFile, StructureElement } from './drawing.ts'
import { isLeaf } from './tag-tree.ts'

/** Files one after the other as one, with the title of the first. */
export function joinFiles(files: readonly DrawnFile[]): DrawnFile {
  const [first] = files
  if (!first) throw new RangeError('There is nothing to join.')
  let from = 0
  const joined = files.map((file) => {
    const begin = from
    from += file.pages.length
    return {
      pages: file.pages,
      headings: file.headings.map((heading) => ({ ...heading, pageIndex: heading.pageIndex + begin })),
      structure: (file.structure ?? []).map((element) => moveElement(element, begin)),
    }
  })
  return {
    title: first.title,
    createdAt: first.createdAt,
    pages: joined.flatMap(({ pages }) => pages),
    headings: joined.flatMap(({ headings }) => headings),
    structure: joined.flatMap(({ structure }) => structure),
  }
}

function moveElement(element: StructureElement, pages: number): StructureElement {
  const kids = element.kids.map((kid) =>
    isLeaf(kid) ? { ...kid, page: kid.page + pages } : moveElement(kid, pages),
  )
  return { ...element, kids }
}
