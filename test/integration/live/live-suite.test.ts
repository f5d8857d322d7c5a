import { describe, expect, it, onTestFinished } from 'vitest';
import { aMisskey } from '../../builders/misskey.ts';
import { aForum } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';
import { type LiveSettings, readLiveSettings } from '../../live/live-settings.ts';
import { runJourneys, type Told } from '../../live/run-journeys.ts';
import { Visit } from '../../live/visit.ts';
import { standIns } from '../../stand-ins/all.ts';
import type { StandIn } from '../../stand-ins/stand-in.ts';

/** The live suite itself, against the stand-ins: what it finds on a real server is only worth something if it can find it. */

function settingsFor({ platform, server, credentials }: StandIn, more: Partial<LiveSettings> = {}): LiveSettings {
  const { accessToken, userName } = credentials;
  const nothing = { readOnly: false, account: null, post: null, report: null, forGood: false };
  return { platform, address: server.origin, token: accessToken, user: userName, ...nothing, ...more };
}

async function go(settings: LiveSettings): Promise<readonly Told[]> {
  return runJourneys(new Visit(settings, never, 1), () => undefined);
}

const failures = (told: readonly Told[]) => told.filter(({ result }) => result === 'failed');
const outcome = (told: readonly Told[], name: RegExp) => told.find((one) => name.test(one.name));

describe.each(Object.keys(standIns))('the live suite on %s', (name) => {
  it('goes every journey it can, and leaves the open reports as they were', async () => {
    const standIn = await standIns[name]!();
    onTestFinished(() => standIn.server.stop());
    for (let i = 0; i < 5; i += 1) standIn.addReport();
    const before = [...standIn.openReports()].sort();
    const told = await go(settingsFor(standIn));
    expect(failures(told)).toEqual([]);
    expect(outcome(told, /leave the server/)?.result).toBe('did');
    expect(told.filter(({ result }) => result === 'did').length).toBeGreaterThanOrEqual(9);
    expect([...standIn.openReports()].sort()).toEqual(before);
  });

  it('fails nothing on a server where nothing was reported yet', async () => {
    const standIn = await standIns[name]!();
    onTestFinished(() => standIn.server.stop());
    expect(standIn.openReports()).toEqual([]);
    expect(failures(await go(settingsFor(standIn)))).toEqual([]);
  });

  it('changes nothing where it is only to look', async () => {
    const standIn = await standIns[name]!();
    onTestFinished(() => standIn.server.stop());
    standIn.addReport();
    expect(failures(await go(settingsFor(standIn, { readOnly: true })))).toEqual([]);
    expect(standIn.carriedOut()).toEqual([]);
  });
});

describe('the live suite', () => {
  it('sanctions the account and takes down the post that it is given, and no other', async () => {
    const forum = await aForum('4.15');
    forum.addReport();
    const [account, post] = [forum.world.addUser('for-tests'), forum.world.addPost(1, forum.us.uid, 'for tests')];
    const told = await go(settingsFor(forum, { account: String(account.uid), post: String(post.pid) }));
    expect(failures(told)).toEqual([]);
    expect(outcome(told, /take down a post/)?.words).toContain('the server said yes');
    const touched = forum.carriedOut().filter(({ kind }) => !kind.startsWith('report.'));
    expect(new Set(touched.map(({ target }) => target))).toEqual(new Set([String(account.uid), String(post.pid)]));
    expect(forum.world.users.get(account.uid)).toMatchObject({ banned: false, muted: false });
    expect(post.deleted).toBe(false);
  });

  it('sees on the report of the post that it is down, and leaves both open again', async () => {
    const forum = await aForum('4.15');
    forum.addReport();
    const post = forum.world.addPost(1, forum.world.addUser('for-tests').uid, 'for tests');
    forum.world.flag('post', post.pid, forum.colleague.uid, 'for tests');
    const before = forum.openReports();
    const settings = settingsFor(forum, { post: String(post.pid) });
    const told = await go(settings);
    expect(failures(told)).toEqual([]);
    expect(outcome(told, /take down a post/)?.words).toContain('its report showed both');
    expect([forum.openReports(), post.deleted]).toEqual([before, false]);
    // A server that says yes and does nothing.
    forum.world.setDeleted = () => undefined;
    const lied = failures(await go(settings));
    expect(lied.map(({ name }) => name)).toEqual(['take down a post made for tests, and put it back']);
  });

  it('does what can’t be taken back only when told so, and only to what it is given', async () => {
    const standIn = await aMisskey();
    const { world } = standIn.server;
    standIn.addReport();
    const [report, note] = [standIn.addReport(), world.addNote(standIn.reporter.id, 'for tests')];
    const mine = { post: note.id, report };
    const told = await go(settingsFor(standIn, mine));
    expect(failures(told)).toEqual([]);
    expect(standIn.carriedOut()).toEqual([]);
    const again = await go(settingsFor(standIn, { ...mine, forGood: true }));
    expect(failures(again)).toEqual([]);
    expect(standIn.carriedOut()).toEqual([
      { kind: 'report.resolve', target: report },
      { kind: 'post.remove', target: note.id },
    ]);
    expect(outcome(again, /leave the server/)?.result).toBe('did');
    expect(outcome(again, /^suspend.*for good/)?.words).toBe('it can be taken back here');
  });

  it('takes no fault in reports of the last hour being read again', async () => {
    const standIn = await aMisskey();
    for (let i = 0; i < 50; i += 1) standIn.addReport();
    const told = await go(settingsFor(standIn, { readOnly: true }));
    expect(outcome(told, /every state/)?.words).toMatch(/^50 reports on .*going on: 50$/);
  });

  it('finds a server that says yes and does nothing, and opens again what it had closed', async () => {
    const forum = await aForum('4.15');
    const id = Number(forum.addReport());
    const ban = forum.world.ban.bind(forum.world);
    forum.world.ban = (uid, by) => (forum.world.users.get(uid)?.username === 'for-tests' ? undefined : ban(uid, by));
    const account = forum.world.addUser('for-tests');
    const told = await go(settingsFor(forum, { account: String(account.uid) }));
    expect(failures(told)).toEqual([
      { name: expect.stringMatching(/^suspend/), result: 'failed', words: 'the account does not show as suspended' },
    ]);
    expect(forum.world.flags.get(id)?.state).toBe('open');
  });

  it('finds that something stayed different', async () => {
    const forum = await aForum('4.15');
    const id = Number(forum.addReport());
    const note = forum.world.note.bind(forum.world);
    // A colleague takes the report for good while the suite is at work.
    forum.world.note = (flagId, uid, text) => {
      note(flagId, uid, text);
      forum.world.update(id, forum.colleague.uid, { assignee: String(forum.colleague.uid) });
    };
    const told = await go(settingsFor(forum));
    expect(outcome(told, /leave the server/)).toMatchObject({
      result: 'failed',
      words: 'report 1 differs in: assigned',
    });
  });

  it('goes no further where it is not let in', async () => {
    const forum = await aForum('4.15');
    forum.world.tokens.set('master-token', 0);
    const told = await go({ ...settingsFor(forum), token: 'master-token' });
    expect(told.map(({ result, words }) => `${result}: ${words}`)).toEqual([
      'did: nodebb 4.15.1',
      'failed: refused (500) master-token-no-uid',
      'did: told unauthorized',
    ]);
  });

  it('says which variables are missing, and which platforms there are', () => {
    expect(readLiveSettings('nodebb', {})).toEqual({ missing: ['HEARTH_LIVE_ADDRESS', 'HEARTH_LIVE_TOKEN'] });
    expect(readLiveSettings('nodebb', { HEARTH_LIVE_ADDRESS: 'https://forum.example' })).toEqual({
      missing: ['HEARTH_LIVE_TOKEN'],
    });
    expect(() => readLiveSettings('facebook', {})).toThrow(RangeError);
  });
});
