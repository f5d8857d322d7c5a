import type { CommunityId, MemberId } from '../../../shared/domain/ids.ts';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { DataContext } from '../service/context.ts';
import { findOrdinal, linkMembers } from '../store/identity/links.ts';
import { withdrawPerson } from '../store/identity/people.ts';
import { type PersonRecord, readPerson } from '../store/identity/read-person.ts';
import { memberFinder } from '../store/members/find-by-name.ts';
import { writeFileAtomically } from '../store/write-file-atomically.ts';
import { requireIdentity } from './survey-task.ts';

/**
 * Takes a member's answers out at once and remembers that they withdrew, whether or not they had answered: the call must not
 * tell which. Throws `not-found` for a name that is nobody's, or more than one person's.
 */
export function withdrawMember(context: DataContext, communityId: CommunityId, name: string): void {
  const identity = requireIdentity(context);
  const member = requireMember(context, communityId, name);
  const ordinal = linkMembers(context.write, [member]).get(member);
  if (ordinal === undefined) throw new Error('the member was linked');
  identity.transaction((db) => withdrawPerson(db, communityId, ordinal, context.clock.now()));
  identity.forgetRemoved();
}

/** Writes what is kept of one member to a file for that person. A file without answers says that there are none. */
export function exportMember(context: DataContext, communityId: CommunityId, name: string, file: string): void {
  const identity = requireIdentity(context);
  const ordinal = findOrdinal(context.read, requireMember(context, communityId, name));
  const record = ordinal === null ? null : readPerson(identity.db, ordinal);
  try {
    writeFileAtomically(file, `${JSON.stringify(readable(record), null, 2)}\n`);
  } catch (error) {
    throw hearthErrorFrom(error, 'folder-not-writable');
  }
}

function requireMember(context: DataContext, communityId: CommunityId, name: string): MemberId {
  const found = memberFinder(context.read, communityId)(name);
  if (typeof found === 'string') throw new HearthError('not-found', { member: found });
  return found;
}

function readable(record: PersonRecord | null): unknown {
  if (record === null) return { kept: false };
  const date = (instant: number) => new Date(instant).toISOString();
  return {
    kept: record.questions.length > 0,
    consent: record.withdrawnAt === null ? { at: date(record.consentAt), text: record.consentTextVersion } : null,
    withdrawnAt: record.withdrawnAt === null ? null : date(record.withdrawnAt),
    questions: record.questions,
  };
}
