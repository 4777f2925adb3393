/** What a past round was rated on: its scale, and its competencies with their weights and bars. */
export type PastRoundBody = {
  scale: { levels: { value: number; label: string }[] }
  competencies: { id: string; name: string; weight: number; gate: number | null }[]
}
