import { describe, expect, it } from 'vitest';
import { pageSize, QueueWindow } from '../../../renderer/features/queue/queue-window.ts';
import { ListOfCases } from '../../builders/queue-rows.ts';

async function opened(length: number): Promise<{ cases: ListOfCases; list: QueueWindow }> {
  const cases = new ListOfCases(length);
  const list = new QueueWindow(cases.fetch);
  await list.show(0, 19);
  return { cases, list };
}

const shownIds = (list: QueueWindow, count: number) =>
  Array.from({ length: count }, (_, index) => list.slot(index).row?.caseId);

describe('the window over a queue', () => {
  it('reads only the pages on screen, each once', async () => {
    const { cases, list } = await opened(100_000);
    await list.show(5, 24);
    await list.show(70_000, 70_019);
    expect(cases.asked).toEqual([
      [0, pageSize],
      [70_000, pageSize],
    ]);
    expect(list.slot(70_003).row?.caseId).toBe(70_004);
    expect(list.slot(500).row).toBeNull();
    expect(list.state().total).toBe(100_000);
  });

  it('asks once when two parts of the screen want the same page', async () => {
    const { cases, list } = await opened(1_000);
    await Promise.all([list.show(200, 220), list.show(210, 230)]);
    expect(cases.asked).toHaveLength(2);
  });

  it('lets newcomers wait and keeps the order until it is asked to refresh', async () => {
    const { cases, list } = await opened(50);
    cases.ids.unshift(900, 901, 902);
    await list.update([]);
    expect(list.state().waiting).toBe(3);
    expect(shownIds(list, 3)).toEqual([1, 2, 3]);
    await list.refresh();
    expect(list.state().waiting).toBe(0);
    expect(shownIds(list, 4)).toEqual([900, 901, 902, 1]);
  });

  it('changes what a line says without moving it', async () => {
    const { cases, list } = await opened(50);
    cases.claimedBy.set(7, 'Sam');
    await list.update([7]);
    expect(list.slot(6).row).toMatchObject({ caseId: 7, claimedBy: 'Sam' });
  });

  it('leaves a decided line in its place and does not take its leaving for a newcomer', async () => {
    const { cases, list } = await opened(50);
    list.settle(2, 'decided');
    cases.remove(2);
    await list.update([2]);
    expect(list.slot(1)).toMatchObject({ settled: 'decided', row: { caseId: 2 } });
    expect(list.state()).toMatchObject({ waiting: 0, settled: 1 });
    cases.ids.push(999);
    await list.update([]);
    expect(list.state().waiting).toBe(1);
  });

  it('says that a line moved on when a colleague decided it', async () => {
    const { cases, list } = await opened(50);
    cases.remove(4);
    await list.update([4]);
    expect(list.slot(3).settled).toBe('moved');
    expect(list.state().waiting).toBe(0);
  });

  it('skips no line on later pages after lines were decided', async () => {
    const { cases, list } = await opened(300);
    for (const caseId of [1, 2, 3]) list.settle(caseId, 'decided');
    cases.remove(1, 2, 3);
    await list.show(100, 120);
    expect(list.slot(100).row?.caseId).toBe(101);
    expect(list.slot(199).row?.caseId).toBe(200);
  });

  it('takes a line back when the decision is undone', async () => {
    const { list } = await opened(10);
    list.settle(5, 'decided');
    list.unsettle(5);
    expect(list.slot(4).settled).toBeNull();
    expect(list.state().settled).toBe(0);
  });

  it('finds the next line to be done, across lines dealt with and across pages', async () => {
    const { cases, list } = await opened(205);
    list.settle(1, 'decided');
    list.settle(2, 'decided');
    expect((await list.nextOpen(0, 1))?.row?.caseId).toBe(3);
    expect(await list.nextOpen(2, -1)).toBeNull();
    await list.show(99, 99);
    expect((await list.nextOpen(99, 1))?.index).toBe(100);
    expect(cases.asked.some(([offset]) => offset > 0)).toBe(true);
    expect(await list.nextOpen(204, 1)).toBeNull();
  });

  it('passes over what a colleague holds', async () => {
    const cases = new ListOfCases(5);
    cases.claimedBy.set(2, 'Sam');
    const list = new QueueWindow(cases.fetch);
    await list.show(0, 5);
    expect((await list.nextOpen(0, 1))?.row?.caseId).toBe(3);
  });

  it('shows the error of the first reading and recovers by refresh', async () => {
    const cases = new ListOfCases(3);
    cases.fails = new Error('no');
    const list = new QueueWindow(cases.fetch);
    await list.show(0, 10);
    expect(list.state().phase).toBe('error');
    cases.fails = null;
    await list.refresh();
    expect(list.state()).toMatchObject({ phase: 'ready', total: 3, error: null });
  });

  it('ignores an answer that comes after a refresh', async () => {
    const cases = new ListOfCases(500);
    let letGo = () => {};
    const late = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let slow = false;
    const list = new QueueWindow(async (offset, limit) => {
      const answer = await cases.fetch(offset, limit);
      if (slow) await late;
      return answer;
    });
    await list.show(0, 10);
    slow = true;
    const old = list.show(300, 310);
    slow = false;
    cases.ids = cases.ids.map((id) => id + 10_000);
    await list.refresh();
    letGo();
    await old;
    await list.show(300, 310);
    expect(list.slot(300).row?.caseId).toBe(10_301);
  });

  it('keeps a bounded number of pages in memory', async () => {
    const { list } = await opened(100_000);
    for (let page = 1; page <= 60; page += 1) await list.show(page * pageSize, page * pageSize + 10);
    const inMemory = Array.from({ length: 61 }, (_, page) => list.slot(page * pageSize).row !== null).filter(Boolean);
    expect(inMemory.length).toBeLessThanOrEqual(41);
    expect(list.slot(60 * pageSize).row).not.toBeNull();
  });
});
