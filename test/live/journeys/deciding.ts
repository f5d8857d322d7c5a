import type { RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { insist } from '../insist.ts';
import type { Journey, Outcome } from '../journey.ts';
import { putBack } from '../put-back.ts';
import type { Visit } from '../visit.ts';

const noteText = 'Hearth live suite: this note is taken away again';

/** Why nothing may be done to the chosen report, or null. */
function hindered({ settings, chosen }: Visit): { couldNot: string } | null {
  if (settings.readOnly) return { couldNot: 'HEARTH_LIVE_READ_ONLY is set' };
  return chosen === null ? { couldNot: 'there is no open report' } : null;
}

const assign: Journey = {
  name: 'take a report, and give it back',
  async run(visit) {
    const hindrance = hindered(visit);
    if (hindrance || visit.chosen === null) return hindrance ?? { couldNot: 'there is no open report' };
    const { remoteId, assignedTo } = visit.chosen;
    if (!visit.facts.capabilities.assign) return { couldNot: 'reports can’t be taken here' };
    if (assignedTo !== null) return { couldNot: 'somebody holds the report' };
    try {
      await visit.perform('report.assign', remoteId);
      const ours = visit.facts.accountHandle;
      const look = () => visit.report(remoteId);
      await visit.until(look, (report) => report.assignedTo === ours, 'the report does not show that we took it');
    } finally {
      await visit.perform('report.unassign', remoteId);
    }
    const look = () => visit.report(remoteId);
    await visit.until(look, (report) => report.assignedTo === null, 'the report is still taken');
    return { did: 'taken, seen as ours, given back' };
  },
};

/** Closes the chosen report, looks, and opens it again, also when looking went wrong. */
async function closeAndReopen(visit: Visit, remoteId: string, how: { upheld: boolean; text: string }): Promise<void> {
  const look = () => visit.report(remoteId);
  try {
    await visit.perform('report.resolve', remoteId, how);
    const ours = visit.facts.accountHandle;
    const closed = await visit.until(look, ({ state }) => state === 'resolved', 'the report does not show as closed');
    insist(closed.resolvedBy === null || closed.resolvedBy === ours, 'somebody else is said to have closed it');
    insist(closed.version !== visit.chosen?.version, 'the version did not change though the report was closed');
  } finally {
    await visit.perform('report.reopen', remoteId);
  }
  await visit.until(look, ({ state }) => state === 'open', 'the report does not show as open again');
}

function resolving(name: string, how: { upheld: boolean }): Journey {
  return {
    name,
    async run(visit): Promise<Outcome> {
      const hindrance = hindered(visit);
      if (hindrance || visit.chosen === null) return hindrance ?? { couldNot: 'there is no open report' };
      const { resolve, reopen } = visit.facts.capabilities;
      if (!resolve) return { couldNot: 'reports can’t be closed by this account' };
      if (!reopen) return { couldNot: 'what is closed here can’t be opened again, so it is left alone' };
      await closeAndReopen(visit, visit.chosen.remoteId, { ...how, text: '' });
      return { did: 'closed, seen as closed by us, opened again' };
    },
  };
}

const note: Journey = {
  name: 'say why when closing, and take the words away again',
  async run(visit) {
    const hindrance = hindered(visit);
    if (hindrance || visit.chosen === null) return hindrance ?? { couldNot: 'there is no open report' };
    const { resolveWithComment, reopen } = visit.facts.capabilities;
    const removeNotes = putBack[visit.settings.platform]?.removeNotes;
    if (!resolveWithComment) return { couldNot: 'there is no place for words here' };
    if (!removeNotes || !reopen) return { couldNot: 'words can’t be taken away again here' };
    const { remoteId } = visit.chosen;
    const away = () => removeNotes(visit.http(visit.settings.token), remoteId, noteText, visit.signal);
    try {
      await closeAndReopen(visit, remoteId, { upheld: true, text: noteText });
      insist(isNoted(await visit.report(remoteId)), 'the words are nowhere to be seen');
    } finally {
      await away();
    }
    const look = () => visit.report(remoteId);
    await visit.until(look, (report) => !isNoted(report), 'the words are still there');
    return { did: 'written, seen, taken away' };
  },
};

const leaveNote: Journey = {
  name: 'leave a note for colleagues, and take it away again',
  async run(visit) {
    const hindrance = hindered(visit);
    if (hindrance || visit.chosen === null) return hindrance ?? { couldNot: 'there is no open report' };
    const removeNotes = putBack[visit.settings.platform]?.removeNotes;
    if (visit.facts.capabilities.notes !== true) return { couldNot: 'no notes can be left here' };
    if (!removeNotes) return { couldNot: 'notes can’t be taken away again here' };
    const { remoteId, version } = visit.chosen;
    const look = () => visit.report(remoteId);
    try {
      await visit.perform('report.note', remoteId, { upheld: null, text: noteText });
      const noted = await visit.until(look, isNoted, 'the note is nowhere to be seen');
      const own = noted.notes.find(({ text }) => text === noteText);
      insist(own?.author === visit.facts.accountHandle, 'somebody else is said to have written it');
      insist(noted.version === version, 'the version changed though only a note was left');
    } finally {
      await removeNotes(visit.http(visit.settings.token), remoteId, noteText, visit.signal);
    }
    await visit.until(look, (report) => !isNoted(report), 'the note is still there');
    return { did: 'left, seen as ours, taken away' };
  },
};

function isNoted({ notes }: Pick<RemoteReport, 'notes'>): boolean {
  return notes.some(({ text }) => text === noteText);
}

export const deciding: readonly Journey[] = [
  assign,
  resolving('uphold a report, and open it again', { upheld: true }),
  resolving('turn a report down, and open it again', { upheld: false }),
  note,
  leaveNote,
];
