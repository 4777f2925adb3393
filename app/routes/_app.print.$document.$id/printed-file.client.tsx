import 'react-pdf/dist/Page/TextLayer.css'
import { useState } from 'react'
import { Document, Page, pdfjs } from 'react-pdf'
import { Making } from '#app/domains/people/ui/making.tsx'
import { usePrintedFile } from '#app/domains/people/ui/use-printed-file.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { KeepFile } from './keep-file.tsx'
import { PageBar } from './page-bar.tsx'
import { useWidth } from './use-width.ts'

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href

type PrintedFileProps = {
  path: string
  title: string
  /** Made by posting; the file that is shown is the one to keep, since asking again would make another. */
  isMade?: boolean
}

/** The pages of a document as they will be printed, one at a time. */
export default function PrintedFile({ path, title, isMade = false }: PrintedFileProps) {
  const { printed, stop, again } = usePrintedFile(path, isMade ? 'POST' : 'GET')
  const retry = (
    <Button type="button" onClick={again}>
      Try again
    </Button>
  )
  return (
    <div className="mt-5 print:hidden">
      {printed.state === 'making' ? <Making percent={printed.percent} onStop={stop} /> : null}
      {printed.state === 'failed' ? (
        <Note tone="stop" title="This document is not shown" action={retry}>
          {printed.message}
        </Note>
      ) : null}
      {printed.state === 'stopped' ? (
        <Note tone="calm" title="Cancelled" action={retry}>
          Nothing is being made any more.
        </Note>
      ) : null}
      {printed.state === 'ready' && isMade ? <KeepFile file={printed.file} title={title} /> : null}
      {printed.state === 'ready' ? <Pages file={printed.file} title={title} /> : null}
    </div>
  )
}

function Pages({ file, title }: { file: Blob; title: string }) {
  const [count, setCount] = useState(0)
  const [number, setNumber] = useState(1)
  const [zoom, setZoom] = useState(1)
  const [frame, width] = useWidth()
  return (
    <section aria-label={`Pages of ${title}`}>
      {count > 0 ? (
        <PageBar number={number} count={count} onTurn={setNumber} zoom={zoom} onZoom={setZoom} />
      ) : null}
      <div
        ref={frame}
        tabIndex={0}
        role="region"
        aria-label={`Page ${number} of ${count}`}
        className="mt-2 max-h-[85vh] overflow-auto rounded-md border border-line-2 bg-sunken"
      >
        <Document
          file={file}
          loading={null}
          error="This browser cannot show the pages. Download the document instead."
          onLoadSuccess={({ numPages }) => setCount(numPages)}
        >
          {width > 0 ? (
            <Page
              pageNumber={number}
              width={Math.min(width, 900) * zoom}
              loading={null}
              renderAnnotationLayer={false}
              className="mx-auto w-fit"
            />
          ) : null}
        </Document>
      </div>
    </section>
  )
}
