export * from './people.ts'
export * from './question-bank.ts'
export * from './panels.ts'
export * from './scorecards.ts'
