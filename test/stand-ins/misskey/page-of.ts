import { internalError, MisskeyError } from './errors.ts';

const idPattern = /^[a-zA-Z0-9]+$/;

/** What `makePaginationQuery` does: `sinceId` alone turns the order round, together with `untilId` it does not. */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  asked: Readonly<Record<string, unknown>>,
): Item[] {
  const limit = limitIn(asked);
  const sinceId = idIn(asked, 'sinceId');
  const untilId = idIn(asked, 'untilId');
  const within = items
    .filter(({ id }) => (sinceId === null || id > sinceId) && (untilId === null || id < untilId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sinceId === null || untilId !== null) within.reverse();
  return within.slice(0, limit);
}

/** As `admin/show-users` lists them: by identifier, `+createdAt` the newest first, everything else the oldest; suspended ones too. */
export function accountsIn<User extends { readonly id: string; readonly host: string | null }>(
  users: readonly User[],
  asked: Readonly<Record<string, unknown>>,
): User[] {
  const limit = limitIn(asked);
  const { offset = 0, sort = '-createdAt', origin = 'combined' } = asked;
  if (!Number.isInteger(offset)) throw invalid('offset');
  if (sort !== '-createdAt' && sort !== '+createdAt') throw invalid('sort');
  if (origin !== 'combined' && origin !== 'local' && origin !== 'remote') throw invalid('origin');
  const within = users
    .filter(({ host }) => origin === 'combined' || (host === null) === (origin === 'local'))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sort === '+createdAt') within.reverse();
  // PostgreSQL throws at an offset below nought.
  if ((offset as number) < 0) throw internalError('OFFSET must not be negative');
  return within.slice(offset as number, (offset as number) + limit);
}

/** Out of bounds is refused, not cut down. */
export function limitIn(asked: Readonly<Record<string, unknown>>, most = 100): number {
  const limit = asked.limit ?? 10;
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > most) throw invalid('limit');
  return limit as number;
}

function idIn(asked: Readonly<Record<string, unknown>>, name: string): string | null {
  const id = asked[name];
  if (id === undefined) return null;
  return requiredId(asked, name);
}

export function requiredId(asked: Readonly<Record<string, unknown>>, name: string): string {
  const id = asked[name];
  if (typeof id !== 'string' || !idPattern.test(id)) throw invalid(name);
  return id;
}

export function invalid(param: string): MisskeyError {
  return new MisskeyError(400, 'INVALID_PARAM', 'client', { param, reason: 'is not as it should be' });
}
