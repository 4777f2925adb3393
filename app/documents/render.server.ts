import { join } from 'node:path'
import { cwd } from 'node:process'
import type { ReactElement } from 'react'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import type { Asker } from '#app/lib/worker-thread.server.ts'
import type { AccessCopyPdfProps } from './access-copy/compose-access-copy.ts'
import type { FormContent } from './kits/compose-form.ts'
import type { ComparisonPdfProps } from './comparison/compose-comparison.ts'
import type { DebriefPdfProps } from './debrief-pdf.tsx'
import type { PanelPdfProps } from './panel-plan/compose-panel.ts'
import type { DrawnFile } from './press/drawing.ts'
import type { Packet, SinglePrint } from './packet/packet.ts'
import type { PrintInk, PrintSize } from './parts/look.ts'
import type { PaperName } from './parts/theme.ts'
import type { Composition } from './press/compose.ts'
import type { ScorecardPdfProps } from './scorecard-pdf.tsx'
import { makePrintable } from './printable.ts'

const fontFolder = join(cwd(), 'public/fonts/pdf')

/** One document and everything that stands in it: equal tasks give equal bytes. */
export type PrintTask =
  | { document: 'kits'; kits: readonly KitView[]; options: KitOptions }
  | { document: 'form'; kit: KitView; options: FormOptions }
  | { document: 'access copy'; props: AccessCopyPdfProps }
  | { document: 'packet'; as: 'file' | 'zip'; packet: Packet }
  | SinglePrint

/**
 * What the thread that prints is asked for: a document, how many pages each document of a packet has, which characters the fonts have, or to
 * forget what it knows of people.
 */
export type RenderTask =
  | { ask: 'print'; print: PrintTask }
  | { ask: 'count'; packet: Packet }
  | { ask: 'coverage' }
  | { ask: 'forget' }
export type RenderResult =
  | { ask: 'print'; pdf: Uint8Array<ArrayBuffer> }
  | { ask: 'count'; pages: number[] }
  | { ask: 'coverage'; covered: ReadonlySet<number> }
  | { ask: 'forget' }

/** Told the share, from 0 to 1, of a document that is done; throws when nobody waits for it any more. */
export type Watch = (share: number) => void

/** Does one task inside the thread that prints; its steps are per cent. */
export async function renderInThread(task: RenderTask, asker: Asker): Promise<RenderResult> {
  switch (task.ask) {
    case 'print':
      return { ask: 'print', pdf: await renderPrint(task.print, watchFor(asker)) }
    case 'count':
      return { ask: 'count', pages: await countPacketPages(task.packet, watchFor(asker)) }
    case 'coverage': {
      const covered = await loadCoverage()
      // Whoever asks first wants the rest of the press to be warm too.
      await loadPress()
      return { ask: 'coverage', covered }
    }
    case 'forget': {
      const { forgetBlocks } = await import('./press/lay-out.ts')
      forgetBlocks()
      return { ask: 'forget' }
    }
  }
}

function watchFor({ onStep, cancelled }: Asker): Watch {
  let told = 0
  return (share) => {
    if (Atomics.load(cancelled, 0) !== 0) throw new Error('Nobody waits for the document any more.')
    const step = Math.floor(share * 100)
    if (step > told) onStep((told = step))
  }
}

function renderPrint(print: PrintTask, watch: Watch): Promise<Uint8Array<ArrayBuffer>> {
  switch (print.document) {
    case 'kits':
      return renderKits(print.kits, print.options, watch)
    case 'form':
      return renderForm(print.kit, print.options)
    case 'scorecard':
      return renderScorecard(print.props)
    case 'debrief':
      return renderDebrief(print.props, watch)
    case 'comparison':
      return renderComparison(print.props, watch)
    case 'access copy':
      return renderAccessCopy(print.props, watch)
    case 'panel':
      return renderPanel(print.props, watch)
    case 'packet':
      return renderPacket(print, watch)
  }
}

/** The renderer is loaded at the first document, which halves the start of the program. */
async function loadCoverage(): Promise<ReadonlySet<number>> {
  const { loadFonts } = await import('./fonts.server.ts')
  return loadFonts(fontFolder)
}

async function loadPress() {
  const [{ drawDocument }, { drawComposition }, { writeFile }] = await Promise.all([
    import('./press/lay-out.ts'),
    import('./press/compose.ts'),
    import('./press/write-file.ts'),
  ])
  return { drawDocument, drawComposition, writeFile }
}

/**
 * Lays out one document.
 * @param props plain data; what cannot be printed is replaced before `build` sees it
 * @returns the PDF; the same props give the same bytes
 */
export async function renderDocument<P>(
  build: (props: P) => ReactElement,
  props: P,
): Promise<Uint8Array<ArrayBuffer>> {
  const covered = await loadCoverage()
  const { drawDocument, writeFile } = await loadPress()
  return writeFile(await drawDocument(build(makePrintable(props, covered))))
}

export type PdfOptions = {
  paper: PaperName
  title: string
  createdAt: Date
  /** Compact print when left out. */
  size?: PrintSize
  /** Colour when left out. */
  ink?: PrintInk
}

type KitOptions = PdfOptions & { as: 'kit' | 'scorecard' }

/** The kits, or the blank cards to fill by hand, of some interviews in one file. */
export async function renderKits(
  kits: readonly KitView[],
  options: KitOptions,
  watch: Watch = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const props = makePrintable(
    { size: 'compact', ink: 'colour', ...options, kits } as const,
    await loadCoverage(),
  )
  const { composeKits } = await import('./kits/compose-kits.ts')
  const { drawComposition, writeFile } = await loadPress()
  return writeFile(await drawComposition(await composeKits(props, watch)))
}

type FormOptions = PdfOptions & { content: FormContent }

/** A scorecard as a form that is filled in a PDF viewer; what its fields hold is written as it is, whatever can be printed. */
export async function renderForm(
  kit: KitView,
  { content, ...options }: FormOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const props = makePrintable(
    { size: 'compact', ink: 'colour', ...options, kit } as const,
    await loadCoverage(),
  )
  const { composeForm } = await import('./kits/compose-form.ts')
  const { getFieldFont } = await import('./field-font.server.ts')
  const { writeFile } = await loadPress()
  return writeFile(await composeForm({ ...props, content, font: getFieldFont(fontFolder) }))
}

/** One filled card. */
export function renderScorecard(props: ScorecardPdfProps): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle({ document: 'scorecard', props })
}

/** The packet for the debrief of a panel. */
export function renderDebrief(props: DebriefPdfProps, watch?: Watch): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle({ document: 'debrief', props }, watch)
}

/** The comparison of a panel's candidates. */
export function renderComparison(props: ComparisonPdfProps, watch?: Watch): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle({ document: 'comparison', props }, watch)
}

/** The plan of a panel. */
export function renderPanel(props: PanelPdfProps, watch?: Watch): Promise<Uint8Array<ArrayBuffer>> {
  return renderSingle({ document: 'panel', props }, watch)
}

async function renderSingle(print: SinglePrint, watch?: Watch): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await drawSingle(print, watch)
  const { writeFile } = await loadPress()
  return writeFile(drawn)
}

async function drawSingle(print: SinglePrint, watch?: Watch): Promise<DrawnFile> {
  const covered = await loadCoverage()
  switch (print.document) {
    case 'scorecard': {
      const { ScorecardPdf } = await import('./scorecard-pdf.tsx')
      const { drawDocument } = await loadPress()
      return drawDocument(ScorecardPdf(makePrintable(print.props, covered)))
    }
    case 'debrief': {
      const { drawDebrief } = await import('./debrief-pdf.tsx')
      return drawDebrief(makePrintable(print.props, covered), watch)
    }
    case 'comparison': {
      const { composeComparison } = await import('./comparison/compose-comparison.ts')
      return drawFlow(await composeComparison(makePrintable(print.props, covered), watch))
    }
    case 'panel': {
      const { composePanel } = await import('./panel-plan/compose-panel.ts')
      return drawFlow(await composePanel(makePrintable(print.props, covered), watch))
    }
  }
}

/** A copy of what is held about a candidate, for the candidate. */
export async function renderAccessCopy(
  props: AccessCopyPdfProps,
  watch?: Watch,
): Promise<Uint8Array<ArrayBuffer>> {
  const { composeAccessCopy } = await import('./access-copy/compose-access-copy.ts')
  const drawn = await drawFlow(await composeAccessCopy(makePrintable(props, await loadCoverage()), watch))
  const { writeFile } = await loadPress()
  return writeFile(drawn)
}

async function drawFlow(composition: Composition): Promise<DrawnFile> {
  const { drawComposition } = await loadPress()
  return drawComposition(composition)
}

/** Many documents as one file with bookmarks, or as a zip of files. */
export async function renderPacket(
  print: Extract<PrintTask, { document: 'packet' }>,
  watch: Watch = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { makePacket, packet, means } = await loadPacket(print.packet)
  return makePacket({ ...print, packet }, means, watch)
}

/** How many pages each document of a packet has. */
export async function countPacketPages(given: Packet, watch: Watch = () => undefined): Promise<number[]> {
  const { countPages, packet, means } = await loadPacket(given)
  return countPages(packet, means, watch)
}

async function loadPacket(packet: Packet) {
  const [packets, { getFieldFont }] = await Promise.all([
    import('./packet/draw-packet.ts'),
    import('./field-font.server.ts'),
  ])
  const covered = await loadCoverage()
  const entries = packet.entries.map((entry): Packet['entries'][number] => {
    const { print } = entry
    const shelf = makePrintable(entry.shelf, covered)
    switch (print.document) {
      case 'kit':
      case 'form':
        return { ...entry, shelf, print: { ...print, facts: makePrintable(print.facts, covered) } }
      case 'scorecard':
      case 'debrief':
      case 'comparison':
      case 'panel':
        return { ...entry, shelf }
    }
  })
  return {
    ...packets,
    packet: {
      ...packet,
      title: makePrintable(packet.title, covered),
      guides: makePrintable(packet.guides, covered),
      entries,
    },
    means: { draw: drawSingle, getFont: () => getFieldFont(fontFolder) },
  }
}
