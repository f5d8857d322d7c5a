import { describe, expect, it } from 'vitest';
import type { Page, PlatformConnector, RejectedItem } from '../../../electron/data/platforms/platform.ts';
import { aLemmy, aPostReport } from '../../builders/lemmy.ts';
import { aMatrixConnector, aSynapse } from '../../builders/matrix.ts';
import { aForum, connectTo } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';

/** Everything that a list sets aside. */
async function setAside(readPage: (cursor: string | null) => Promise<Page<unknown>>): Promise<RejectedItem[]> {
  const rejected: RejectedItem[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await readPage(cursor);
    rejected.push(...page.rejected);
    cursor = page.next;
    if (cursor === null) return rejected;
  }
}

/** A server with two reports that came broken, by their ids. */
interface Broken {
  readonly connector: PlatformConnector;
  readonly ids: readonly string[];
  readonly mend: () => void;
}

const platforms: Readonly<Record<string, () => Promise<Broken>>> = {
  async 'Lemmy 0.19'() {
    return brokenLemmy('v3');
  },
  async 'Lemmy 1.0'() {
    return brokenLemmy('v4');
  },
  async Matrix() {
    const server = await aSynapse();
    const at = 1_795_363_205_000;
    const { world } = server;
    const reports = [0, 1].map((position) => world.reportUser('', '@alba:localhost', at + position, 'rude'));
    return {
      connector: aMatrixConnector(server),
      ids: reports.map(({ id }, position) => `user:${id}@${at + position}`),
      mend: () => {
        world.userReports = world.userReports.map((report) => ({ ...report, target_user_id: '@admin:localhost' }));
      },
    };
  },
  async NodeBB() {
    const forum = await aForum('4.15');
    const ids = [forum.addReport(), forum.addReport()];
    const flags = ids.map((id) => forum.world.flags.get(Number(id))!);
    for (const flag of flags) forum.world.flags.set(flag.flagId, { ...flag, datetime: null as never });
    return {
      connector: connectTo(forum),
      ids,
      mend: () => {
        for (const flag of flags) forum.world.flags.set(flag.flagId, flag);
      },
    };
  },
};

async function brokenLemmy(speaks: 'v3' | 'v4'): Promise<Broken> {
  const place = await aLemmy(speaks);
  const reports = [aPostReport(place), aPostReport(place)];
  for (const report of reports) report.resolved = '' as never;
  return {
    connector: place.as(place.admin),
    ids: reports.map(place.idOf),
    mend: () => {
      for (const report of reports) report.resolved = false;
    },
  };
}

describe.each(Object.keys(platforms))('reports that can’t be read, on %s', (name) => {
  it('are set aside one by one, as they came, under the id by which they are asked for again', async () => {
    const { connector, ids, mend } = await platforms[name]!();
    const lists = [connector.listOpenReports, connector.listNewReports];
    for (const list of lists) {
      const rejected = await setAside((cursor) => list(cursor, never));
      expect(new Set(rejected.map(({ remoteId }) => remoteId))).toEqual(new Set(ids));
      expect(rejected.every(({ raw }) => raw !== undefined)).toBe(true);
    }
    mend();
    for (const id of ids) expect(await connector.readReport(id, never)).toMatchObject({ remoteId: id, state: 'open' });
  });
});
