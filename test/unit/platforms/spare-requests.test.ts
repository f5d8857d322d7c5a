import { describe, expect, it } from 'vitest';
import { RequestBudget } from '../../../electron/data/platforms/http/request-budget.ts';
import { withSpareRequests } from '../../../electron/data/platforms/http/spare-requests.ts';

const limits = { requests: 60, windowMs: 60_000, pages: 40, pageWindowMs: 60_000, keptForWrites: 10 };

function takeAll(take: () => void): number {
  for (let taken = 0; ; taken += 1) {
    try {
      take();
    } catch {
      return taken;
    }
  }
}

describe('requests that can wait', () => {
  it('leave half of what reading may have, and what is kept for decisions', () => {
    const budget = new RequestBudget(limits);
    expect(withSpareRequests(() => takeAll(() => budget.take('read', 1_000)))).toBe(25);
    expect(takeAll(() => budget.take('read', 1_000))).toBe(25);
    expect(takeAll(() => budget.take('write', 1_000))).toBe(10);
  });

  it('leave half of the pages', () => {
    const budget = new RequestBudget(limits);
    expect(withSpareRequests(() => takeAll(() => budget.take('page', 1_000)))).toBe(20);
    expect(takeAll(() => budget.take('page', 1_000))).toBe(20);
  });

  it('may leave when the window has gone by, and say when that is', () => {
    const budget = new RequestBudget(limits);
    withSpareRequests(() => takeAll(() => budget.take('read', 1_000)));
    expect(() => withSpareRequests(() => budget.take('read', 2_000))).toThrow(
      expect.objectContaining({ code: 'rate-limited', retryAt: 61_000 }),
    );
    expect(() => withSpareRequests(() => budget.take('read', 61_001))).not.toThrow();
  });

  it('are told apart across what is awaited', async () => {
    const budget = new RequestBudget(limits);
    const later = async (): Promise<number> => {
      await Promise.resolve();
      return takeAll(() => budget.take('read', 1_000));
    };
    const [spare, usual] = await Promise.all([withSpareRequests(later), later()]);
    expect([spare, usual]).toEqual([25, 25]);
  });
});
