import { InvalidArgumentError } from 'commander';
import type { Community } from '../../../shared/domain/community.ts';
import type { Session } from '../session/session.ts';
import { UsageError } from '../usage-error.ts';

/** A case as people write it: "H-12" or "12". */
export function parseCase(text: string): number {
  const [, number] = /^(?:h-)?(\d{1,15})$/i.exec(text.trim()) ?? [];
  if (!number) throw new InvalidArgumentError('H-12');
  return Number(number);
}

/** A whole number from 1. */
export function parseNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text) || Number(text) < 1) throw new InvalidArgumentError('1');
  return Number(text);
}

/** Puts a repeated option's values into a list. */
export function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** Finds the community that was named by number or name; without a name the only one there is. */
export async function findCommunity(session: Session, named: string | undefined): Promise<Community> {
  const communities = await session.call('communities.list', null);
  const only = communities.length === 1 ? communities[0] : undefined;
  const found = named === undefined ? only : communities.find((one) => String(one.id) === named || one.name === named);
  if (found) return found;
  throw new UsageError(named === undefined ? 'whichCommunity' : 'noSuchCommunity', {});
}
