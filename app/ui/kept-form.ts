/** What somebody typed into a form and has not sent yet, as it is kept in this tab. */
export type KeptForm = {
  /** The hidden fields: what the form was based on. */
  hidden: Record<string, string>
  /** Every other field that holds something, in the order of the form. */
  typed: [name: string, value: string][]
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a form holds at this moment, files left out. */
export function readForm(form: HTMLFormElement): KeptForm {
  return collect(form, (control) => (isTick(control) && !control.checked ? undefined : control.value))
}

/** What the server put into a form, whatever was typed since or put back by the browser. */
export function readGivenForm(form: HTMLFormElement): KeptForm {
  return collect(form, (control) => {
    if (control instanceof HTMLSelectElement)
      return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value
    if (isTick(control)) return control.defaultChecked ? control.value : undefined
    return control.defaultValue
  })
}

function collect(form: HTMLFormElement, valueOf: (control: Control) => string | undefined): KeptForm {
  const kept: KeptForm = { hidden: {}, typed: [] }
  for (const control of controlsOf(form)) {
    const value = valueOf(control)
    if (control.type === 'hidden') kept.hidden[control.name] = control.value
    else if (value) kept.typed.push([control.name, value])
  }
  return kept
}

/** Puts what was typed back into the fields of a form; the hidden ones are left to whoever rendered them. */
export function fillForm(form: HTMLFormElement, kept: KeptForm): void {
  const left = [...kept.typed]
  const take = (name: string) => {
    const at = left.findIndex((entry) => entry[0] === name)
    return at === -1 ? undefined : left.splice(at, 1)[0]?.[1]
  }
  for (const control of controlsOf(form)) {
    if (control.type === 'hidden') continue
    if (isTick(control))
      control.checked = kept.typed.some(([name, value]) => name === control.name && value === control.value)
    else control.value = take(control.name) ?? ''
  }
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (control): control is Control =>
      (control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      control.name !== '' &&
      control.type !== 'file' &&
      control.type !== 'submit',
  )
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}

/** Whether two states of a form hold the same words; what they are based on does not count. */
export function holdsTheSame(a: KeptForm, b: KeptForm): boolean {
  return JSON.stringify(a.typed) === JSON.stringify(b.typed)
}

/** Reads what a tab kept; null when there is nothing, or nothing of ours. */
export function parseKeptForm(text: string | null): KeptForm | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isKeptForm(value) ? value : null
  } catch {
    return null
  }
}

function isKeptForm(value: unknown): value is KeptForm {
  if (typeof value !== 'object' || value === null || !('hidden' in value) || !('typed' in value)) return false
  const { hidden, typed } = value
  const isText = (part: unknown) => typeof part === 'string'
  return (
    typeof hidden === 'object' &&
    hidden !== null &&
    Object.values(hidden).every(isText) &&
    Array.isArray(typed) &&
    typed.every((entry) => Array.isArray(entry) && entry.length === 2 && entry.every(isText))
  )
}
