import { expect, it } from 'vitest';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const minute = 60_000;

function fetchedAt(desk: SyncDesk, handle: string): unknown {
  return desk.context.write.prepare('SELECT fetched_at FROM members WHERE handle = ?').pluck().get(handle);
}

it('writes about somebody again only when something is new, or some time has passed', async () => {
  const platform = new FakePlatform();
  const desk = new SyncDesk({ connector: platform.connector(), capabilities: platform.capabilities });
  const meetAda = async () => {
    platform.addReport('ada');
    await desk.pull();
    return fetchedAt(desk, 'ada');
  };
  const first = await meetAda();
  expect(first).toBe(desk.clock.at);
  desk.advance(9 * minute);
  expect(await meetAda()).toBe(first);
  desk.advance(2 * minute);
  expect(await meetAda()).toBe(desk.clock.at);
  desk.clock.advance(-5 * minute);
  expect(await meetAda()).toBe(desk.clock.at);
  desk.advance(1);
  const here = () => desk.context.write.prepare("SELECT account_state FROM members WHERE handle = 'ada'").pluck().get();
  expect(here()).toBe('active');
  platform.accountStates.set('ada', 'suspended');
  await meetAda();
  expect(here()).toBe('suspended');
});
