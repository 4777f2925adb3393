/** Why a file of the bank cannot be loaded, as `check-rubrics` gives it. */
export type LoadProblem = { file: string; line: number; reason: string }
