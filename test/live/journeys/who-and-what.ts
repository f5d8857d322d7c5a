import { detectPlatform } from '../../../electron/data/platforms/detect/detect-platform.ts';
import { PlatformError } from '../../../electron/data/platforms/platform.ts';
import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';

const detect: Journey = {
  name: 'find out what stands there, without a token',
  async run(visit) {
    const { settings } = visit;
    const found = await detectPlatform(visit.http(null), visit.signal);
    insist(found !== null, 'nothing known answers at this address');
    insist(found.platform === settings.platform, `this is ${found.platform}, not ${settings.platform}`);
    return { did: `${found.software} ${found.version || '(version not said)'}` };
  },
};

const connect: Journey = {
  name: 'sign in and ask what this account can do',
  async run(visit) {
    visit.facts = await visit.connector.readFacts(visit.signal);
    const { accountRemoteId, capabilities: can, rules } = visit.facts;
    insist(accountRemoteId !== '', 'the server does not say who we are');
    const lacks = (can.absences ?? []).map(({ ability, why }) => `${ability} (${why})`);
    const words = [
      `${can.software} ${can.version}`,
      `${can.reports ? 'may' : 'may not'} read reports`,
      `effects: ${can.personEffects.join(', ')}`,
      `${rules.length} rules`,
      `not offered: ${lacks.join(', ') || 'nothing'}`,
      `missing rights: ${can.missingRights?.join(', ') || 'none'}`,
    ];
    return { did: words.join('; ') };
  },
};

const wrongToken: Journey = {
  name: 'be told when the token is worth nothing',
  async run(visit) {
    const stranger = visit.connectWith(`${visit.settings.token.slice(0, -4)}zzzz`);
    const error = await stranger.readFacts(visit.signal).then(
      () => null,
      (reason: unknown) => reason,
    );
    insist(error instanceof PlatformError, 'a worthless token was let in');
    insist(['unauthorized', 'forbidden'].includes(error.code), `a worthless token is called ${error.code}`);
    return { did: `told ${error.code}` };
  },
};

export const whoAndWhat: readonly Journey[] = [detect, connect, wrongToken];
