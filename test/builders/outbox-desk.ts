import { expect } from 'vitest';
import { listActionsOfDecision } from '../../electron/data/store/actions/queries.ts';
import type { SendPoint } from '../../electron/data/sync/tools.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { testSettlingMs } from './bare-desk.ts';
import { FakePlatform } from './fake-platform.ts';
import { SyncDesk } from './sync-desk.ts';

/** A platform with one open report about each author, and a desk that has read them. */
export async function anOutboxDesk(platform = new FakePlatform(), authors: readonly string[] = ['ada']) {
  for (const author of authors) platform.addReport(author);
  const desk = new SyncDesk({ connector: platform.connector(), capabilities: platform.capabilities });
  expect(await desk.pull()).toBe('complete');
  return { platform, desk };
}

/** States of what a decision asks of the platform, in the order it is sent. */
export function statesOf(desk: SyncDesk, id: DecisionId): readonly string[] {
  return listActionsOfDecision(desk.context.write, id).map((one) => one.state);
}

/** The open case. Throws where there is none. */
export function onlyCase(desk: SyncDesk) {
  const [row] = desk.openCases();
  if (!row) throw new Error('no open case');
  return row;
}

/** Sends until the process is gone: at that point of the first call, nothing left but the file. */
export async function crashAt(desk: SyncDesk, point: SendPoint): Promise<void> {
  desk.reached = (reached) => {
    if (reached === point) throw new Error('gone');
  };
  await expect(desk.push()).rejects.toThrow('gone');
  desk.reached = () => undefined;
  desk.restart();
}

/** Every pass that could still send something by itself. */
export async function pushToTheEnd(desk: SyncDesk): Promise<void> {
  for (let pass = 0; pass < 6; pass += 1) {
    await desk.push();
    desk.advance(testSettlingMs + 60 * 60_000);
  }
}
