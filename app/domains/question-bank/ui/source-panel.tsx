import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SourceView } from '#app/domains/question-bank/editor/editor-view.ts'

/** What stood in the document that was imported, to compare with while the draft is finished. */
export function SourcePanel({ source }: { source: SourceView }) {
  return (
    <div className="text-dense">
      <p className="text-ink-2">
        Item {source.ordinal} of{' '}
        <TextLink to={paths.importBatch(source.batchId)}>{source.batchName}</TextLink>
      </p>
      <div
        className="mt-2 max-h-72 overflow-y-auto border-l-3 border-line-2 pl-3 wrap-anywhere whitespace-pre-line"
        tabIndex={0}
        role="region"
        aria-label="The text that was imported"
      >
        {source.sourceText}
      </div>
      {source.sampleAnswer === null ? null : (
        <div className="mt-2">
          <Disclosure title="Sample answer of the document">
            <p className="wrap-anywhere whitespace-pre-line">{source.sampleAnswer}</p>
          </Disclosure>
        </div>
      )}
    </div>
  )
}
