import { describe, expect, it } from 'vitest';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

describe('what spaces are for', () => {
  it('is kept, and told by the log without their name', async () => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write);
    store.write
      .prepare("INSERT INTO spaces (community_id, remote_key, name) VALUES (?, 'w', 'welcome')")
      .run(communityId);
    const list = () => recordHandlers['spaces.list'](context, { communityId });
    expect(await list()).toEqual([{ id: 1, name: 'welcome', purpose: '' }]);
    recordHandlers['spaces.setPurpose'](context, { communityId, spaceId: 1, purpose: 'introductions' });
    expect(await list()).toEqual([{ id: 1, name: 'welcome', purpose: 'introductions' }]);
    expect(() => recordHandlers['spaces.setPurpose'](context, { communityId, spaceId: 2, purpose: 'support' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    const told = store.read.prepare("SELECT payload FROM audit_events WHERE kind = 'space.changed'").all();
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('introductions');
    expect(JSON.stringify(told)).not.toContain('welcome');
  });
});
