import { ChevronLeft, ChevronRight } from 'lucide-react'
import { LinkButton } from './link-button.tsx'

type PaginationProps = {
  /** From 1. */
  page: number
  pages: number
  /** The address of a page. */
  toPage: (page: number) => string
}

export function Pagination({ page, pages, toPage }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3 text-dense print:hidden">
      {page > 1 ? (
        <LinkButton to={toPage(page - 1)} size="small" rel="prev">
          <ChevronLeft aria-hidden />
          Before
        </LinkButton>
      ) : null}
      <span aria-current="page">
        Page <b>{page}</b> of {pages}
      </span>
      {page < pages ? (
        <LinkButton to={toPage(page + 1)} size="small" rel="next">
          Next
          <ChevronRight aria-hidden />
        </LinkButton>
      ) : null}
    </nav>
  )
}
