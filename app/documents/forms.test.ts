import { expect, test } from 'vitest'
import { PDFDocument, PDFCheckBox, PDFName, PDFRadioGroup, PDFTextField, type PDFField } from 'pdf-lib'
import { kitOf } from '#tests/support/kit-of.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { renderForm } from './render.server.ts'

const stamp = { name: 'panelist', value: 'signed.text' }

async function open(count: number, values: Record<string, string> = {}) {
  const kit = kitOf(count)
  const pdf = await renderForm(kit, {
    paper: 'a4',
    title: 'Form',
    createdAt: new Date(0),
    content: { values, stamp },
  })
  const document = await PDFDocument.load(pdf)
  const fields = new Map(
    document
      .getForm()
      .getFields()
      .map((field) => [field.getName(), field]),
  )
  return { kit, pdf, document, fields }
}

function radio(field: PDFField | undefined): PDFRadioGroup {
  if (!(field instanceof PDFRadioGroup)) throw new Error('no group of marks')
  return field
}

function text(field: PDFField | undefined): PDFTextField {
  if (!(field instanceof PDFTextField)) throw new Error('no text field')
  return field
}

test.each([0, 1, 8, 60])(
  'a card of %i questions has every field, and nothing is chosen on it',
  async (count) => {
    const { kit, fields } = await open(count)
    const levels = kit.levels.map((level) => String(level.value))
    for (const { questionId, strongSignals, weakSignals } of kit.questions) {
      const rating = radio(fields.get(`rating:${questionId}`))
      expect(rating.getOptions()).toEqual([...levels, 'not-asked', 'no-evidence'])
      expect(rating.getSelected()).toBeUndefined()
      expect(rating.acroField.dict.get(PDFName.of('Opt'))).toBeUndefined()
      const evidence = text(fields.get(`evidence:${questionId}`))
      expect([evidence.isMultiline(), evidence.getText()]).toEqual([true, undefined])
      const ticks = [...fields.keys()].filter((name) => name.startsWith(`signals:${questionId}:`))
      expect(ticks).toHaveLength(strongSignals.length + weakSignals.length)
      for (const name of ticks) {
        const tick = fields.get(name)
        expect(tick instanceof PDFCheckBox && !tick.isChecked()).toBe(true)
      }
    }
    expect(radio(fields.get('recommendation')).getOptions()).toEqual([
      'strong-no',
      'no',
      'yes',
      'strong-yes',
      'no-decision',
    ])
    for (const name of ['recommendation:reason', 'summary:for', 'summary:against'])
      expect(text(fields.get(name)).getText()).toBeUndefined()
  },
  60_000,
)

test('every field says what it is, and the Tab key goes through them as they are printed', async () => {
  const { kit, document, fields } = await open(3)
  const [first] = kit.questions
  const id = first?.questionId ?? ''
  const labelOf = (field: PDFField | undefined) =>
    String(field?.acroField.dict.get(PDFName.of('TU'))?.toString())
  for (const [name, field] of fields)
    if (name !== stamp.name) expect(labelOf(field).length).toBeGreaterThan(8)
  const order = [...fields.keys()].filter((name) => !name.startsWith('signals:'))
  const perQuestion = kit.questions.flatMap(({ questionId }) => [
    `rating:${questionId}`,
    `evidence:${questionId}`,
  ])
  expect(order).toEqual([
    stamp.name,
    ...perQuestion,
    'recommendation',
    'recommendation:reason',
    'summary:for',
    'summary:against',
  ])
  const heights = radio(fields.get(`rating:${id}`))
    .acroField.getWidgets()
    .map((widget) => widget.getRectangle().y)
  const below =
    text(fields.get(`evidence:${id}`))
      .acroField.getWidgets()[0]
      ?.getRectangle().y ?? Infinity
  expect(Math.min(...heights)).toBeGreaterThan(below)
  expect(document.getPages().length).toBeGreaterThan(0)
}, 30_000)

test('what belongs to the form is hidden and cannot be typed over', async () => {
  const { fields } = await open(1)
  const field = text(fields.get(stamp.name))
  expect([field.isReadOnly(), field.getText()]).toEqual([true, stamp.value])
  expect(field.acroField.getWidgets()[0]?.getFlags()).toBe(2)
})

test('a draft brings what it says already, in any script, and prints what its font has', async () => {
  const kit = kitOf(1)
  const id = kit.questions[0]?.questionId ?? ''
  const said = 'Łódź, Nguyễn, Дмитрий, Ωμέγα, 山田, שלום 🙂'
  const { fields, pdf } = await open(1, {
    [`rating:${id}`]: '3',
    [`evidence:${id}`]: said,
    [`signals:${id}:weak-1`]: 'on',
    recommendation: 'no-decision',
  })
  expect(radio(fields.get(`rating:${id}`)).getSelected()).toBe('3')
  expect(text(fields.get(`evidence:${id}`)).getText()).toBe(said)
  expect(fields.get(`signals:${id}:weak-1`) instanceof PDFCheckBox).toBe(true)
  expect(radio(fields.get('recommendation')).getSelected()).toBe('no-decision')
  expect((await readPdf(pdf)).pages.join(' ')).not.toContain('signed.text')
}, 30_000)

test('equal forms have equal bytes', async () => {
  const [one, other] = [await open(2), await open(2)]
  expect(Buffer.compare(Buffer.from(one.pdf), Buffer.from(other.pdf))).toBe(0)
}, 30_000)
