// @ts-check
import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

// One function call for each save, prepared: less work for PostgreSQL than any program around it would make, and no HTTP.
const schema = `
  CREATE TABLE sign_in (secret_hash text PRIMARY KEY, user_id text NOT NULL);
  CREATE TABLE scorecard (id text PRIMARY KEY, interviewer_id text NOT NULL, status text NOT NULL);
  CREATE TABLE scorecard_field (scorecard_id text, field text, version int NOT NULL, value text, at_ms bigint NOT NULL,
    PRIMARY KEY (scorecard_id, field));
  CREATE TABLE field_op (op_id text PRIMARY KEY, scorecard_id text NOT NULL, user_id text NOT NULL, field text NOT NULL,
    base int NOT NULL, value text, outcome text NOT NULL, version int NOT NULL, at_ms bigint NOT NULL);
  CREATE INDEX field_op_card ON field_op (scorecard_id, field);
  INSERT INTO sign_in SELECT 's' || i, 'u' || i FROM generate_series(0, 1999) i;
  INSERT INTO scorecard SELECT 'c' || i, 'u' || i, 'draft' FROM generate_series(0, 1999) i;
  CREATE FUNCTION save(secret text, op text, card text, named text, text_value text) RETURNS int LANGUAGE plpgsql AS $$
  DECLARE who text; seen int; stored int;
  BEGIN
    SELECT user_id INTO who FROM sign_in WHERE secret_hash = secret;
    PERFORM 1 FROM scorecard WHERE id = card AND interviewer_id = who AND status = 'draft';
    IF NOT FOUND THEN RAISE EXCEPTION 'no such card'; END IF;
    SELECT version INTO seen FROM field_op WHERE op_id = op;
    IF FOUND THEN RETURN seen; END IF;
    INSERT INTO scorecard_field VALUES (card, named, 1, text_value, 0)
      ON CONFLICT (scorecard_id, field) DO UPDATE SET version = scorecard_field.version + 1, value = excluded.value
      RETURNING version INTO stored;
    INSERT INTO field_op VALUES (op, card, who, named, stored - 1, text_value, 'applied', stored, 0);
    RETURN stored;
  END $$;`
const script = `\\set field random(1, 6)
SELECT save('s' || :client_id::text, gen_random_uuid()::text, 'c' || :client_id::text, 'evidence:' || :field::text, repeat('She drew the queue before the worker and said which of the two may be lost. ', 4));
`

/** Where PostgreSQL's programs are; undefined when one of them is not installed. */
function findPrograms() {
  const packaged = '/usr/lib/postgresql'
  const folders = [
    ...(existsSync(packaged) ? readdirSync(packaged).map((version) => join(packaged, version, 'bin')) : []),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  const [initdb, postgres, psql, pgbench] = ['initdb', 'postgres', 'psql', 'pgbench'].map((name) =>
    folders.map((folder) => join(folder, name)).find((path) => existsSync(path)),
  )
  return initdb && postgres && psql && pgbench ? { initdb, postgres, psql, pgbench } : undefined
}

/** PostgreSQL refuses to run as root. */
function findAccount() {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => /^(postgres|nobody):/.test(entry))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/**
 * Lets pgbench save into a fresh PostgreSQL with its durable defaults, on the same disk.
 * @param {readonly number[]} connections how many at once, one measurement each
 * @param {number} seconds of each
 * @returns {Promise<{ perSecond: number, latencies: number[] }[] | undefined>} undefined where it is not installed
 */
export async function measurePostgres(connections, seconds) {
  const programs = findPrograms()
  if (!programs) return undefined
  const account = findAccount()
  const folder = mkdtempSync(join(tmpdir(), 'panelist-postgres-'))
  const [data, socket] = [join(folder, 'data'), folder]
  for (const path of [folder, data]) {
    mkdirSync(path, { recursive: true })
    if (account.uid !== undefined) chownSync(path, account.uid, account.gid)
  }
  writeFileSync(join(folder, 'schema.sql'), schema)
  writeFileSync(join(folder, 'save.sql'), script)
  execFileSync(programs.initdb, ['-D', data, '-U', 'panelist', '-A', 'trust'], {
    ...account,
    stdio: 'ignore',
    cwd: folder,
  })
  const most = Math.max(...connections) + 20
  const settings = [
    '-c',
    `max_connections=${most}`,
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${socket}`,
  ]
  const server = spawn(programs.postgres, ['-D', data, ...settings], {
    ...account,
    stdio: 'ignore',
    cwd: folder,
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const login = ['-h', socket, '-U', 'panelist', 'postgres']
  try {
    await untilItAnswers(programs.psql, login)
    execFileSync(programs.psql, ['-q', '-v', 'ON_ERROR_STOP=1', '-f', join(folder, 'schema.sql'), ...login], {
      stdio: 'ignore',
    })
    return connections.map((count) => {
      const prefix = join(folder, `log-${count}`)
      const load = ['-n', '-M', 'prepared', '-c', String(count), '-j', '1', '-T', String(seconds)]
      const output = execFileSync(
        programs.pgbench,
        [...load, '-f', join(folder, 'save.sql'), '-l', `--log-prefix=${prefix}`, ...login],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], cwd: folder },
      )
      const latencies = readdirSync(folder)
        .filter((name) => name.startsWith(`log-${count}.`))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
        .map((line) => Number(line.split(' ')[2]) / 1000)
      return { perSecond: Number(/tps = ([\d.]+)/.exec(output)?.[1]), latencies }
    })
  } finally {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true })
  }
}

/** @param {string} psql @param {string[]} login */
async function untilItAnswers(psql, login) {
  for (let attempt = 0; ; attempt++) {
    try {
      execFileSync(psql, ['-c', 'select 1', ...login], { stdio: 'ignore' })
      return
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
