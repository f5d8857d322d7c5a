import { describe, expect, it, onTestFinished } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { addNote } from '../../../electron/data/cases/add-note.ts';
import { findSendingOfNote } from '../../../electron/data/store/note-sendings/queries.ts';
import { listLinkedReports } from '../../../electron/data/store/reports/queries.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { testSettlingMs } from '../../builders/bare-desk.ts';
import { onlyCase } from '../../builders/outbox-desk.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { aFaultBench } from '../../faults/every-platform/fault-bench.ts';
import { discourseStandIn } from '../../stand-ins/discourse/discourse-stand-in.ts';
import { nodebbStandIn } from '../../stand-ins/nodebb/nodebb-stand-in.ts';
import type { StandIn } from '../../stand-ins/stand-in.ts';

const words = 'She said "sorry" & meant it <3\nTold the others.';

/** What stands on the server about its only report, as the server itself knows it. */
interface Place {
  readonly standIn: StandIn;
  readonly texts: () => readonly string[];
  readonly noteByColleague: (text: string) => void;
}

async function nodebb(version: '4.11' | '4.15'): Promise<Place> {
  const standIn = await nodebbStandIn(version);
  const id = Number(standIn.addReport());
  return {
    standIn,
    texts: () => standIn.world.flags.get(id)?.notes.map(({ text }) => text) ?? [],
    noteByColleague: (text) => standIn.world.note(id, standIn.colleague.uid, text),
  };
}

async function discourse(): Promise<Place> {
  const standIn = await discourseStandIn({ shape: 'claim' });
  const found = standIn.found(standIn.addReport());
  return {
    standIn,
    texts: () => found.notes.map(({ content }) => content),
    noteByColleague: (content) =>
      void found.notes.push({ id: standIn.world.next(), by: standIn.colleague.id, content, at: standIn.world.clock() }),
  };
}

const places: readonly (readonly [string, () => Promise<Place>, boolean])[] = [
  ['NodeBB 4.11', () => nodebb('4.11'), true],
  ['NodeBB 4.15', () => nodebb('4.15'), true],
  ['Discourse', discourse, false],
];

async function aDeskAt({ standIn }: Place): Promise<SyncDesk> {
  onTestFinished(() => standIn.server.stop());
  const desk = (await aFaultBench(standIn, 0, (options) => new SyncDesk(options))).desk as SyncDesk;
  expect(await desk.pull()).toBe('complete');
  return desk;
}

function write(desk: SyncDesk): NoteId {
  const row = onlyCase(desk);
  const onReport = listLinkedReports(desk.store.read, row.id)[0]?.id ?? null;
  return addNote(desk.context, row, { about: 'case', audience: 'team', kind: 'note', body: words, onReport }).id;
}

const stateOf = (desk: SyncDesk, id: NoteId) => findSendingOfNote(desk.store.write, id)?.state;
const notesIn = (desk: SyncDesk) => readCase(desk.context, onlyCase(desk).id).reports[0]?.notes.map(({ body }) => body);

async function pushAgain(desk: SyncDesk): Promise<void> {
  for (let pass = 0; pass < 4; pass += 1) {
    desk.advance(testSettlingMs + 60_000);
    await desk.push();
  }
}

describe.each(places)('notes for colleagues on %s', (_, open, saysWhenChanged) => {
  it('are read with the report and left beside those of others', async () => {
    const place = await open();
    place.noteByColleague('Before you came');
    const desk = await aDeskAt(place);
    const id = write(desk);
    await desk.push();
    expect(stateOf(desk, id)).toBe('applied');
    expect(place.texts()).toEqual(['Before you came', words]);
    expect(notesIn(desk)).toEqual(['Before you came', words]);
    place.noteByColleague('After you went');
    await desk.pull();
    expect(notesIn(desk)).toHaveLength(3);
  });

  it('stand there once when the answer is lost', async () => {
    const place = await open();
    const desk = await aDeskAt(place);
    const id = write(desk);
    place.standIn.server.faults.add({ kind: 'reset-after', match: 'POST ', times: 1 });
    await desk.push();
    expect([stateOf(desk, id), place.texts()]).toEqual(['applied', [words]]);
  });

  it('are sent again where the platform vouches that nothing arrived; otherwise a person is asked', async () => {
    const place = await open();
    const desk = await aDeskAt(place);
    const id = write(desk);
    place.standIn.server.faults.add({ kind: 'reset-before', match: 'POST ', times: 1 });
    await desk.push();
    expect(place.texts()).toEqual([]);
    await pushAgain(desk);
    if (saysWhenChanged) expect([stateOf(desk, id), place.texts()]).toEqual(['applied', [words]]);
    else expect([stateOf(desk, id), place.texts()]).toEqual(['conflict', []]);
  });

  it('wait while the server turns them away, and say when it will not have them', async () => {
    const place = await open();
    const desk = await aDeskAt(place);
    const id = write(desk);
    place.standIn.server.faults.add({ kind: 'forbidden', match: 'POST ', times: 1 });
    await desk.push();
    expect([stateOf(desk, id), findSendingOfNote(desk.store.read, id)?.error_code]).toEqual(['failed', 'forbidden']);
    expect(place.texts()).toEqual([]);
  });
});
