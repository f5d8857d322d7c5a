import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import type { PracticeReport } from '../../../electron/data/practice/world/world-state.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { practiceStart } from '../../builders/practice.ts';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

const hostile = 'Look here \u001b[2J\u001b]0;owned\u0007 \u202egnp.exe\u202c zanzibarword';

/** One moderator's day at a terminal, in its natural order, on one profile. */
describe('moderating from a terminal', () => {
  let line: CommandLine;
  let server: PracticeServer;
  let token: string;
  let queue: Output<'queue.page'>;
  const personOf = (row: { authorHandle: string }) =>
    server.world.state.accounts.find(({ username }) => username === row.authorHandle);
  const reportsOf = (caseRow: { authorHandle: string }): PracticeReport[] =>
    server.world.state.reports.filter(({ targetId }) => targetId === personOf(caseRow)?.id);

  beforeAll(async () => {
    line = aCommandLine();
    server = new PracticeServer({ reports: 30, clock: () => practiceStart });
    await server.start();
    token = server.issueToken();
    const [post] = server.world.state.reports.flatMap(({ actionTakenAt, postIds }) =>
      actionTakenAt === null ? postIds : [],
    );
    server.world.editPost(post ?? '', hostile, practiceStart);
    const open = server.world.state.reports.find(({ actionTakenAt }) => actionTakenAt === null);
    const target = server.world.state.accounts.find(({ id }) => id === open?.targetId);
    if (target) target.displayName = '';
  });
  afterAll(async () => {
    await server.stop();
    line.remove();
  });

  it('connects with a token from the environment and never prints it', async () => {
    const { code, out, err } = await line.run(['connect', server.origin], { HEARTH_TOKEN: token });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Connected to');
    expect(out).not.toContain(token);
  });

  it('reads the open reports', async () => {
    const status = await line.json<Output<'sync.status'>>('sync');
    expect(status).toMatchObject({ network: 'online', decisionsWaiting: 0, conflicts: 0 });
    expect(status.syncs.map(({ lastErrorCode }) => lastErrorCode)).toEqual([null]);
    queue = await line.json('queue', '--limit', '200');
    const open = server.world.state.reports.filter(({ actionTakenAt }) => actionTakenAt === null);
    expect(queue.rows.reduce((sum, { reportCount }) => sum + reportCount, 0)).toBe(open.length);
  });

  it('says by the handle who it is about, where somebody goes by no other name', async () => {
    const nameless = queue.rows.find(({ authorName }) => authorName === '');
    const { out } = await line.run(['queue', '--limit', '200']);
    const row = out.split('\n').find((one) => one.startsWith(`H-${nameless?.caseId} `));
    expect(row).toContain(nameless?.authorHandle);
  });

  it('keeps reported words covered until they are asked for, and shows what would act on the terminal', async () => {
    const { hits } = await line.json<Output<'search.find'>>('search', 'zanzibarword');
    const found = hits.find(({ caseId }) => caseId !== null);
    const [covered, shown, listed] = [
      await line.run(['show', `H-${found?.caseId}`]),
      await line.run(['show', `H-${found?.caseId}`, '--uncover']),
      await line.run(['queue', '--excerpts', '--limit', '200']),
    ];
    expect(covered.out).toContain('[covered, ');
    expect(covered.out).not.toContain('zanzibarword');
    expect(shown.out).toContain('Look here [U+001B][2J[U+001B]]0;owned[U+0007] [U+202E]gnp.exe[U+202C] zanzibarword');
    for (const { out } of [covered, shown, listed]) {
      for (const acting of ['\u001b', '\u0007', '\u202e', '\u202c']) expect(out).not.toContain(acting);
    }
  });

  it('speaks Arabic', async () => {
    const { code, out } = await line.run(['queue', '--limit', '3'], { HEARTH_LANGUAGE: 'ar' });
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/[\u0600-\u06ff]/);
    expect(out).not.toMatch(/Claimed by|cases shown/);
  });

  it('claims, and refuses a decision that the rules forbid', async () => {
    const [row] = mine();
    expect((await line.run(['claim', `H-${row.caseId}`])).code).toBe(0);
    const refused = await line.run(['decide', `H-${row.caseId}`, '--finding', 'upheld', '--json']);
    expect(refused.code).toBe(5);
    expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'policy-required' } });
    expect(refused.out).toBe('');
  });

  it('shows what a decision would do without doing it', async () => {
    const [row] = mine();
    const preview = await line.json<readonly { kind: string }[]>(
      ...['decide', `H-${row.caseId}`, '--finding', 'upheld', '--effect', 'silence', '--dry-run'],
    );
    expect(preview[0]?.kind).toBe('account.silence');
    expect(await line.json('outbox')).toEqual([]);
  });

  it('takes posts down only where the platform can', async () => {
    const [row] = mine();
    const view = await line.json<Output<'case.get'>>('show', `H-${row.caseId}`);
    const policy = String(view.policies[0]?.policyId);
    const upheld = ['--finding', 'upheld', '--policy', policy, '--reason', 'Went on and on.'];
    const refused = await line.run(['decide', `H-${row.caseId}`, ...upheld, '--remove-posts', '--json']);
    expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'not-supported' } });
    expect(await line.json('outbox')).toEqual([]);
  });

  it('decides, takes back, decides anew and sends; a colleague who was first makes a conflict', async () => {
    const [one, other] = mine();
    const view = await line.json<Output<'case.get'>>('show', `H-${one.caseId}`);
    const policy = String(view.policies[0]?.policyId);
    const upheld = ['--finding', 'upheld', '--policy', policy, '--effect', 'silence', '--reason', 'Went on and on.'];
    const first = await line.json<Output<'case.decide'>>('decide', `H-${one.caseId}`, '--finding', 'duplicate');
    await line.json('undo', String(first.decisionId));
    await line.json('decide', `H-${one.caseId}`, ...upheld);
    await line.json('decide', `H-${other.caseId}`, '--finding', 'not-upheld');
    for (const report of reportsOf(other))
      server.world.colleagueActs('ines', { do: 'resolve', reportId: report.id }, practiceStart);
    const pushed = await line.run(['push', '--json']);
    expect(pushed.code).toBe(6);
    expect(JSON.parse(pushed.out)).toMatchObject({ decisionsWaiting: 0, decisionsFailed: 0, conflicts: 1 });
    const me = server.world.member('morgan').id;
    expect(reportsOf(one).map(({ actionTakenBy }) => actionTakenBy)).toEqual(reportsOf(one).map(() => me));
    expect(personOf(one)?.silenced).toBe(true);
    expect(server.world.state.strikes.filter(({ byId }) => byId === me)).toHaveLength(1);
  });

  it('shows both sides of a conflict and settles it', async () => {
    const listed = await line.run(['conflicts', 'list', '--json']);
    expect(listed.code).toBe(6);
    const [conflict] = JSON.parse(listed.out) as Output<'conflicts.list'>;
    expect(conflict).toMatchObject({ now: { resolvedBy: 'ines' }, mine: { finding: 'not-upheld', sent: 0 } });
    await line.json('conflicts', 'settle', String(conflict?.conflictId), '--by', 'keep-theirs');
    expect(await line.json('conflicts')).toEqual([]);
    expect(server.books.repeatedKeys()).toEqual([]);
    const theirs = reportsOf(mine()[1]);
    expect(theirs.map(({ actionTakenBy }) => actionTakenBy)).toEqual(theirs.map(() => server.world.member('ines').id));
    expect(server.books.actions.filter(({ reportId }) => theirs.some(({ id }) => id === reportId))).toEqual([]);
  });

  it('verifies the audit log, and takes everything along in a backup', async () => {
    expect(await line.json('audit', 'verify')).toMatchObject({ intact: true, firstBadSequence: null });
    const file = join(line.folder, 'all.hearth-backup');
    const backupEnv = { HEARTH_BACKUP_PASSPHRASE: 'the backup has its own' };
    expect(await line.run(['backup', file], backupEnv)).toMatchObject({ code: 0, err: '' });
    const elsewhere = { HEARTH_PROFILE: join(line.folder, 'elsewhere') };
    const wrong = await line.run(['restore', file], { ...elsewhere, HEARTH_BACKUP_PASSPHRASE: 'not this one at all' });
    expect(wrong.code).toBe(3);
    expect((await line.run(['restore', file], { ...elsewhere, ...backupEnv })).code).toBe(0);
    const opened = { ...elsewhere, HEARTH_PASSPHRASE: backupEnv.HEARTH_BACKUP_PASSPHRASE };
    const [here, there] = [
      await line.run(['queue', '--view', 'all', '--limit', '500', '--json']),
      await line.run(['queue', '--view', 'all', '--limit', '500', '--json'], opened),
    ];
    expect(JSON.parse(there.out).rows).toEqual(JSON.parse(here.out).rows);
    const replaced = await line.run(['restore', file, '--json'], backupEnv);
    expect(replaced.code).toBe(3);
    expect(JSON.parse(replaced.err)).toMatchObject({ error: { code: 'vault-exists' } });
  });

  /** The first two cases nobody holds whose author is a member of the server itself. */
  function mine(): [Output<'queue.page'>['rows'][number], Output<'queue.page'>['rows'][number]] {
    const free = queue.rows.filter((row) => row.claimedBy === null && personOf(row)?.domain === null);
    const [one, other] = free;
    if (!(one && other)) throw new Error('This queue has no two free cases');
    return [one, other];
  }
});
