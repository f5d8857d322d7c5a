import { describe, expect, it } from 'vitest';
import { ColleagueNotes } from '../../../renderer/features/case/colleague-notes.tsx';
import { NoteForm } from '../../../renderer/features/case/note-form.tsx';
import { NoteSendingActions, NoteSendingBadge } from '../../../renderer/features/case/note-sending.tsx';
import { noteTargetOf } from '../../../renderer/features/case/note-target.ts';
import type { Capabilities } from '../../../shared/domain/community.ts';
import type { NoteSending } from '../../../shared/ipc/topics/case.ts';
import { aCaseReport, aCaseView } from '../../builders/case-views.ts';
import { mastodonLike, takingNotes } from '../../builders/like-platforms.ts';
import { markupOf } from '../ui/charts/render-chart.tsx';

const nothing = () => undefined;

/** How a note in that state is shown, with what can be done about it. */
async function shown(sending: NoteSending): Promise<string> {
  const badge = await markupOf(<NoteSendingBadge sending={sending} community="Harbour" />);
  const actions = await markupOf(
    <NoteSendingActions sending={sending} community="Harbour" onKeep={nothing} onSend={nothing} />,
  );
  return badge + actions;
}

function formOn(capabilities: Capabilities): Promise<string> {
  const target = noteTargetOf(aCaseView({ capabilities, reports: [aCaseReport()] }));
  const rest = { draft: 'A word', onDraft: nothing, onAdd: async () => true, fieldRef: { current: null } };
  return markupOf(<NoteForm {...rest} target={target} />);
}

const buttons = (markup: string) => ['Send again', 'Keep it only here'].filter((label) => markup.includes(label));

describe('a note on its way', () => {
  it.each([
    ['waiting', { errorCode: null, canKeep: true }, 'To be sent to', ['Keep it only here']],
    ['waiting', { errorCode: null, canKeep: false }, 'To be sent to', []],
    ['sending', { errorCode: 'timeout', canKeep: false }, 'Being sent to', []],
    ['sent', { errorCode: null, canKeep: false }, 'Also on', []],
    ['failed', { errorCode: 'forbidden', canKeep: true }, 'may not do that', ['Send again', 'Keep it only here']],
    ['asking', { errorCode: null, canKeep: true }, 'Nobody can say', ['Send again', 'Keep it only here']],
    ['kept', { errorCode: null, canKeep: false }, 'Only here', []],
  ] as const)('says how it stands and what can be done: %s %o', async (state, rest, says, offers) => {
    const markup = await shown({ state, ...rest });
    expect(markup).toContain(says);
    expect(buttons(markup)).toEqual(offers);
  });
});

describe('where a note may go', () => {
  it('is nowhere but here on a server that takes none', async () => {
    expect(noteTargetOf(aCaseView({ capabilities: mastodonLike, reports: [aCaseReport()] }))).toBeNull();
    expect(await formOn(takingNotes)).toContain('The team, only here');
    expect(await formOn(mastodonLike)).not.toContain('only here');
  });

  it('is the open report first, and never one that is gone', () => {
    const reports = [
      aCaseReport({ reportId: 1, remoteState: 'gone' }),
      aCaseReport({ reportId: 2, remoteState: 'resolved' }),
      aCaseReport({ reportId: 3, remoteState: 'open' }),
    ];
    const capabilities = { ...takingNotes, longestNote: 2000 };
    const target = noteTargetOf(aCaseView({ capabilities, reports }));
    expect(target?.reports.map(({ reportId }) => reportId)).toEqual([3, 2]);
    expect(target?.longest).toBe(2000);
    expect(noteTargetOf(aCaseView({ capabilities, reports: reports.slice(0, 1) }))).toBeNull();
  });
});

describe('what colleagues noted', () => {
  it('is covered, with who wrote it or that nobody says who', async () => {
    const notes = [
      { noteId: 1, author: 'ines', body: 'Known from elsewhere', writtenAt: null },
      { noteId: 2, author: null, body: 'Of the whole team', writtenAt: null },
    ];
    const markup = await markupOf(<ColleagueNotes notes={notes} community="Harbour" />);
    expect(markup).toContain('ines');
    expect(markup).toContain('The server does not say who');
    expect(markup.match(/Text covered|Known from elsewhere|Of the whole team/g)).toHaveLength(2);
    expect(await markupOf(<ColleagueNotes notes={[]} community="Harbour" />)).toBe('');
  });
});
