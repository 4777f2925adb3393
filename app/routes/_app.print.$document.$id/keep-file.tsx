import { Download } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'

/** Saves a file that the page holds already. */
export function KeepFile({ file, title }: { file: Blob; title: string }) {
  return (
    <div className="mb-4">
      <Button type="button" variant="primary" onClick={() => save(file, `${title}.pdf`)}>
        <Download aria-hidden /> Download
      </Button>
    </div>
  )
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
