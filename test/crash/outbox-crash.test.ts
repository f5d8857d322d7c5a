import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { PracticeServer } from '../../electron/data/practice/practice-server.ts';
import { SeededRandom } from '../../electron/data/practice/world/random.ts';
import type { ActionRow } from '../../electron/data/store/actions/row.ts';
import { verifyAuditChain } from '../../electron/data/store/audit/verify-chain.ts';
import { openStore, type Store } from '../../electron/data/store/open.ts';
import { aPracticeServer } from '../builders/practice.ts';
import { aTempFolder } from '../builders/temp-folder.ts';

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
const kills = 60;
/** A process that has nothing more to send ends before it can be killed: so many are given something to do. */
const mostRounds = kills * 6;
const enoughReports = 600;

interface Ended {
  readonly killed: boolean;
  readonly words: readonly string[];
  readonly problem: string;
}

/** Runs one process to its end, by itself, by its own hand, or by ours after a while. */
function runWorker(order: object, killAfterMs: number | null): Promise<Ended> {
  const child = spawn(process.execPath, ['--no-warnings', worker, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let problem = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (killAfterMs !== null && timer === undefined && output.includes('ready')) {
      timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    problem += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      resolve({ killed: signal === 'SIGKILL', words: output.split('\n').filter((word) => word !== ''), problem });
    });
  });
}

/** Now and then a colleague is faster. */
function colleagueActs(server: PracticeServer, random: SeededRandom): void {
  const open = server.world.state.reports.filter((report) => report.actionTakenAt === null);
  const report = open[Math.floor(random.next() * open.length)];
  if (report) server.world.colleagueActs('kestrel', { do: 'resolve', reportId: report.id }, Date.now());
}

it(`loses nothing and repeats nothing when the process is killed ${kills} times`, async () => {
  const seed = Number(process.env.CRASH_SEED ?? randomInt(2 ** 31));
  const note = `CRASH_SEED=${seed}`;
  const random = new SeededRandom(seed);
  const server = await aPracticeServer({ reports: enoughReports, clock: Date.now, seed: seed % 1_000 });
  const base = {
    file: join(aTempFolder(), 'hearth.db'),
    key: randomBytes(32).toString('hex'),
    origin: server.origin,
    token: server.issueToken(),
  };
  const decided = new Set<number>();
  let killed = 0;
  for (let round = 0; killed < kills && round < mostRounds; round += 1) {
    const byItself = random.next() < 0.6;
    const dieAt = byItself ? 1 + Math.floor(random.next() * 9) : 0;
    if (random.next() < 0.15) colleagueActs(server, random);
    if (random.next() < 0.2)
      server.faults.add({ kind: 'reset-after', match: random.next() < 0.5 ? '/action' : '/resolve', times: 1 });
    const ended = await runWorker(
      { ...base, dieAt, decide: 3, drain: false },
      byItself ? null : Math.floor(random.next() * 150),
    );
    expect(ended.problem, `${note}: the process failed by itself`).toBe('');
    if (ended.killed) killed += 1;
    for (const word of ended.words) if (word.startsWith('decided ')) decided.add(Number(word.slice(8)));
  }
  expect(killed, note).toBeGreaterThanOrEqual(50);
  server.faults.clear();
  const last = await runWorker({ ...base, dieAt: 0, decide: 0, drain: true }, null);
  expect(last.words.at(-1), `${note}: ${last.problem}`).toBe('drained');

  const store = openStore({ file: base.file, key: Buffer.from(base.key, 'hex') });
  try {
    const books = compare(store, server, decided);
    process.stdout.write(`crash test: ${note} kills ${killed}, ${JSON.stringify(books)}\n`);
    expect(books, note).toMatchObject({ lost: [], repeated: [], unfinished: [], unknown: [], notThere: [] });
    expect(books.applied, note).toBeGreaterThan(20);
    expect(store.write.pragma('integrity_check'), note).toEqual([{ integrity_check: 'ok' }]);
    expect(store.write.pragma('foreign_key_check'), note).toEqual([]);
    expect(verifyAuditChain(store.read).intact, note).toBe(true);
  } finally {
    store.close();
  }
});

/** Holds the server's books against the decisions. */
function compare(store: Store, server: PracticeServer, decided: ReadonlySet<number>) {
  const decisions = store.write.prepare('SELECT id FROM decisions').all() as { id: number }[];
  const actions = store.write.prepare('SELECT * FROM actions').all() as ActionRow[];
  const kept = new Set(decisions.map((one) => one.id));
  const counts = server.books.countsByKey();
  const applied = actions.filter((one) => one.state === 'applied');
  const known = new Set(actions.map((one) => one.idempotency_key));
  return {
    decided: decided.size,
    actions: actions.length,
    applied: applied.length,
    conflicts: actions.filter((one) => one.state === 'conflict').length,
    calls: server.books.actions.filter((one) => one.idempotencyKey !== null).length,
    lost: [...decided].filter((id) => !kept.has(id)),
    repeated: server.books.repeatedKeys(),
    /** Everything ends confirmed by the platform, or with a person. */
    unfinished: actions
      .filter((one) => one.state !== 'applied' && one.state !== 'conflict')
      .map((one) => `${one.kind} ${one.state} ${one.error_code}`),
    /** Calls that no decision asked for. */
    unknown: [...counts.keys()].filter((key) => !known.has(key)),
    /** Said to be done, and not to be found on the server. */
    notThere: applied
      .filter((one) => !isThere(server, one, counts))
      .map((one) => `${one.kind} of decision ${one.decision_id}`),
  };
}

function isThere(server: PracticeServer, action: ActionRow, counts: ReadonlyMap<string, number>): boolean {
  if (action.kind !== 'report.resolve') return counts.get(action.idempotency_key) === 1;
  return server.world.report(action.target_remote_id)?.actionTakenAt !== null;
}
