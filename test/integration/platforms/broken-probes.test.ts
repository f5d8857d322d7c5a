import { describe, expect, it } from 'vitest';
import { aDiscourse } from '../../builders/discourse.ts';
import { aMisskey, aMisskeyConnector } from '../../builders/misskey.ts';
import { aForum, connectTo } from '../../builders/nodebb.ts';
import { never } from '../../builders/practice.ts';
import { readActivities } from '../../builders/read-activities.ts';

/** One answer that is cut off. */
const broken = (match: string) => ({ kind: 'malformed-json', match, times: 1 }) as const;

describe('an answer that makes no sense', () => {
  it('does not turn a Sharkey into a Misskey', async () => {
    const standIn = await aMisskey({ software: 'sharkey' });
    const connector = aMisskeyConnector(standIn);
    standIn.server.faults.add(broken('nodeinfo'));
    await expect(connector.readFacts(never)).rejects.toMatchObject({ code: 'malformed' });
    expect((await connector.readFacts(never)).capabilities.personEffects).toContain('silence');
  });

  it('takes no claims away from a Discourse', async () => {
    const { site, connector } = await aDiscourse({ claiming: 'optional' });
    site.server.faults.add(broken('/site/settings.json'));
    await expect(connector.readFacts(never)).rejects.toMatchObject({ code: 'malformed' });
    expect((await connector.readFacts(never)).capabilities.assign).toBe(true);
  });

  it('gives no category of a Discourse its number for a name', async () => {
    const { site, connector } = await aDiscourse();
    site.addPost();
    site.server.faults.add(broken('/site.json'));
    await expect(readActivities(connector)).rejects.toMatchObject({ code: 'malformed' });
    const { items } = await readActivities(connector);
    const spaces = new Set(items.filter(({ kind }) => kind !== 'joined').map(({ space }) => space));
    expect([...spaces]).toEqual(['Lounge']);
  });

  it('does not end the list of a forum’s posts early', async () => {
    const forum = await aForum('4.15');
    const connector = connectTo(forum);
    const joined = await connector.listActivities!(null, never);
    forum.server.faults.add(broken('/nodeinfo/2.0'));
    await expect(connector.listActivities!(joined.next, never)).rejects.toMatchObject({ code: 'malformed' });
  });
});
