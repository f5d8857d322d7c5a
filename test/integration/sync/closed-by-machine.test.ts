import { expect, it } from 'vitest';
import { anOutboxDesk } from '../../builders/outbox-desk.ts';

it('an account that the platform calls automated, and that closes a report, is known as such', async () => {
  const { platform, desk } = await anOutboxDesk();
  platform.resolve(platform.report('1000'), 'automod');
  const { readReport } = desk.connector;
  desk.connector.readReport = async (...asked) => {
    const report = await readReport(...asked);
    return report && { ...report, closedByMachine: { remoteId: 'a-automod', handle: 'automod' } };
  };
  await desk.pull();
  const bots = desk.context.write.prepare('SELECT remote_id FROM members WHERE is_bot = 1').pluck().all();
  expect(bots).toEqual(['a-automod']);
});
