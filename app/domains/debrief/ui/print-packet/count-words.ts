import type { PageCount } from '#app/domains/debrief/print-packet/sample.ts'

type Counted = {
  boundCount: number
  formCount: number
  count: PageCount | null
  isDuplex: boolean
}

/** What a packet comes to, in a sentence or two. */
export function describeCount({ boundCount, formCount, count, isDuplex }: Counted): string {
  if (boundCount + formCount === 0)
    return 'Nothing to print yet: tick a document, and candidates who have what it needs.'
  const forms =
    formCount === 0
      ? ''
      : ` ${figure(formCount, 'scorecard')} to fill on screen ${formCount === 1 ? 'comes' : 'come'} in the zip alone.`
  if (boundCount === 0) return forms.trim()
  const documents = figure(boundCount, 'document')
  if (!count) return `${documents}, whose pages are not counted while other documents are being made.${forms}`
  const about = count.isAbout ? 'about ' : ''
  const paper = isDuplex
    ? `${about}${figure(count.sheets, 'sheet')} printed on both sides, each document on sheets of its own`
    : `${about}${figure(count.pages, 'page')}`
  return `${documents}, ${paper}.${forms}`
}

function figure(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`
}
