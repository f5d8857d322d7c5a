import type { ArchiveDocument, ArchivePerson } from '../archive.ts';
import { isObject, objectAt, textAt, valueAt } from '../json/json-shape.ts';
import { readList } from '../meta/list-files.ts';
import { undoLatin1 } from '../meta/undo-latin1.ts';

/** The file that says whose account it is. */
export function ownerDocument({ name }: ArchiveDocument): boolean {
  return /(^|\/)personal_information\.json$/.test(name);
}

const unknownOwner: ArchivePerson = { id: 'account-owner', handle: '', name: '' };

/** The owner by the name of the account: whoever follows or is answered has nothing else either. */
export async function readOwner(documents: readonly ArchiveDocument[], signal: AbortSignal): Promise<ArchivePerson> {
  for (const document of documents.filter(ownerDocument)) {
    for await (const { values } of readList(document, ['profile_user'], signal)) {
      const facts = values.map((value) => objectAt(value, 'string_map_data')).find((found) => found !== null);
      const handle = facts ? handleOf(facts) : null;
      if (handle) return { id: handle, handle, name: handle };
    }
  }
  return unknownOwner;
}

/** The keys are written in the language of the account: one that is not English is found by the look of its value. */
function handleOf(facts: Readonly<Record<string, unknown>>): string | null {
  const username = textAt(valueAt(facts, 'Username'), 'value');
  if (username) return undoLatin1(username);
  const alike = Object.values(facts)
    .map((fact) => (isObject(fact) ? textAt(fact, 'value') : null))
    .filter(
      (value) => value !== null && /^(?=.*[a-z])[a-z0-9._]{1,30}$/.test(value) && value !== 'true' && value !== 'false',
    );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}
