import { factsFrom } from '../../../electron/data/sync/read-facts.ts';
import { changedFacets } from '../../../shared/domain/report-facts.ts';
import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';

/** The last journey: what was touched is looked at again. */
export const asItWas: Journey = {
  name: 'leave the server as it was',
  async run(visit) {
    if (visit.chosen === null) return { couldNot: 'nothing was touched' };
    const before = visit.chosen;
    const now = await visit.report(before.remoteId);
    const changed = changedFacets(factsFrom(before, 0), factsFrom(now, 0));
    insist(changed.length === 0, `report ${now.remoteId} differs in: ${changed.join(', ')}`);
    insist(now.comment === before.comment, `report ${now.remoteId} has other words than before`);
    return { did: now.version === before.version ? 'the same version as before' : 'alike, under a new version' };
  },
};
