import type { CaseDraft } from '../../../shared/ipc/topics/case.ts';
import { emptyDraft, isEmptyDraft } from './decision-form.ts';

export type DraftStatus = 'clean' | 'saving' | 'saved' | 'failed';

export interface DraftEntry {
  readonly value: CaseDraft;
  readonly status: DraftStatus;
}

export type SaveDraft = (caseId: number, draft: CaseDraft | null) => Promise<unknown>;
/** Starts a delay and answers how to stop it. */
export type Delay = (run: () => void, milliseconds: number) => () => void;

/** Waiting this long after the last change keeps writing off the typing path, in milliseconds. */
export const savePause = 500;

const nothingKept: DraftEntry = { value: emptyDraft, status: 'clean' };

/**
 * What is being written about each case: shared by its panes, saved a moment after the last change and at once when the
 * case is left. A draft in memory is newer than the stored one until it is saved.
 */
export class DraftStore {
  readonly #save: SaveDraft;
  readonly #delay: Delay;
  readonly #entries = new Map<number, DraftEntry>();
  readonly #pending = new Map<number, () => void>();
  readonly #submitted = new Map<number, CaseDraft>();
  readonly #listeners = new Set<() => void>();

  constructor(save: SaveDraft, delay: Delay) {
    this.#save = save;
    this.#delay = delay;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The draft of a case; the stored one until something was changed here. */
  read(caseId: number, stored: CaseDraft | null): DraftEntry {
    const entry = this.#entries.get(caseId);
    if (entry) return entry;
    if (stored === null) return nothingKept;
    const read: DraftEntry = { value: stored, status: 'saved' };
    this.#entries.set(caseId, read);
    return read;
  }

  change(caseId: number, stored: CaseDraft | null, part: Partial<CaseDraft>): void {
    this.#put(caseId, { value: { ...this.read(caseId, stored).value, ...part }, status: 'saving' });
    this.#pending.get(caseId)?.();
    this.#pending.set(
      caseId,
      this.#delay(() => void this.flush(caseId), savePause),
    );
  }

  /** Saves now what waits to be saved. */
  async flush(caseId: number): Promise<void> {
    const stop = this.#pending.get(caseId);
    if (!stop) return;
    stop();
    this.#pending.delete(caseId);
    const { value } = this.#entries.get(caseId) ?? nothingKept;
    let status: DraftStatus = isEmptyDraft(value) ? 'clean' : 'saved';
    try {
      await this.#save(caseId, isEmptyDraft(value) ? null : value);
    } catch {
      status = 'failed';
    }
    const now = this.#entries.get(caseId);
    if (now?.value === value) this.#put(caseId, { value, status });
  }

  /** The decision was written: its words are kept in case it is taken back, the note not added yet stays a draft. */
  submitted(caseId: number, decisionId: number): void {
    const { value } = this.#entries.get(caseId) ?? nothingKept;
    this.#submitted.set(decisionId, value);
    this.#replace(caseId, { ...emptyDraft, note: value.note });
  }

  /** The decision was taken back: its words return to the form, unless something else was begun there. */
  restored(caseId: number, decisionId: number): void {
    const words = this.#submitted.get(decisionId);
    const now = this.#entries.get(caseId)?.value ?? emptyDraft;
    if (words && isEmptyDraft({ ...now, note: '' })) this.#replace(caseId, { ...words, note: now.note });
  }

  /** Forgets everything: the store was locked, and nothing of it may stay in the window. */
  clear(): void {
    for (const stop of this.#pending.values()) stop();
    this.#pending.clear();
    this.#entries.clear();
    this.#submitted.clear();
  }

  #replace(caseId: number, value: CaseDraft): void {
    this.#put(caseId, { value, status: 'saving' });
    this.#pending.get(caseId)?.();
    this.#pending.set(caseId, () => {});
    void this.flush(caseId);
  }

  #put(caseId: number, entry: DraftEntry): void {
    this.#entries.set(caseId, entry);
    for (const listener of this.#listeners) listener();
  }
}
