import { Download } from 'lucide-react'
import { Making } from '#app/domains/people/ui/making.tsx'
import { PrintButtons } from '#app/domains/people/ui/print-buttons.tsx'
import { usePrintedFile } from '#app/domains/people/ui/use-printed-file.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'

export type PacketFile = { as: 'file' | 'zip'; path: string }

/** Makes a packet: how far it is, a way to stop, and then the way to it. */
export function MakePacket({ file, fileName }: { file: PacketFile; fileName: string }) {
  const { printed, stop, again } = usePrintedFile(file.path, 'GET')
  const retry = (
    <Button type="button" onClick={again}>
      Try again
    </Button>
  )
  switch (printed.state) {
    case 'making':
      return <Making percent={printed.percent} onStop={stop} />
    case 'failed':
      return (
        <Note tone="stop" title="The packet was not made" action={retry}>
          {printed.message}
        </Note>
      )
    case 'stopped':
      return (
        <Note tone="calm" title="Cancelled" action={retry}>
          Nothing is being made any more.
        </Note>
      )
    case 'ready':
      return (
        <div role="status">
          <Note
            tone="calm"
            title={file.as === 'zip' ? 'The zip is ready.' : 'The packet is ready.'}
            action={
              <div className="flex flex-wrap gap-2">
                {file.as === 'zip' ? (
                  <LinkButton to={file.path} reloadDocument download={`${fileName}.zip`} variant="primary">
                    <Download aria-hidden /> Save the zip
                  </LinkButton>
                ) : (
                  <PrintButtons path={file.path} fileName={fileName} />
                )}
              </div>
            }
          />
        </div>
      )
  }
}
