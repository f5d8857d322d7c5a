import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkTruth } from '../../../electron/data/practice/network/planted.ts';
import type { Community } from '../../../shared/domain/community.ts';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

let line: CommandLine;
beforeEach(() => {
  line = aCommandLine();
});
afterEach(() => line.remove());

describe('made-up people from a terminal', () => {
  it('come in any number, with their truth', async () => {
    const size = ['--members', '300', '--activities', '6000', '--weeks', '52', '--seed', '4'];
    const made = await line.json<{ communityId: number; activities: number; truth: NetworkTruth }>(
      'practice',
      'generate',
      ...size,
      '--name',
      'Made up',
    );
    expect(made.truth).toMatchObject({ members: 300, firstReply: { within7Days: 0.71 } });
    expect(made.truth.routes).toHaveLength(5);
    expect(made.activities).toBeGreaterThan(5_500);
    expect(await line.json<readonly Community[]>('communities')).toMatchObject([
      { id: made.communityId, name: 'Made up', holdsPersonalData: false },
    ]);
    const { code, err } = await line.run(['practice', 'generate', '--members', '300', '--activities', '200']);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });

  it('fill the practice community, which is started for it', async () => {
    expect(await line.json<{ activities: number }>('practice', 'fill')).toMatchObject({
      activities: expect.any(Number),
    });
    expect(await line.json<readonly Community[]>('communities')).toMatchObject([{ platform: 'practice' }]);
    expect(await line.json('practice', 'fill')).toMatchObject({ activities: 0 });
  });
});
