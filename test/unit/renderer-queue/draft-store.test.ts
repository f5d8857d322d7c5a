import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../renderer/features/case/decision-form.ts';
import { DraftStore } from '../../../renderer/features/case/draft-store.ts';
import type { CaseDraft } from '../../../shared/ipc/topics/case.ts';
import { aDraft } from '../../builders/case-views.ts';

/** A store whose pause ends when the test says so. */
function desk() {
  const saved: [number, CaseDraft | null][] = [];
  const waiting: { run: () => void; stopped: boolean }[] = [];
  let fails = false;
  const store = new DraftStore(
    async (caseId, draft) => {
      if (fails) throw new Error('disk full');
      saved.push([caseId, draft]);
    },
    (run) => {
      const entry = { run, stopped: false };
      waiting.push(entry);
      return () => {
        entry.stopped = true;
      };
    },
  );
  return {
    store,
    saved,
    fail: () => {
      fails = true;
    },
    pauseEnds: async () => {
      for (const { run, stopped } of waiting.splice(0)) if (!stopped) run();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('drafts', () => {
  it('saves once after the last change', async () => {
    const { store, saved, pauseEnds } = desk();
    store.change(1, null, { reasonInternal: 'a' });
    store.change(1, null, { reasonInternal: 'ab' });
    expect(store.read(1, null).status).toBe('saving');
    await pauseEnds();
    expect(saved).toEqual([[1, { ...emptyDraft, reasonInternal: 'ab' }]]);
    expect(store.read(1, null).status).toBe('saved');
  });

  it('begins with what was kept and adds to it', () => {
    const { store } = desk();
    store.change(1, aDraft({ reasonInternal: 'kept' }), { finding: 'not-upheld' });
    expect(store.read(1, null).value).toMatchObject({ reasonInternal: 'kept', finding: 'not-upheld' });
  });

  it('saves at once when the case is left, and removes a draft that became empty', async () => {
    const { store, saved } = desk();
    store.change(1, null, { note: 'x' });
    await store.flush(1);
    store.change(1, null, { note: '' });
    await store.flush(1);
    await store.flush(1);
    expect(saved).toEqual([
      [1, { ...emptyDraft, note: 'x' }],
      [1, null],
    ]);
  });

  it('keeps the text and says so when it cannot be saved', async () => {
    const { store, fail } = desk();
    fail();
    store.change(1, null, { reasonInternal: 'mine' });
    await store.flush(1);
    expect(store.read(1, null)).toMatchObject({ status: 'failed', value: { reasonInternal: 'mine' } });
  });

  it('empties the form after deciding, keeps the note, and gives the words back on undo', () => {
    const { store } = desk();
    store.change(1, null, aDraft({ note: 'still writing' }));
    store.submitted(1, 77);
    expect(store.read(1, null).value).toEqual({ ...emptyDraft, note: 'still writing' });
    store.restored(1, 77);
    expect(store.read(1, null).value).toEqual(aDraft({ note: 'still writing' }));
  });

  it('does not overwrite what was begun after deciding', () => {
    const { store } = desk();
    store.change(1, null, aDraft());
    store.submitted(1, 77);
    store.change(1, null, { finding: 'bad-faith' });
    store.restored(1, 77);
    expect(store.read(1, null).value.finding).toBe('bad-faith');
  });

  it('forgets everything when the store is locked, also what waited to be saved', async () => {
    const { store, saved, pauseEnds } = desk();
    store.change(1, null, aDraft());
    store.clear();
    await pauseEnds();
    expect(saved).toEqual([]);
    expect(store.read(1, null).value).toEqual(emptyDraft);
  });
});
