/** What the server answers to one operation. A reused operation id always gets the answer it got first. */
export type OperationAnswer =
  | { opId: string; outcome: 'applied'; version: number; atMs: number }
  /** The field was changed from elsewhere; `value` and `version` are the server's. The rejected text stays in the log. */
  | { opId: string; outcome: 'conflict'; version: number; value: unknown }
  /** It cannot be saved as it is, and sending it again will not help. */
  | { opId: string; outcome: 'refused'; message: string }
  /** No such card, or not yours. */
  | { opId: string; outcome: 'not-found'; message: string }
  /** The id was used before with another content. */
  | { opId: string; outcome: 'reused'; message: string }
