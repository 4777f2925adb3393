/** Messages by field name; the empty name holds those of the whole form. It is the shape of conform's `error`. */
export type FieldErrors = Readonly<Record<string, readonly string[] | null | undefined>> | null | undefined

/** The id of a field's control, so that the summary can link to it. `prefix` tells two forms of a page apart. */
export function fieldId(name: string, prefix = 'field'): string {
  return `${prefix}-${name.replaceAll(/[^\w-]+/g, '-')}`
}

/** The messages of one field. */
export function messagesOf(errors: FieldErrors, name: string): readonly string[] {
  return errors?.[name] ?? []
}

/** Every message in the order given, with the id of its field; form messages have none. */
export function listErrors(errors: FieldErrors, prefix?: string): { id: string | null; message: string }[] {
  return Object.entries(errors ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ id: name === '' ? null : fieldId(name, prefix), message })),
  )
}
