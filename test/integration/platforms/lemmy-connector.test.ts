import { describe, expect, it } from 'vitest';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import { aLemmy, aLemmyCall, aPostReport, type LemmyPlace } from '../../builders/lemmy.ts';
import { never, readAll } from '../../builders/practice.ts';
import type { Kind } from '../../stand-ins/lemmy/lemmy-world.ts';

const newReports = (connector: PlatformConnector, from: string | null = null) =>
  readAll((cursor) => connector.listNewReports(cursor ?? from, never));
const openReports = (connector: PlatformConnector) => readAll((cursor) => connector.listOpenReports(cursor, never));
const resumeOf = (last: unknown): string | null => (last as { resume?: string | null }).resume ?? null;

/** So many posts with a report each, every third one closed. */
function manyReports(place: LemmyPlace, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const report = aPostReport(place);
    if (index % 3 === 0) place.world.resolve(report, place.moderator.id, true);
  }
}

/** One report of every kind that this version has. */
function oneOfEach(place: LemmyPlace, speaks: 'v3' | 'v4'): void {
  const { world, workshop, member, moderator } = place;
  const post = world.addPost(workshop.id, member.id);
  world.addReport('post', post.id, moderator.id);
  world.addReport('comment', world.addComment(post.id, member.id).id, moderator.id);
  world.addReport('private_message', world.addMessage(member.id, moderator.id).id, moderator.id);
  if (speaks === 'v4') world.addReport('community', place.elsewhere.id, moderator.id);
}

describe.each(['v3', 'v4'] as const)('the Lemmy connector, %s', (speaks) => {
  it('finds out who we are and offers an administrator what the server can do', async () => {
    const place = await aLemmy(speaks);
    const facts = await place.as(place.admin).readFacts(never);
    expect(facts).toMatchObject({
      name: 'Test Lemmy',
      accountRemoteId: String(place.admin.id),
      accountHandle: 'morgan',
      rules: [],
      capabilities: {
        software: 'lemmy',
        version: speaks === 'v3' ? '0.19.20' : '1.0.0',
        reports: true,
        assign: false,
        resolve: true,
        reopen: true,
        resolveWithComment: speaks === 'v4',
        personEffects: ['none', 'silence', 'suspend'],
        undoEffects: ['silence', 'suspend'],
        accountActionResolvesReports: false,
        postActionResolvesReports: true,
        irreversible: [],
        removePost: true,
        restorePost: true,
        activities: true,
        measures: true,
        missingRights: [],
      },
    });
  });

  it('gives a moderator the power over their community alone, and says which right is missing', async () => {
    const place = await aLemmy(speaks);
    const { capabilities } = await place.as(place.moderator).readFacts(never);
    expect(capabilities).toMatchObject({ reports: true, personEffects: ['none', 'silence'], missingRights: ['admin'] });
    expect(capabilities.absences).toContainEqual({ ability: 'suspend', why: 'right' });
    expect(capabilities.sanctionForms?.silence).toEqual({ does: 'no-writing-in-space', words: 'public' });
  });

  it('offers a member nothing, and explains everything that is not offered', async () => {
    const place = await aLemmy(speaks);
    const { capabilities } = await place.as(place.member).readFacts(never);
    expect(capabilities).toMatchObject({
      reports: false,
      resolve: false,
      personEffects: ['none'],
      missingRights: ['moderator'],
    });
    const explained = new Set(capabilities.absences?.map(({ ability }) => ability));
    for (const ability of [
      'assign',
      'resolve',
      'reopen',
      'warn',
      'sensitive',
      'disable',
      'silence',
      'suspend',
    ] as const)
      expect(explained).toContain(ability);
  });

  it('says that a token is worth nothing, though the server answers it as a stranger', async () => {
    const place = await aLemmy(speaks);
    const connector = place.as(place.admin);
    place.world.tokens.clear();
    await expect(connector.readFacts(never)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('reads reports of every kind with the words as they were when they were reported', async () => {
    const place = await aLemmy(speaks);
    oneOfEach(place, speaks);
    const [post] = place.world.posts;
    post!.name = 'Edited title';
    post!.body = 'Edited body';
    place.world.comments[0]!.content = 'Edited comment';
    const { items } = await newReports(place.as(place.admin));
    const byKind = new Map(items.map((item) => [item.remoteId.split(':')[0], item]));
    expect([...byKind.keys()].sort()).toEqual(
      speaks === 'v3' ? ['comment', 'message', 'post'] : ['comment', 'community', 'message', 'post'],
    );
    expect(byKind.get('post')?.posts[0]).toMatchObject({
      remoteId: 'post:1',
      text: 'Title 1\n\nBody 1',
      language: 'en',
    });
    expect(byKind.get('comment')?.posts[0]).toMatchObject({ text: 'Comment 1', inReplyTo: 'post:1' });
    expect(byKind.get('message')?.posts[0]).toMatchObject({ text: 'Message 1', visibility: 'direct' });
    expect(byKind.get('post')).toMatchObject({ reporter: { handle: 'ines' }, target: { handle: 'bruno' } });
    if (speaks === 'v4') {
      expect(byKind.get('community')).toMatchObject({
        target: { remoteId: `community:${place.elsewhere.id}`, handle: '!elsewhere' },
        posts: [],
      });
    }
  });

  it('keeps apart what has the same number in two kinds', async () => {
    const place = await aLemmy(speaks);
    oneOfEach(place, speaks);
    const { items } = await newReports(place.as(place.admin));
    expect(place.world.reports.every(({ id }) => id === 1)).toBe(true);
    expect(new Set(items.map(({ remoteId }) => remoteId)).size).toBe(place.world.reports.length);
  });

  it('shows a moderator only what belongs to their communities', async () => {
    const place = await aLemmy(speaks);
    oneOfEach(place, speaks);
    place.world.addReport('post', place.world.addPost(place.elsewhere.id, place.member.id).id, place.admin.id);
    const { items } = await newReports(place.as(place.moderator));
    expect(items.map(({ remoteId }) => remoteId).sort()).toEqual(['comment:1@1.1', 'post:1@1']);
  });

  it('reads hundreds of reports of every state once, and next time only the newest page', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 230);
    const connector = place.as(place.admin);
    const { items, last } = await newReports(connector);
    expect([...new Set(items.map(({ remoteId }) => remoteId))].sort()).toEqual(
      place.world.reports.map(place.idOf).sort(),
    );
    const added = aPostReport(place);
    place.server.requests.length = 0;
    const again = await newReports(connector, resumeOf(last));
    expect(again.items.map(({ remoteId }) => remoteId)).toContain(place.idOf(added));
    expect(place.server.requests.length).toBeLessThanOrEqual(3);
  });

  it('goes on from any stored place after a stop', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 180);
    const ids = new Set<string>();
    for (let cursor: string | null = null; ; ) {
      // A new connector each time: nothing but the cursor survives.
      const page = await place.as(place.admin).listNewReports(cursor, never);
      for (const { remoteId } of page.items) ids.add(remoteId);
      cursor = page.resume;
      if (page.next === null) break;
    }
    expect(ids.size).toBe(180);
  });

  it.each(['new ones come in', 'some are purged', 'the one it stopped at is purged'])(
    'leaves no report out when %s between the pages',
    async (what) => {
      const place = await aLemmy(speaks);
      manyReports(place, 160);
      const connector = place.as(place.admin);
      const seen = new Set<string>();
      let cursor: string | null = null;
      for (let pages = 0; ; pages += 1) {
        const page = await connector.listNewReports(cursor, never);
        for (const { remoteId } of page.items) seen.add(remoteId);
        if (page.next === null) break;
        cursor = page.next;
        if (pages > 1) continue;
        if (what === 'new ones come in') for (let count = 0; count < 60; count += 1) aPostReport(place);
        // From what was just read, so that all that follows moves up.
        const read = [...place.world.reports].reverse().filter((one) => seen.has(place.idOf(one)));
        if (what === 'some are purged') for (const one of read.slice(0, 45)) place.world.purge('post', one.objectId);
        if (what === 'the one it stopped at is purged') place.world.purge('post', read.at(-1)!.objectId);
      }
      // What came in above the walk is the next pass's.
      for (const { remoteId } of (await newReports(connector, cursor)).items) seen.add(remoteId);
      const { items } = await newReports(connector, resumeOf(await lastOf(connector, cursor)));
      for (const { remoteId } of items) seen.add(remoteId);
      expect(place.world.reports.map(place.idOf).filter((id) => !seen.has(id))).toEqual([]);
    },
  );

  it('starts over when it may see more than before', async () => {
    const place = await aLemmy(speaks);
    const hidden = place.world.addReport(
      'post',
      place.world.addPost(place.elsewhere.id, place.member.id).id,
      place.admin.id,
    );
    for (let count = 0; count < 70; count += 1) aPostReport(place);
    const { last } = await newReports(place.as(place.moderator));
    place.elsewhere.moderators.add(place.moderator.id);
    const { items } = await newReports(place.as(place.moderator), resumeOf(last));
    expect(items.map(({ remoteId }) => remoteId)).toContain(place.idOf(hidden));
  });

  it('lists every open report, oldest first within each list', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 170);
    const { items } = await openReports(place.as(place.admin));
    const open = place.world.reports.filter(({ resolved }) => !resolved).map(place.idOf);
    expect([...new Set(items.map(({ remoteId }) => remoteId))]).toEqual(open);
  });

  it('leaves no open report out when colleagues close others while it reads', async () => {
    const place = await aLemmy(speaks);
    for (let count = 0; count < 300; count += 1) aPostReport(place);
    const connector = place.as(place.admin);
    const seen = new Set<string>();
    for (let cursor: string | null = null; ; ) {
      const page = await connector.listOpenReports(cursor, never);
      for (const { remoteId } of page.items) seen.add(remoteId);
      if (page.next === null) break;
      cursor = page.next;
      if (seen.size > 150) continue;
      // The first forty that are open, so that the rest moves up by forty.
      for (const one of place.world.reports.filter(({ resolved }) => !resolved).slice(0, 40))
        place.world.resolve(one, place.moderator.id, true);
    }
    const open = place.world.reports.filter(({ resolved }) => !resolved).map(place.idOf);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('finds one report of every kind with one request', async () => {
    const place = await aLemmy(speaks);
    manyReports(place, 120);
    oneOfEach(place, speaks);
    const connector = place.as(place.admin);
    await connector.readFacts(never);
    const kinds: Kind[] = speaks === 'v3' ? ['post', 'comment'] : ['post', 'comment', 'private_message', 'community'];
    for (const kind of kinds) {
      const report = place.world.reports.find((one) => one.kind === kind)!;
      place.server.requests.length = 0;
      expect(await connector.readReport(place.idOf(report), never)).toMatchObject({ remoteId: place.idOf(report) });
      expect(place.server.requests).toHaveLength(1);
    }
  });

  it('knows that a purged report is gone, and asks twice before it says so', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const id = place.idOf(report);
    const connector = place.as(place.admin);
    place.server.faults.add({ kind: 'shortened-list', match: 'report/list', times: 1 });
    expect(await connector.readReport(id, never)).not.toBeNull();
    place.world.purge('post', report.objectId);
    expect(await connector.readReport(id, never)).toBeNull();
    expect(await place.as(place.moderator).readReport(id, never)).toBeNull();
  });

  it('calls nothing gone that a moderator merely no longer sees', async () => {
    const place = await aLemmy(speaks);
    const id = place.idOf(aPostReport(place));
    place.workshop.moderators.delete(place.moderator.id);
    place.elsewhere.moderators.add(place.moderator.id);
    await expect(place.as(place.moderator).readReport(id, never)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'not_a_mod_or_admin',
    });
  });
});

describe('the Lemmy connector on older servers', () => {
  it('finds a report also where the server ignores what it is asked about', async () => {
    const place = await aLemmy('v3', { version: '0.19.3', ignoresObjectFilter: true });
    const wanted = aPostReport(place);
    manyReports(place, 130);
    const connector = place.as(place.admin);
    const id = place.idOf(wanted);
    expect(await connector.readReport(id, never)).toMatchObject({ remoteId: id });
    place.world.purge('post', wanted.objectId);
    expect(await connector.readReport(id, never)).toBeNull();
    expect((await connector.readFacts(never)).capabilities.postActionResolvesReports).toBe(false);
  });

  it('speaks the newer interface with a development build that names no version', async () => {
    const place = await aLemmy('v4', { version: 'unknown version' });
    const facts = await place.as(place.admin).readFacts(never);
    expect(facts.accountHandle).toBe('morgan');
  });

  it('offers no words with closing before 1.0 is out', async () => {
    const place = await aLemmy('v4', { version: '1.0.0-beta.1' });
    const { capabilities } = await place.as(place.admin).readFacts(never);
    expect(capabilities.resolveWithComment).toBe(false);
    expect(capabilities.absences).toContainEqual({ ability: 'resolveWithComment', why: 'version' });
  });
});

describe('the Lemmy connector on 1.0', () => {
  it('keeps what a moderator says with closing', async () => {
    const place = await aLemmy('v4');
    const report = aPostReport(place);
    await place.as(place.moderator).perform(aLemmyCall(place, report, { text: 'Thank you' }), never);
    expect(report.conclusion).toBe('Thank you');
  });

  it('shows administrators reports on a community’s own rules from the first day', async () => {
    const place = await aLemmy('v4');
    const report = aPostReport(place);
    const { items } = await openReports(place.as(place.admin));
    expect(items.map(({ remoteId }) => remoteId)).toEqual([place.idOf(report)]);
  });

  it('starts a list over when the server no longer knows the place', async () => {
    const place = await aLemmy('v4');
    for (let count = 0; count < 120; count += 1) aPostReport(place);
    const connector = place.as(place.admin);
    const first = await connector.listOpenReports(null, never);
    const at = place.world.reports.find((one) => place.idOf(one) === first.items.at(-1)?.remoteId)!;
    place.world.purge('post', at.objectId);
    const { items } = await readAll((cursor) => connector.listOpenReports(cursor ?? first.next, never));
    expect(new Set(items.map(({ remoteId }) => remoteId)).size).toBe(119);
  });
});

async function lastOf(connector: PlatformConnector, cursor: string | null): Promise<unknown> {
  return (await newReports(connector, cursor)).last;
}
