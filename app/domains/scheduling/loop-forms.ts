import { formWords, type DraftForm, type VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import { counted } from '#app/domains/panels/panel.ts'

type Offered = { form: VersionForm; candidates: number }
type Held = { panelForm: VersionForm; status: 'planned' | 'cancelled' | 'no-show' }

/** The choice of a form for a loop. */
export type FormChoice = {
  value: DraftForm
  options: { value: DraftForm; label: string }[]
  /** Why this one is suggested. */
  why: string
}

/**
 * Which form a candidate's loop should have.
 * @param offered the forms of the panel's newest version, with how many candidates have had each
 * @param held the candidate's sessions on this panel
 * @returns the form of the sessions they have, else the one that fewer candidates have had; null where there is one form
 */
export function chooseForm(offered: readonly Offered[], held: readonly Held[]): FormChoice | null {
  const options = offered.flatMap(({ form, candidates }) => (form === 'only' ? [] : [{ form, candidates }]))
  const [first, second] = options
  if (!first || !second) return null
  const own = listHeldForms(held)
  const [before] = own
  const fewer = second.candidates < first.candidates ? second : first
  return {
    value: own.length === 1 && before ? before : fewer.form,
    options: options.map(({ form, candidates }) => ({
      value: form,
      label: `${formWords(form)}, ${counted(candidates, 'candidate')} so far`,
    })),
    why:
      own.length === 1
        ? `This candidate’s other interviews are form ${before}.`
        : 'Suggested is the form that fewer candidates have had.',
  }
}

/** What to say before a loop mixes forms; null when it does not. */
export function warnOfOtherForm(form: VersionForm, held: readonly Held[]): string | null {
  const others = listHeldForms(held).filter((own) => own !== form)
  return form === 'only' || others.length === 0
    ? null
    : `This candidate’s other interviews are form ${others.join(' and ')}. A question can come in both, and who knows one form knows half of this loop.`
}

/** A panel that had one form asked what is form A now. */
function listHeldForms(held: readonly Held[]): DraftForm[] {
  const forms = held
    .filter(({ status }) => status !== 'cancelled')
    .map(({ panelForm }): DraftForm => (panelForm === 'B' ? 'B' : 'A'))
  return [...new Set(forms)]
}
