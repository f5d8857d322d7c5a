import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { FieldProblem, SaveOutcome } from '../../../shared/ipc/topics/records.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { recordStore } from '../store/outreach/records.ts';
import { listSpaces, setSpacePurpose } from '../store/outreach/spaces.ts';
import { inTransaction } from '../store/transaction.ts';
import { inDays, type RecordDesk, recordDesk, shownValues } from './record-desk.ts';
import { keepRemoved, takeRemoved } from './removed-records.ts';
import { validateRecord } from './validate-record.ts';
import { changeRecord, type Written, writeRecord } from './write-record.ts';

type RecordChannel =
  | 'records.list'
  | 'records.save'
  | 'records.remove'
  | 'records.restore'
  | 'spaces.list'
  | 'spaces.setPurpose';

/** The calls that list and write single records, and say what spaces are for. */
export const recordHandlers: Handlers<RecordChannel> = {
  'records.list': (context, { communityId, kind, query, offset, limit }) => {
    const desk = recordDesk(context, communityId as CommunityId, kind);
    const store = recordStore(kind);
    const rows = store.page(context.read, desk.communityId, { query, offset, limit });
    return {
      rows: rows.map(({ id, values }) => ({ id, values: shownValues(desk, inDays(desk, values)) })),
      total: store.total(context.read, desk.communityId, query),
    };
  },

  'records.save': (context, { communityId, kind, recordId, values }) => {
    const desk = recordDesk(context, communityId as CommunityId, kind);
    if (desk.kind.isFileOnly) throw new HearthError('not-permitted');
    return inTransaction(context.write, () => save(context, desk, recordId, values));
  },

  'records.remove': (context, { communityId: id, kind, recordId }) => {
    const communityId = id as CommunityId;
    const putBack = inTransaction(context.write, () => {
      recordEvent(context, 'record.removed', communityId, { recordKind: kind });
      return recordStore(kind).remove(context.write, communityId, recordId);
    });
    const undo = context.newKey();
    keepRemoved(context.write, undo, { communityId, kind, putBack });
    context.changed(['records', 'activities']);
    return { undo };
  },

  'records.restore': (context, { undo }) => {
    inTransaction(context.write, () => {
      const { communityId, kind } = takeRemoved(context.write, undo);
      recordEvent(context, 'record.restored', communityId, { recordKind: kind });
    });
    context.changed(['records', 'activities']);
    return null;
  },

  'spaces.list': (context, { communityId }) => listSpaces(context.read, communityId as CommunityId),

  'spaces.setPurpose': (context, { communityId: id, spaceId, purpose }) => {
    const communityId = id as CommunityId;
    inTransaction(context.write, () => {
      if (!setSpacePurpose(context.write, communityId, spaceId, purpose)) throw new HearthError('not-found');
      recordEvent(context, 'space.changed', communityId, { purpose });
    });
    context.changed(['records', 'activities']);
    return null;
  },
};

function save(
  context: DataContext,
  desk: RecordDesk,
  recordId: number | null,
  texts: Readonly<Record<string, string>>,
): SaveOutcome {
  const valid = validateRecord(context.write, desk, texts, 'iso-8601');
  if ('problems' in valid) return { state: 'refused', problems: valid.problems };
  const given = desk.kind.fields.map(({ name }) => name);
  const written =
    recordId === null
      ? writeRecord(context.write, desk, valid, { existing: 'refuse', given })
      : changeRecord(context.write, desk, recordId, valid);
  if (!written) throw new HearthError('not-found');
  if (isProblem(written)) return { state: 'refused', problems: [written] };
  if (written.state !== 'known') {
    recordEvent(context, 'record.saved', desk.communityId, { recordKind: desk.kind.id });
    context.changed(['records', 'activities']);
  }
  return { state: written.state, recordId: written.id, metSomebodyNew: written.newMembers > 0 };
}

function isProblem(written: Written): written is FieldProblem {
  return 'problem' in written;
}
