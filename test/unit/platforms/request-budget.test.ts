import { describe, expect, it } from 'vitest';
import {
  RequestBudget,
  RequestBudgets,
  type RequestKind,
} from '../../../electron/data/platforms/http/request-budget.ts';
import type { PlatformError } from '../../../electron/data/platforms/platform.ts';

const limits = { requests: 10, windowMs: 1_000, pages: 4, pageWindowMs: 5_000, keptForWrites: 2 };

function takeUntilRefused(
  budget: RequestBudget,
  kind: RequestKind,
  now: number,
): { taken: number; retryAt: number | null } {
  for (let taken = 0; taken < 1_000; taken += 1) {
    try {
      budget.take(kind, now);
    } catch (error) {
      expect(error).toMatchObject({ code: 'rate-limited', mayHaveArrived: false });
      return { taken, retryAt: (error as PlatformError).retryAt };
    }
  }
  return { taken: 1_000, retryAt: null };
}

describe('the budget of one server', () => {
  it('lets reads leave something over for writes', () => {
    const budget = new RequestBudget(limits);
    expect(takeUntilRefused(budget, 'read', 100).taken).toBe(8);
    expect(takeUntilRefused(budget, 'write', 100)).toEqual({ taken: 2, retryAt: 1_100 });
  });

  it('slides: what is older than the window no longer counts', () => {
    const budget = new RequestBudget(limits);
    takeUntilRefused(budget, 'write', 0);
    expect(takeUntilRefused(budget, 'write', 999).taken).toBe(0);
    expect(takeUntilRefused(budget, 'write', 1_000).taken).toBe(10);
  });

  it('counts pages in a longer window of their own', () => {
    const budget = new RequestBudget(limits);
    expect(takeUntilRefused(budget, 'page', 0)).toEqual({ taken: 4, retryAt: 5_000 });
    expect(takeUntilRefused(budget, 'read', 0).taken).toBe(4);
    expect(takeUntilRefused(budget, 'page', 2_000).taken).toBe(0);
  });

  it('believes a server that says its window is empty, whoever emptied it', () => {
    const budget = new RequestBudget(limits);
    budget.learn(new Headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': new Date(900).toISOString() }), 100);
    expect(takeUntilRefused(budget, 'write', 200)).toEqual({ taken: 0, retryAt: 900 });
    expect(takeUntilRefused(budget, 'write', 900).taken).toBe(10);
  });

  it('stops only pages when only pages were refused', () => {
    const budget = new RequestBudget(limits);
    budget.refused('page', new Headers({ 'x-ratelimit-remaining': '50' }), 4_000);
    expect(takeUntilRefused(budget, 'page', 0).taken).toBe(0);
    expect(takeUntilRefused(budget, 'write', 0).taken).toBe(10);
  });

  it('does not wait for times that a clock set back has put into the future', () => {
    const budget = new RequestBudget(limits);
    takeUntilRefused(budget, 'write', 1_000_000);
    expect(takeUntilRefused(budget, 'write', 10).taken).toBe(10);
  });

  it('is one for all connectors to a server', () => {
    const budgets = new RequestBudgets();
    expect(budgets.of('https://a.example')).toBe(budgets.of('https://a.example'));
    expect(budgets.of('https://a.example')).not.toBe(budgets.of('https://b.example'));
  });
});
