import { describe, expect, it } from 'vitest';
import type { NewReportsPage, PlatformConnector, RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { aDiscourse } from '../../builders/discourse.ts';
import { never } from '../../builders/practice.ts';
import type { DiscourseStandIn } from '../../stand-ins/discourse/discourse-stand-in.ts';

const day = 24 * 60 * 60_000;

interface Pass {
  readonly items: readonly RemoteReport[];
  readonly resume: string | null;
}

/** One pass over new reports, as a pull makes it. */
async function pass(connector: PlatformConnector, from: string | null): Promise<Pass> {
  const items: RemoteReport[] = [];
  let page: NewReportsPage = await connector.listNewReports(from, never);
  for (; ; page = await connector.listNewReports(page.next, never)) {
    items.push(...page.items);
    if (page.next === null) return { items, resume: page.resume };
  }
}

/** Files a report under a date that is a day off, as a site does whose clock is wrong, and closes it. */
function fileWronglyDated(site: DiscourseStandIn, off = -day): string {
  const id = site.addReport();
  const made = site.found(id);
  Object.assign(made, { createdAt: made.createdAt + off });
  site.closeByColleague(id);
  return id;
}

const askings = (site: DiscourseStandIn) =>
  site.server.requests.filter(({ path, query }) => path === '/review.json' && query.includes('ids')).length;

describe('reports of Discourse that no list shows', () => {
  it('finds what was filed under a wrong date and closed at once, also beyond the newest number known', async () => {
    const { site, connector } = await aDiscourse();
    for (let times = 0; times < 3; times += 1) site.addReport();
    const first = await pass(connector, null);
    const hidden = [fileWronglyDated(site), fileWronglyDated(site)];
    const between = site.addReport();
    const last = fileWronglyDated(site);
    const second = await pass(connector, first.resume);
    const ids = second.items.map(({ remoteId }) => remoteId);
    expect(ids).toEqual(expect.arrayContaining([...hidden, between, last]));
    expect(second.items.find(({ remoteId }) => remoteId === last)?.state).toBe('resolved');
  });

  it('asks for a number that is nobody’s once', async () => {
    const { site, connector } = await aDiscourse();
    site.addReport();
    const first = await pass(connector, null);
    // Numbers that were given out and are not for this account.
    for (let times = 0; times < 300; times += 1) site.vanish(site.addReport());
    site.addReport();
    const before = askings(site);
    const second = await pass(connector, first.resume);
    expect(askings(site) - before).toBe(4);
    const third = await pass(connector, second.resume);
    expect(askings(site) - before).toBe(5);
    await pass(connector, third.resume);
    expect(askings(site) - before).toBe(6);
  });

  it('spends a few requests in a pass, and goes on in the next', async () => {
    const { site, connector } = await aDiscourse();
    for (let times = 0; times < 12; times += 1) site.addReport();
    let { resume } = await pass(connector, null);
    const hidden = Array.from({ length: 130 }, () => fileWronglyDated(site));
    const seen = new Set<string>();
    let passes = 0;
    for (let news = 1; news > 0; passes += 1) {
      const before = askings(site);
      const next = await pass(connector, resume);
      expect(askings(site) - before).toBeLessThanOrEqual(5);
      news = next.items.filter(({ remoteId }) => hidden.includes(remoteId) && !seen.has(remoteId)).length;
      for (const { remoteId } of next.items) seen.add(remoteId);
      resume = next.resume;
    }
    expect(hidden.filter((id) => !seen.has(id))).toEqual([]);
    expect(passes).toBeLessThan(6);
  });

  it('goes on from what was read before numbers were looked at', async () => {
    const { site, connector } = await aDiscourse();
    site.addReport();
    const { resume } = await pass(connector, null);
    const asBefore = JSON.stringify((JSON.parse(resume ?? '') as unknown[]).slice(0, 3));
    const second = await pass(connector, asBefore);
    const hidden = fileWronglyDated(site);
    const third = await pass(connector, second.resume);
    expect(third.items.map(({ remoteId }) => remoteId)).toContain(hidden);
  });

  it('comes to an end on a site that does not know the filter', async () => {
    const { site, connector } = await aDiscourse({ knowsIds: false });
    for (let times = 0; times < 25; times += 1) site.addReport();
    const first = await pass(connector, null);
    site.vanish(site.addReport());
    const last = site.addReport();
    const before = askings(site);
    const second = await pass(connector, first.resume);
    expect(second.items.map(({ remoteId }) => remoteId)).toContain(last);
    expect(askings(site) - before).toBe(1);
  });
});
