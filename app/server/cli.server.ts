import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createResetLinkAtConsole } from '#app/domains/people/reset-use-cases.server.ts'
import { readEnv, type Env } from '#app/lib/env.server.ts'
import type { Db } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { ContentError, readRubrics } from '#rubrics/read.server.ts'
import { backupHelp, runBackup, runBackups, runRestore } from './backup-commands.server.ts'
import { withDatabase, type Outcome } from './command-database.server.ts'
import { calibrateHelp, runCalibrate } from './calibrate-command.server.ts'
import { importHelp, runImport } from './import-command.server.ts'
import { planHelp, runPlanCommand } from './plan-command.server.ts'

const help = `Usage: npx panelist <command>

  check-rubrics [folder]     checks the scales, competencies, questions and roles; without a folder, the shipped ones
  verify-audit               walks the audit log and says whether anything in it was changed
  ${backupHelp}
  ${importHelp}
  ${calibrateHelp}
  ${planHelp}
  user reset-link <e-mail>   makes a link by which this person chooses a new password
  help                       shows this

The commands read the settings of the server: DATA_DIR, DATABASE_URL, APP_URL. All but restore may run beside it.`

/**
 * Runs one command and prints what it gives.
 * @param args what stands after `panelist`
 * @param folder where the person stands, for paths that they give
 * @returns the exit status
 */
export async function cli(args: readonly string[], folder: string): Promise<number> {
  const { lines, status } = await runCommand(args, folder, readEnv)
  for (const line of lines) (status === 0 ? console.log : console.error)(line)
  return status
}

/** Runs one command; `settings` is called only by a command that needs the database. */
export async function runCommand(
  args: readonly string[],
  folder: string,
  settings: () => Env,
): Promise<Outcome> {
  const [command, ...rest] = args
  switch (command) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { lines: [help], status: 0 }
    case 'check-rubrics':
      return rest.length > 1
        ? misused('check-rubrics takes one folder.')
        : checkRubrics(rest[0] === undefined ? resolve('rubrics') : resolve(folder, rest[0]))
    case 'backup':
      return rest.length > 1 ? misused('backup takes one file.') : runBackup(rest[0], folder, settings)
    case 'backups':
      return rest.length > 0 ? misused('backups takes nothing more.') : runBackups(settings)
    case 'restore':
      return rest.length === 1 && rest[0] !== undefined
        ? runRestore(rest[0], folder, settings)
        : misused('Say which backup: npx panelist restore latest, or a file.')
    case 'import':
      return runImport(rest, folder, settings)
    case 'calibrate':
      return runCalibrate(rest, folder)
    case 'plan':
      return runPlanCommand(rest, folder)
    case 'verify-audit':
      return rest.length > 0
        ? misused('verify-audit takes nothing more.')
        : withDatabase(settings, verifyAudit)
    case 'user': {
      const [verb, email] = rest
      if (verb !== 'reset-link' || email === undefined || rest.length > 2)
        return misused('Say which person: npx panelist user reset-link maren@example.org')
      return withDatabase(settings, (db, env) => makeResetLink(db, env, email))
    }
    default:
      return misused(`There is no command "${command}".`)
  }
}

function misused(problem: string): Outcome {
  return { lines: [problem, '', help], status: 2 }
}

function checkRubrics(folder: string): Outcome {
  if (!existsSync(folder)) return { lines: [`There is no folder ${folder}.`], status: 2 }
  try {
    const { scales, competencies, questions, roles } = readRubrics(folder)
    const counts = `${scales.length} scales, ${competencies.length} competencies, ${questions.length} questions, ${roles.length} roles`
    return { lines: [`${counts}: nothing wrong.`], status: 0 }
  } catch (error) {
    if (error instanceof ContentError)
      return { lines: error.problems.map((p) => `${p.file}:${p.line} ${p.reason}`), status: 1 }
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (missing && 'path' in error) return { lines: [`The folder ${error.path} is missing.`], status: 1 }
    throw error
  }
}

function verifyAudit(db: Db): Outcome {
  const { events, brokenAt } = verifyAuditChain(db)
  if (brokenAt === null)
    return { lines: [`${events} events, each one fits the one before: nothing was changed.`], status: 0 }
  const lines = [
    `Event ${brokenAt} does not fit the one before it: it, or one near it, was changed or taken out after it was written.`,
    'Keep this file, and compare it with a backup.',
  ]
  return { lines, status: 1 }
}

function makeResetLink(db: Db, env: Env, email: string): Outcome {
  const result = createResetLinkAtConsole({ db, now: Date.now }, email)
  if (!result.ok) {
    const reason = `No account in use has the e-mail ${email}. An account that is disabled must be enabled first.`
    return { lines: [reason], status: 1 }
  }
  const base = env.APP_URL ?? `http://localhost:${env.PORT}`
  return {
    lines: [
      `${result.value.name} chooses a new password here, once, within an hour:`,
      `  ${base}${result.value.path}`,
    ],
    status: 0,
  }
}
