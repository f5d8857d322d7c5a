import { describe, expect, it } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { addNote } from '../../../electron/data/cases/add-note.ts';
import { keepNoteHere, sendNoteAgain } from '../../../electron/data/cases/send-note.ts';
import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import { findSendingOfNote } from '../../../electron/data/store/note-sendings/queries.ts';
import { listLinkedReports } from '../../../electron/data/store/reports/queries.ts';
import { readOutboxNotes, readStatus } from '../../../electron/data/sync/read-status.ts';
import type { SendPoint } from '../../../electron/data/sync/tools.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { testSettlingMs } from '../../builders/bare-desk.ts';
import { FakePlatform, ourHandle } from '../../builders/fake-platform.ts';
import { mastodonLike, takingNotes } from '../../builders/like-platforms.ts';
import { anOutboxDesk, crashAt, onlyCase, pushToTheEnd, statesOf } from '../../builders/outbox-desk.ts';
import type { SyncDesk } from '../../builders/sync-desk.ts';

const words = 'Spoke to her; she understands.';

async function aDesk(capabilities = takingNotes) {
  const { platform, desk } = await anOutboxDesk(new FakePlatform(capabilities));
  const [report] = platform.reports;
  if (!report) throw new RangeError('no report');
  return { platform, desk, report };
}

function write(desk: SyncDesk, overrides: Partial<Parameters<typeof addNote>[2]> = {}): NoteId {
  const row = onlyCase(desk);
  const [report] = listLinkedReports(desk.store.read, row.id);
  const note = { about: 'case', audience: 'team', kind: 'note', body: words, onReport: report?.id ?? null } as const;
  return addNote(desk.context, row, { ...note, ...overrides }).id;
}

/** Something happened to the report while nobody answered: the note may have been there, and taken away again. */
async function aNoteInDoubt() {
  const { platform, desk, report } = await aDesk();
  const id = write(desk);
  platform.callFaults.push('time-out');
  await desk.push();
  platform.note(report, 'ines', 'Something else');
  await pushToTheEnd(desk);
  return { platform, desk, report, id };
}

const stateOf = (desk: SyncDesk, id: NoteId) => findSendingOfNote(desk.store.write, id)?.state;
const shown = (desk: SyncDesk) => readCase(desk.context, onlyCase(desk).id).notes[0]?.sending;
const status = (desk: SyncDesk) => readStatus(desk.context, () => null);
const ownNotes = (report: FakePlatform['reports'][number]) =>
  report.notes.filter(({ author, text }) => author === ourHandle && text === words).length;

describe('a note for colleagues', () => {
  it('is left once, read back, and stands with the report; the case goes on as it was', async () => {
    const { desk, report } = await aDesk();
    const before = onlyCase(desk);
    const id = write(desk);
    expect(shown(desk)).toEqual({ state: 'waiting', errorCode: null, canKeep: true });
    expect(status(desk)).toMatchObject({ notesWaiting: 1, notesNotSent: 0, decisionsWaiting: 0 });
    expect(await desk.push()).toEqual({ ended: 'done' });
    expect(stateOf(desk, id)).toBe('applied');
    expect(ownNotes(report)).toBe(1);
    await desk.push();
    expect(ownNotes(report)).toBe(1);
    expect(shown(desk)).toEqual({ state: 'sent', errorCode: null, canKeep: false });
    expect(onlyCase(desk)).toMatchObject({ state: before.state, version: before.version });
    const view = readCase(desk.context, before.id);
    expect(view.reports[0]?.notes).toMatchObject([{ author: ourHandle, body: words }]);
    expect(view.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['case.note', 'note.sent']));
    expect(view.events.map(({ kind }) => kind)).not.toContain('report.note');
    expect(status(desk)).toMatchObject({ notesWaiting: 0, notesNotSent: 0, nextSendAt: null });
  });

  it('stays here unless it is asked for', async () => {
    const { desk, report } = await aDesk();
    const id = write(desk, { onReport: null });
    await desk.push();
    expect(findSendingOfNote(desk.store.read, id)).toBeNull();
    expect(report.notes).toEqual([]);
  });

  it('waits while there is no network, and can be kept here until it leaves', async () => {
    const { platform, desk, report } = await aDesk();
    const id = write(desk);
    platform.readFaults.push('offline');
    expect(await desk.push()).toMatchObject({ ended: 'stopped' });
    expect(stateOf(desk, id)).toBe('confirmed');
    keepNoteHere(desk.context, id);
    await pushToTheEnd(desk);
    expect(report.notes).toEqual([]);
    expect(shown(desk)).toMatchObject({ state: 'kept', canKeep: false });
    expect(readCase(desk.context, onlyCase(desk).id).notes[0]?.body).toBe(words);
    expect(() => keepNoteHere(desk.context, id)).toThrow(expect.objectContaining({ code: 'already-sent' }));
    expect(() => sendNoteAgain(desk.context, id)).toThrow(expect.objectContaining({ code: 'already-sent' }));
  });

  it('does not leave before its time, also after the clock was set back', async () => {
    const { desk, report } = await aDesk();
    Object.assign(desk.context, { setting: () => 30 });
    letTimePass(desk.context);
    const id = write(desk);
    await desk.push();
    expect(report.notes).toEqual([]);
    desk.clock.advance(-24 * 60 * 60_000);
    letTimePass(desk.context);
    await desk.push();
    expect(stateOf(desk, id)).toBe('confirmed');
    desk.advance(40_000);
    await desk.push();
    expect(stateOf(desk, id)).toBe('applied');
  });

  it.each(['before-mark', 'marked', 'answered', 'noted', 'confirmed', 'applied'] satisfies SendPoint[])(
    'is neither lost nor written twice by a crash: %s',
    async (point) => {
      const { desk, report } = await aDesk();
      const id = write(desk);
      await crashAt(desk, point);
      await pushToTheEnd(desk);
      expect([stateOf(desk, id), ownNotes(report)]).toEqual(['applied', 1]);
    },
  );

  it.each([
    ['the answer is lost', 'lost-answer'],
    ['no answer came in time', 'time-out'],
    ['it arrives after a while', 'late'],
    ['the server had a problem', 'server-error'],
    ['there was no connection', 'offline'],
    ['it was too much', 'rate-limited'],
  ] as const)('is there once in the end when %s', async (_, fault) => {
    const { platform, desk, report } = await aDesk();
    platform.elapsed = () => desk.elapsed;
    const id = write(desk);
    platform.callFaults.push(fault);
    await pushToTheEnd(desk);
    expect([stateOf(desk, id), ownNotes(report)]).toEqual(['applied', 1]);
  });

  it('is asked about where nobody can say whether it was there, and not sent again by itself', async () => {
    const { desk, report, id } = await aNoteInDoubt();
    expect([stateOf(desk, id), ownNotes(report)]).toEqual(['conflict', 0]);
    expect(shown(desk)).toEqual({ state: 'asking', errorCode: null, canKeep: true });
    expect(status(desk)).toMatchObject({ notesWaiting: 0, notesNotSent: 1, conflicts: 0, nextSendAt: null });
    expect(readOutboxNotes(desk.store.read)).toMatchObject([{ noteId: id, state: 'conflict' }]);
    sendNoteAgain(desk.context, id);
    await pushToTheEnd(desk);
    expect([stateOf(desk, id), ownNotes(report)]).toEqual(['applied', 1]);
  });

  it('need not be asked about any more when it turns up', async () => {
    const { platform, desk, report, id } = await aNoteInDoubt();
    platform.note(report, ourHandle, words);
    await desk.pull();
    expect(stateOf(desk, id)).toBe('applied');
  });

  it('is not written again by a person’s wish when it has turned up unnoticed', async () => {
    const { platform, desk, report, id } = await aNoteInDoubt();
    platform.note(report, ourHandle, words);
    sendNoteAgain(desk.context, id);
    await pushToTheEnd(desk);
    expect([stateOf(desk, id), ownNotes(report)]).toEqual(['applied', 1]);
  });

  it('is asked about when the platform says yes and shows nothing', async () => {
    const { desk, report } = await aDesk();
    const id = write(desk);
    Object.assign(desk.connector, { perform: async () => undefined });
    await pushToTheEnd(desk);
    expect([stateOf(desk, id), ownNotes(report)]).toEqual(['conflict', 0]);
  });

  it('is not sent when its report is gone, and says so', async () => {
    const { desk, report } = await aDesk();
    const id = write(desk);
    report.gone = true;
    await desk.push();
    expect(stateOf(desk, id)).toBe('failed');
    expect(findSendingOfNote(desk.store.read, id)?.error_code).toBe('not-found');
    keepNoteHere(desk.context, id);
    expect(stateOf(desk, id)).toBe('reversed');
  });

  it('holds no decision up, nor does it make one look moved on from', async () => {
    const { platform, desk, report } = await aDesk();
    const row = onlyCase(desk);
    const id = write(desk);
    platform.callFaults.push('time-out');
    await desk.push();
    const { decisionId } = desk.decide(row, { finding: 'not-upheld' });
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
    await pushToTheEnd(desk);
    // Our own closing moved the report, so it can't be told whether the note was there.
    expect([stateOf(desk, id), ownNotes(report)]).toEqual(['conflict', 0]);
  });

  it('waits while nobody knows what became of a decision on the same case', async () => {
    const { platform, desk, report } = await aDesk();
    platform.elapsed = () => desk.elapsed;
    const row = onlyCase(desk);
    const [first] = listLinkedReports(desk.store.read, row.id);
    const { decisionId } = desk.decide(row, { personEffect: 'warn' });
    platform.callFaults.push('late');
    await desk.push();
    expect(statesOf(desk, decisionId)[0]).toBe('sending');
    const id = addNote(desk.context, desk.case(row.id), {
      about: 'case',
      audience: 'team',
      kind: 'note',
      body: words,
      onReport: first?.id ?? null,
    }).id;
    await desk.push();
    expect([stateOf(desk, id), report.notes.length]).toEqual(['confirmed', 0]);
    desk.advance(testSettlingMs);
    await desk.push();
    expect(statesOf(desk, decisionId)).toEqual(['applied', 'applied']);
    expect(stateOf(desk, id)).toBe('applied');
    expect(platform.books.filter(({ kind }) => kind === 'account.warn')).toHaveLength(1);
  });

  it('goes with its community, on its way or not', async () => {
    const { desk } = await aDesk();
    write(desk);
    eraseCommunity(desk.store.write, desk.communityId);
    for (const table of ['note_sendings', 'notes', 'report_notes', 'search_entries']) {
      expect(desk.store.read.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
  });

  it('says no at once to what the platform would not take', async () => {
    const { desk } = await aDesk({ ...takingNotes, longestNote: 10 });
    const refusals = [
      [{}, 'invalid-input'],
      [{ body: 'short', audience: 'me' }, 'invalid-input'],
      [{ body: 'short', about: 'member' }, 'invalid-input'],
      [{ body: 'short', onReport: 99 }, 'not-found'],
    ] as const;
    for (const [overrides, code] of refusals) {
      expect(() => write(desk, overrides as Parameters<typeof write>[1])).toThrow(expect.objectContaining({ code }));
    }
    expect(readCase(desk.context, onlyCase(desk).id).notes).toEqual([]);
    const without = await aDesk(mastodonLike);
    expect(() => write(without.desk)).toThrow(expect.objectContaining({ code: 'not-supported' }));
  });
});
