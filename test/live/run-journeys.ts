import { PlatformError } from '../../electron/data/platforms/platform.ts';
import { LiveFailure } from './insist.ts';
import type { Journey } from './journey.ts';
import { asItWas } from './journeys/as-it-was.ts';
import { deciding } from './journeys/deciding.ts';
import { forGood } from './journeys/for-good.ts';
import { numbers } from './journeys/numbers.ts';
import { reading } from './journeys/reading.ts';
import { sanctions } from './journeys/sanctions.ts';
import { whoAndWhat } from './journeys/who-and-what.ts';
import type { Visit } from './visit.ts';

/** Every journey from there on, in order. The same on every platform: capabilities decide. */
const inside: readonly Journey[] = [...reading, ...numbers, ...deciding, ...sanctions, asItWas, ...forGood];

export interface Told {
  readonly name: string;
  readonly result: 'did' | 'could not' | 'failed';
  readonly words: string;
}

/**
 * Goes every journey, whatever became of the ones before, and tells each as soon as it is over. Who is not let in goes no
 * further.
 */
export async function runJourneys(visit: Visit, tell: (told: Told) => void): Promise<readonly Told[]> {
  const all: Told[] = [];
  const go = async (journeys: readonly Journey[]): Promise<void> => {
    for (const { name, run } of journeys) {
      const told = await goOne(visit, name, run);
      all.push(told);
      tell(told);
    }
  };
  await go(whoAndWhat);
  if (visit.isConnected) await go(inside);
  return all;
}

async function goOne(visit: Visit, name: string, run: Journey['run']): Promise<Told> {
  try {
    const outcome = await run(visit);
    return 'did' in outcome
      ? { name, result: 'did', words: outcome.did }
      : { name, result: 'could not', words: outcome.couldNot };
  } catch (error) {
    if (error instanceof LiveFailure) return { name, result: 'failed', words: error.message };
    if (!(error instanceof PlatformError)) throw error;
    return { name, result: 'failed', words: [error.message, error.reason ?? ''].join(' ').trim() };
  }
}
