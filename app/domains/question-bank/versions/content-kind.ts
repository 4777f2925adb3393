/** What has versions and may be shipped with the program. */
export const contentKinds = ['question', 'competency', 'role'] as const
export type ContentKind = (typeof contentKinds)[number]
