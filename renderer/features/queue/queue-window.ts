import type { QueuePage, QueueRow } from '../../../shared/ipc/topics/queue.ts';

export const pageSize = 100;
/** Pages kept in memory: about 4,000 rows, enough to scroll back without asking again, small enough to stay unnoticed. */
const keptPages = 40;

export type FetchPage = (offset: number, limit: number) => Promise<QueuePage>;

/** Why a row that is still shown would no longer be in this view if the list were read again. */
export type Settled = 'decided' | 'moved';

/** One line of the list: its row once read, and whether it has been dealt with since. */
export interface Slot {
  readonly index: number;
  readonly row: QueueRow | null;
  readonly settled: Settled | null;
}

export interface WindowState {
  readonly phase: 'loading' | 'ready' | 'error';
  /** Lines in the list as it was when it was read. */
  readonly total: number;
  /** Cases that joined this view since and wait to be let in. */
  readonly waiting: number;
  /** Lines dealt with since the list was read; they leave with the next refresh. */
  readonly settled: number;
  readonly error: unknown;
  /** Counts up with every change, so that a subscriber can compare by identity. */
  readonly version: number;
}

interface LoadedPage {
  rows: QueueRow[];
  usedAt: number;
}

/**
 * A window over a list of any length that never moves under the reader. The order is fixed when the list is read; rows
 * change their content in place, lines dealt with stay until the next refresh, and newcomers are only counted.
 */
export class QueueWindow {
  readonly #fetch: FetchPage;
  readonly #pages = new Map<number, LoadedPage>();
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #settled = new Map<number, { index: number; why: Settled }>();
  readonly #listeners = new Set<() => void>();
  #generation = 0;
  #clock = 0;
  #visible: readonly [number, number] = [0, 0];
  #state: WindowState = { phase: 'loading', total: 0, waiting: 0, settled: 0, error: null, version: 0 };

  constructor(fetch: FetchPage) {
    this.#fetch = fetch;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): WindowState => this.#state;

  /** The line at an index; its row is null while the page is on its way. */
  slot(index: number): Slot {
    const row = this.#pages.get(Math.floor(index / pageSize))?.rows[index % pageSize] ?? null;
    return { index, row, settled: row ? (this.#settled.get(row.caseId)?.why ?? null) : null };
  }

  /** Where a case stands, or -1 when its page is not in memory. */
  indexOf(caseId: number): number {
    for (const [page, { rows }] of this.#pages) {
      const at = rows.findIndex((row) => row.caseId === caseId);
      if (at >= 0) return page * pageSize + at;
    }
    return -1;
  }

  /** Says which lines are on screen; reads the pages they need. Resolves when those are in memory. */
  async show(first: number, last: number): Promise<void> {
    this.#visible = [first, last];
    const wanted = this.#pagesBetween(first, last);
    for (const page of wanted) {
      const loaded = this.#pages.get(page);
      if (loaded) loaded.usedAt = ++this.#clock;
    }
    await Promise.all(wanted.filter((page) => !this.#pages.has(page)).map((page) => this.#load(page)));
  }

  /** Reads the list anew: newcomers come in, lines dealt with go. What is on screen stays until the answer is there. */
  async refresh(): Promise<void> {
    const generation = ++this.#generation;
    this.#underWay.clear();
    const [first, last] = this.#visible;
    try {
      const pages = await Promise.all(
        this.#pagesBetween(first, last).map(async (page) => ({
          page,
          answer: await this.#fetch(page * pageSize, pageSize),
        })),
      );
      if (generation !== this.#generation) return;
      this.#pages.clear();
      this.#settled.clear();
      for (const { page, answer } of pages) this.#keep(page, answer.rows);
      this.#change({ phase: 'ready', total: pages[0]?.answer.total ?? 0, waiting: 0, settled: 0, error: null });
    } catch (error) {
      if (generation === this.#generation) this.#change({ phase: 'error', error });
    }
  }

  /**
   * Reads what is on screen again without changing the order. `changed` names the cases that may have changed, empty
   * means any: a line of one of them that is no longer found has moved on.
   */
  async update(changed: readonly number[]): Promise<void> {
    const generation = this.#generation;
    const loaded = this.#pagesBetween(...this.#visible).filter((page) => this.#pages.has(page));
    const answers = await Promise.all(loaded.map((page) => this.#fetch(this.#offsetOf(page), pageSize)));
    const [first] = answers;
    if (generation !== this.#generation || !first) return;
    const fresh = new Map(answers.flatMap((answer) => answer.rows.map((row) => [row.caseId, row] as const)));
    for (const [page, { rows }] of this.#pages) {
      for (const [at, row] of rows.entries()) {
        const newer = fresh.get(row.caseId);
        if (newer) rows[at] = newer;
        else if (loaded.includes(page) && changed.includes(row.caseId))
          this.#note(row.caseId, page * pageSize + at, 'moved');
      }
    }
    const staying = this.#state.total - this.#settled.size;
    this.#change({ waiting: Math.max(0, first.total - staying), settled: this.#settled.size });
  }

  /** Marks a case as dealt with by this person; its line stays where it is. */
  settle(caseId: number, why: Settled): void {
    const index = this.indexOf(caseId);
    if (index < 0) return;
    this.#note(caseId, index, why);
    this.#change({ settled: this.#settled.size });
  }

  /** The decision was taken back: the line counts again. */
  unsettle(caseId: number): void {
    if (this.#settled.delete(caseId)) this.#change({ settled: this.#settled.size });
  }

  /** The nearest line still to be done and not in a colleague's hands, reading on where needed; null at the end. */
  async nextOpen(from: number, step: 1 | -1): Promise<Slot | null> {
    for (let index = from + step; index >= 0 && index < this.#state.total; index += step) {
      if (!this.slot(index).row) await this.#load(Math.floor(index / pageSize));
      const slot = this.slot(index);
      if (!slot.row) return null;
      const isHeld = slot.row.claimedBy !== null && !slot.row.claimedByMe;
      if (!slot.settled && !isHeld) return slot;
    }
    return null;
  }

  #note(caseId: number, index: number, why: Settled): void {
    if (this.#settled.get(caseId)?.why !== 'decided') this.#settled.set(caseId, { index, why });
  }

  /** Lines dealt with have left the list on the trusted side: later pages begin that much earlier there. */
  #offsetOf(page: number): number {
    const start = page * pageSize;
    const gone = [...this.#settled.values()].filter(({ index }) => index < start).length;
    return Math.max(0, start - gone);
  }

  #pagesBetween(first: number, last: number): number[] {
    const from = Math.floor(Math.max(0, first) / pageSize);
    const to = Math.floor(Math.max(first, last, 0) / pageSize);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  }

  #load(page: number): Promise<void> {
    const running = this.#underWay.get(page);
    if (running !== undefined) return running;
    const generation = this.#generation;
    const load: Promise<void> = this.#read(page, generation).finally(() => {
      if (this.#underWay.get(page) === load) this.#underWay.delete(page);
    });
    this.#underWay.set(page, load);
    return load;
  }

  async #read(page: number, generation: number): Promise<void> {
    try {
      const answer = await this.#fetch(this.#offsetOf(page), pageSize);
      if (generation !== this.#generation) return;
      this.#keep(page, answer.rows);
      const first = this.#state.phase !== 'ready';
      this.#change(first ? { phase: 'ready', total: answer.total, error: null } : {});
    } catch (error) {
      if (generation === this.#generation) this.#change({ phase: 'error', error });
    }
  }

  #keep(page: number, rows: readonly QueueRow[]): void {
    this.#pages.set(page, { rows: [...rows], usedAt: ++this.#clock });
    if (this.#pages.size <= keptPages) return;
    const seen = this.#pagesBetween(...this.#visible);
    const oldest = [...this.#pages].filter(([key]) => !seen.includes(key)).sort((a, b) => a[1].usedAt - b[1].usedAt)[0];
    if (oldest) this.#pages.delete(oldest[0]);
  }

  #change(part: Partial<WindowState>): void {
    this.#state = { ...this.#state, ...part, version: this.#state.version + 1 };
    for (const listener of this.#listeners) listener();
  }
}
