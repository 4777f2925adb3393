import { Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import { use, type ReactNode } from 'react'
import { LookContext } from './look.ts'
import { tagged } from './tags.ts'
import { fontFamilies, hairline, ink, inkSoft, margin, paperSizes, type PaperName } from './theme.ts'

const styles = StyleSheet.create({
  page: {
    fontFamily: fontFamilies,
    color: ink,
    paddingTop: margin,
    paddingHorizontal: margin,
  },
  footer: {
    position: 'absolute',
    left: margin,
    right: margin,
    bottom: margin - 8,
    borderTopWidth: 0.5,
    borderTopColor: hairline,
    paddingTop: 4,
    flexDirection: 'row',
    justifyContent: 'space-between',
    gap: 10,
  },
  footerName: { color: inkSoft, flexShrink: 1, maxLines: 2, textOverflow: 'ellipsis' },
  footerPage: { color: inkSoft, textAlign: 'right' },
  draft: {
    position: 'absolute',
    top: 14,
    left: margin,
    right: margin,
    textAlign: 'center',
    fontWeight: 700,
  },
})

type SheetProps = {
  paper: PaperName
  /** Left in the footer of every page; without it the pages are part of a file that gets its footers later. */
  footer?: string | undefined
  isLandscape?: boolean
  /** Stands at the head of every page. */
  draftMark?: string | undefined
  children: ReactNode
}

/** A run of pages with the same footer; a draft says so at the head of each. */
export function Sheet({ paper, footer, isLandscape = false, draftMark, children }: SheetProps) {
  const { label, strong } = use(LookContext).words
  return (
    <Page
      size={paperSizes[paper]}
      orientation={isLandscape ? 'landscape' : 'portrait'}
      style={[styles.page, { paddingBottom: margin + 2 * label.fontSize * label.lineHeight }]}
    >
      {draftMark !== undefined && (
        <Text fixed style={[styles.draft, { fontSize: strong.fontSize + 1 }]}>
          {draftMark}
        </Text>
      )}
      {children}
      {footer !== undefined && (
        <View {...tagged('Artifact')} fixed style={styles.footer}>
          <Text style={[styles.footerName, label]}>{footer}</Text>
          <Text
            style={[styles.footerPage, { fontSize: label.fontSize, width: label.fontSize * 9 }]}
            render={({ subPageNumber, subPageTotalPages }) => `Page ${subPageNumber} of ${subPageTotalPages}`}
          />
        </View>
      )}
    </Page>
  )
}
