import { Page, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { fontFamilies, hairline, ink, inkSoft, margin, paperSizes, type PaperName } from './theme.ts'

const styles = StyleSheet.create({
  page: {
    fontFamily: fontFamilies,
    color: ink,
    paddingTop: margin,
    paddingHorizontal: margin,
    paddingBottom: margin + 22,
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
  },
  footerText: { fontSize: 8, color: inkSoft },
  draft: {
    position: 'absolute',
    top: 14,
    left: margin,
    right: margin,
    textAlign: 'center',
    fontSize: 10,
    fontWeight: 700,
  },
})

type SheetProps = {
  paper: PaperName
  /** Left in the footer of every page. */
  footer: string
  isLandscape?: boolean
  /** Stands at the head of every page. */
  draftMark?: string | undefined
  /** Pages are counted over the whole file instead of over this run of pages. */
  isPartOfFile?: boolean
  children: ReactNode
}

/** A run of pages with the same footer; a draft says so at the head of each. */
export function Sheet({
  paper,
  footer,
  isLandscape = false,
  draftMark,
  isPartOfFile = false,
  children,
}: SheetProps) {
  return (
    <Page
      size={paperSizes[paper]}
      orientation={isLandscape ? 'landscape' : 'portrait'}
      style={styles.page}
      bookmark={footer}
    >
      {draftMark !== undefined && (
        <Text fixed style={styles.draft}>
          {draftMark}
        </Text>
      )}
      {children}
      <View fixed style={styles.footer}>
        <Text style={styles.footerText}>{footer}</Text>
        <Text
          style={styles.footerText}
          render={({ pageNumber, totalPages, subPageNumber, subPageTotalPages }) =>
            isPartOfFile
              ? `Page ${pageNumber} of ${totalPages}`
              : `Page ${subPageNumber} of ${subPageTotalPages}`
          }
        />
      </View>
    </Page>
  )
}
