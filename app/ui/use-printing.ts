import { useSyncExternalStore } from 'react'

/** Whether the page is being laid out for paper, so that what a screen leaves out can be put in first. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    watch,
    () => isForPaper || matchMedia('print').matches,
    () => false,
  )
}

let isForPaper = false

function watch(tell: () => void): () => void {
  const paper = matchMedia('print')
  const begin = () => {
    isForPaper = true
    tell()
  }
  const end = () => {
    isForPaper = false
    tell()
  }
  paper.addEventListener('change', tell)
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    paper.removeEventListener('change', tell)
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}
