import { expect, test } from 'vitest'
import { maxWebAddress, webAddressSchema } from './web-address.schema.ts'

test.each([
  ['https://example.org/cv.pdf', 'https://example.org/cv.pdf'],
  ['  HTTPS://Example.org/Ana Ribeiro.pdf ', 'https://example.org/Ana%20Ribeiro.pdf'],
  ['https://example.org:8443/a?b=c#d', 'https://example.org:8443/a?b=c#d'],
  ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
])('%j is kept as %s', (typed, kept) => {
  expect(webAddressSchema.parse(typed)).toBe(kept)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://example.org',
  ' \u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'http://example.org',
  'ftp://example.org',
  '//example.org/cv',
  'example.org/cv',
  'https:example.org',
  'https://',
  'https://localhost/cv',
  'https://ana:secret@example.org/cv',
  'https://example.org@evil.example/cv',
  `https://example.org/${'a'.repeat(maxWebAddress)}`,
  '',
])('%j is refused', (typed) => {
  const result = webAddressSchema.safeParse(typed)
  expect(result.success).toBe(false)
  expect(result.error?.issues).toHaveLength(1)
  expect(result.error?.issues[0]?.message).toMatch(/https:\/\/|characters|Take out/)
})
