import type { CaseRow } from '../store/cases/row.ts';
import { insertNote } from '../store/notes/commands.ts';
import type { NoteRow } from '../store/notes/row.ts';
import { inTransaction } from '../store/transaction.ts';
import { type CaseContext, recordOwnEvent } from './case-event.ts';

/** Adds a note to a case or to the member it is about. Notes are never changed; a correction is another note. */
export function addNote(
  context: CaseContext,
  row: CaseRow,
  note: Pick<NoteRow, 'audience' | 'kind' | 'body'> & { about: 'case' | 'member' },
): NoteRow {
  return inTransaction(context.write, () => {
    const { about, audience, kind, body } = note;
    const whole = {
      case_id: about === 'case' ? row.id : null,
      member_id: about === 'member' ? row.author_member_id : null,
      audience,
      kind,
      body,
      author: context.actor().alias,
      created_at: context.clock.now(),
    };
    const id = insertNote(context.write, { ...whole, communityId: row.community_id, aboutCase: row.id });
    if (audience === 'team') {
      recordOwnEvent(context, 'case.note', { communityId: row.community_id, caseId: row.id }, { note: id, kind });
    }
    return { ...whole, id };
  });
}
