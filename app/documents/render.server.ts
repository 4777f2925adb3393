import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { cwd } from 'node:process'
import type { ReactElement } from 'react'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import type { DebriefPdfProps } from './debrief-pdf.tsx'
import type { PrintInk, PrintSize } from './parts/look.ts'
import type { PaperName } from './parts/theme.ts'
import type { ScorecardPdfProps } from './scorecard-pdf.tsx'
import { listUnprintable, makePrintable } from './printable.ts'

const fontFolder = join(cwd(), 'public/fonts/pdf')
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** The renderer is loaded at the first document, which halves the start of the program. */
async function loadCoverage(): Promise<ReadonlySet<number>> {
  const { loadFonts } = await import('./fonts.server.ts')
  return loadFonts(fontFolder)
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
  return inTurn(async () => {
    const covered = await loadCoverage()
    const { drawDocument } = await import('./press/lay-out.ts')
    const { writeFile } = await import('./press/write-file.ts')
    return writeFile(await drawDocument(build(makePrintable(props, covered))))
  })
}

/** The characters of these texts that no bundled font has; said on the page before printing. */
export async function findUnprintable(texts: readonly (string | null)[]): Promise<string[]> {
  return listUnprintable(texts.join(''), await loadCoverage())
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

/** The kits, or the blank cards to fill by hand, of some interviews in one file. */
export async function renderKits(
  kits: readonly KitView[],
  options: PdfOptions & { as: 'kit' | 'scorecard' },
): Promise<Uint8Array<ArrayBuffer>> {
  return inTurn(async () => {
    const props = makePrintable(
      { size: 'compact', ink: 'colour', ...options, kits } as const,
      await loadCoverage(),
    )
    const { composeKits } = await import('./kits/compose-kits.ts')
    const { drawComposition } = await import('./press/compose.ts')
    const { writeFile } = await import('./press/write-file.ts')
    return writeFile(await drawComposition(await composeKits(props)))
  })
}

/** One filled card. */
export async function renderScorecard(props: ScorecardPdfProps): Promise<Uint8Array<ArrayBuffer>> {
  const { ScorecardPdf } = await import('./scorecard-pdf.tsx')
  return renderDocument(ScorecardPdf, props)
}

/** The packet for the debrief of a panel. */
export async function renderDebrief(props: DebriefPdfProps): Promise<Uint8Array<ArrayBuffer>> {
  const { DebriefPdf } = await import('./debrief-pdf.tsx')
  return renderDocument(DebriefPdf, props)
}

/**
 * A PDF as an answer that browsers show.
 * @param fileName without ending; what a file system would not take is left out
 */
export function pdfResponse(request: Request, pdf: Uint8Array<ArrayBuffer>, fileName: string): Response {
  const etag = `"${createHash('sha256').update(pdf).digest('base64url')}"`
  const headers = {
    ETag: etag,
    'Content-Type': 'application/pdf',
    'Content-Disposition': disposition(fileName),
  }
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  return new Response(pdf, { headers })
}

function disposition(fileName: string): string {
  const safe =
    fileName
      .normalize('NFC')
      .replace(/[^\p{L}\p{N} ._-]/gu, '')
      .trim() || 'panelist'
  const ascii = safe.normalize('NFKD').replace(/[^\x20-\x7e]/g, '') || 'panelist'
  return `inline; filename="${ascii}.pdf"; filename*=UTF-8''${encodeURIComponent(safe)}.pdf`
}
