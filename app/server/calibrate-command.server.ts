import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { findCalibrationProblem } from '#app/domains/measurement/calibration-problems.ts'
import { reportCalibration } from '#app/domains/measurement/calibration-report.ts'
import {
  calibrationTerms,
  type Calibration,
  type CalibrationInput,
  type CalibrationModel,
  type CalibrationTerm,
  type SpreadOf,
} from '#app/domains/measurement/calibration-types.ts'
import { readRatingRows } from '#app/domains/measurement/rating-rows.ts'
import { readCsv } from '#app/lib/csv.server.ts'
import type { Outcome } from './command-database.server.ts'

export const calibrateHelp = `calibrate <file.csv> [--json]   estimates candidates and interviewers from ratings (columns candidate, interviewer, competency, rating);
                             --model integrated|reml|fixed, --terms candidate,competency,halo,severity, --range 3,
                             --sd candidate=.7,severity=.35,residual=.7 for the model fixed`

const models = ['integrated', 'reml', 'fixed'] as const satisfies readonly CalibrationModel[]
const deviationNames = new Map<string, keyof SpreadOf>([
  ['candidate', 'candidate'],
  ['candidateCompetency', 'candidateCompetency'],
  ['competency', 'candidateCompetency'],
  ['halo', 'halo'],
  ['severity', 'severity'],
  ['residual', 'residual'],
])

type Options = Omit<CalibrationInput, 'ratings'> & { file: string; isJson: boolean }

/**
 * Reads ratings from a file of comma-separated values and prints what they say of candidates and interviewers.
 * @param args what stands after `calibrate`
 * @param folder where the person stands
 */
export function runCalibrate(args: readonly string[], folder: string): Outcome {
  const options = readOptions(args)
  if ('problem' in options)
    return { lines: [options.problem, '', `npx panelist ${calibrateHelp}`], status: 2 }
  const { file, isJson, ...settings } = options
  const path = resolve(folder, file)
  if (!existsSync(path) || !statSync(path).isFile())
    return { lines: [`There is no file ${path}.`], status: 2 }
  const read = readRatings(new Uint8Array(readFileSync(path)))
  if ('problems' in read) return { lines: read.problems, status: 1 }
  const input = { ...settings, ratings: read.ratings }
  const problem = findCalibrationProblem(input)
  if (problem !== undefined) return { lines: [problem], status: 2 }
  const calibration = calibrate(input)
  return { lines: isJson ? [toJson(calibration)] : reportCalibration(calibration), status: 0 }
}

function readOptions(args: readonly string[]): Options | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        model: { type: 'string', default: 'integrated' },
        terms: { type: 'string' },
        sd: { type: 'string' },
        range: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return { problem: 'calibrate takes one file.' }
    const model = models.find((one) => one === values.model)
    if (!model) return { problem: `There is no model "${values.model}". There are ${models.join(', ')}.` }
    const terms = readTerms(values.terms)
    if ('problem' in terms) return terms
    const sd = readDeviations(values.sd)
    if ('problem' in sd) return sd
    const range = values.range === undefined ? undefined : Number(values.range)
    return { file, isJson: values.json, model, ...terms, ...sd, ...(range === undefined ? {} : { range }) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'These options are not known.' }
  }
}

function readTerms(given: string | undefined): { terms?: CalibrationTerm[] } | { problem: string } {
  if (given === undefined) return {}
  const names = given.split(',').map((name) => name.trim())
  const terms = names.flatMap((name) => calibrationTerms.find((term) => term === name) ?? [])
  const unknown = names.find((name) => !calibrationTerms.some((term) => term === name))
  if (unknown === undefined) return { terms }
  return { problem: `There is no term "${unknown}". There are ${calibrationTerms.join(', ')}.` }
}

function readDeviations(given: string | undefined): { sd?: Partial<SpreadOf<number>> } | { problem: string } {
  if (given === undefined) return {}
  const sd: Partial<SpreadOf<number>> = {}
  for (const part of given.split(',')) {
    const [name = '', value = '', ...more] = part.split('=').map((side) => side.trim())
    const key = deviationNames.get(name)
    if (!key)
      return {
        problem: `--sd knows no "${name}". It knows ${[...new Set(deviationNames.values())].join(', ')}.`,
      }
    const number = value === '' || more.length > 0 ? NaN : Number(value)
    if (!Number.isFinite(number)) return { problem: `--sd ${name}: "${value}" is not a number.` }
    sd[key] = number
  }
  return { sd }
}

function readRatings(bytes: Uint8Array): ReturnType<typeof readRatingRows> {
  const lines = readCsv(bytes)
  return 'problem' in lines ? { problems: [lines.problem] } : readRatingRows(lines)
}

function toJson({ competencyMeans, ...rest }: Calibration): string {
  const means = Object.fromEntries(competencyMeans.map(({ competency, mean }) => [competency, mean]))
  return JSON.stringify({ ...rest, competencyMeans: means }, null, 2)
}
