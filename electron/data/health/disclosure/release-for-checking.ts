import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { RawHealth } from '../raw-health.ts';
import { mint } from './mint.ts';

/**
 * True counts, for checking Hearth against published data sets. Only of a community that somebody marked as holding no
 * personal data; of any other it throws HearthError `not-permitted`.
 */
export function releaseForChecking(raw: RawHealth): Published<RawHealth> {
  if (raw.holdsPersonalData) throw new HearthError('not-permitted');
  return mint(raw);
}
