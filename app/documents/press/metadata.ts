import type PDFDocument from 'pdfkit'
import type { DrawnFile } from './drawing.ts'

/** Writes title, language and origin as XMP; what pdfkit writes itself is broken by a title with markup in it. */
export function writeMetadata(document: PDFDocument, file: Pick<DrawnFile, 'title' | 'createdAt'>): void {
  const created = file.createdAt.toISOString().replace(/\.\d+Z$/, 'Z')
  const title = file.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const text = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${created}</xmp:CreateDate><xmp:CreatorTool>Panelist</xmp:CreatorTool><pdf:Producer>Panelist</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
  const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' })
  metadata.compress = false
  metadata.write(new TextEncoder().encode(text))
  metadata.end()
  document._root.data['Metadata'] = metadata
}
