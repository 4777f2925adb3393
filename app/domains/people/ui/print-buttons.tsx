import { Download, Printer } from 'lucide-react'
import type { MouseEvent } from 'react'
import { LinkButton } from '#app/ui/link-button.tsx'

/**
 * Links to the file, so that they work without scripts. With them the opened file is asked to print itself, where the browser's viewer
 * takes orders; elsewhere its own button is one step away.
 */
export function PrintButtons({ path, fileName }: { path: string; fileName: string }) {
  function print(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    const opened = window.open(path, '_blank')
    if (!opened) return
    event.preventDefault()
    try {
      opened.addEventListener('load', () => opened.print())
    } catch {
      // Some viewers are out of reach of the page that opened them.
    }
  }
  return (
    <>
      <LinkButton to={path} reloadDocument download={`${fileName}.pdf`}>
        <Download aria-hidden /> Download
      </LinkButton>
      <LinkButton to={path} reloadDocument target="_blank" variant="primary" onClick={print}>
        <Printer aria-hidden /> Print
      </LinkButton>
    </>
  )
}
