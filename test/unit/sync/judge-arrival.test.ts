import { describe, expect, it } from 'vitest';
import { judgeArrival } from '../../../electron/data/sync/outbox/judge-arrival.ts';
import { movedOn, type OwnDoings } from '../../../electron/data/sync/outbox/own-doings.ts';
import type { ActionKind } from '../../../shared/domain/action.ts';
import { accountOnlyFacts, type ReportFacts } from '../../../shared/domain/report-facts.ts';
import { goToSocialLike, mastodonLike } from '../../builders/like-platforms.ts';

const us = 'moderator';
const open: ReportFacts = {
  ...accountOnlyFacts('active', 0),
  state: 'open',
  version: 'v1',
  postIds: ['p1', 'p2'],
  updatedAt: 1,
};

function changedTo(change: Partial<ReportFacts>): ReportFacts {
  return { ...open, version: 'v2', ...change };
}

const byUs = { state: 'resolved', resolvedBy: us, resolvedAt: 5 } as const;
const byThem = { state: 'resolved', resolvedBy: 'colleague', resolvedAt: 5 } as const;

describe('what became of a request', () => {
  it.each<[ActionKind, Partial<ReportFacts>, Partial<ReportFacts>, string]>([
    ['report.resolve', {}, byUs, 'arrived'],
    ['report.resolve', {}, {}, 'not-seen'],
    ['report.resolve', {}, byThem, 'unclear'],
    ['report.resolve', byThem, byThem, 'not-seen'],
    ['report.resolve', {}, { state: 'gone' }, 'unclear'],
    ['report.resolve', { state: 'gone' }, { state: 'gone' }, 'not-seen'],
    ['report.resolve', {}, { updatedAt: 2 }, 'unclear'],
    ['report.resolve', {}, { updatedAt: null }, 'not-seen'],
    ['account.warn', {}, byUs, 'arrived'],
    ['account.warn', {}, {}, 'not-seen'],
    ['account.warn', byUs, { ...byUs, resolvedAt: 6 }, 'arrived'],
    ['account.warn', byUs, byUs, 'no-trace'],
    ['account.warn', {}, byThem, 'unclear'],
    ['account.warn', {}, { updatedAt: 2 }, 'unclear'],
    ['account.warn', {}, { updatedAt: null }, 'unproven'],
    ['account.warn', { updatedAt: null }, {}, 'unproven'],
    ['account.warn', {}, { ...byUs, updatedAt: null }, 'arrived'],
    ['account.warn', byUs, { ...byUs, updatedAt: 2 }, 'no-trace'],
    ['account.warn', { state: 'gone' }, { state: 'gone' }, 'unproven'],
    ['account.silence', {}, { ...byUs, accountState: 'silenced' }, 'arrived'],
    ['account.silence', {}, {}, 'not-seen'],
    ['account.silence', {}, { ...byThem, accountState: 'silenced' }, 'unclear'],
    ['account.silence', {}, { accountState: 'silenced' }, 'unclear'],
    ['account.silence', {}, byUs, 'unclear'],
    ['account.silence', {}, { updatedAt: 2 }, 'unclear'],
    ['account.silence', {}, { updatedAt: null }, 'unproven'],
    ['account.silence', byThem, byThem, 'unproven'],
    ['account.silence', { accountState: 'silenced' }, { ...byUs, accountState: 'silenced' }, 'arrived'],
    ['account.silence', { ...byThem, accountState: 'silenced' }, { ...byThem, accountState: 'silenced' }, 'no-trace'],
    ['account.silence', byThem, { ...byThem, accountState: 'silenced' }, 'arrived'],
    ['account.undo-silence', { accountState: 'silenced' }, {}, 'arrived'],
    ['account.undo-silence', { accountState: 'silenced' }, { accountState: 'silenced' }, 'not-seen'],
    ['account.undo-silence', { accountState: 'silenced' }, { accountState: 'silenced', updatedAt: 2 }, 'not-seen'],
    ['report.assign', {}, { assignedTo: us }, 'arrived'],
    ['report.assign', {}, { assignedTo: 'colleague' }, 'not-seen'],
    ['report.reopen', byUs, {}, 'arrived'],
  ])('%s: %o, then %o: %s', (kind, before, now, verdict) => {
    const community = { accountHandle: us, capabilities: mastodonLike };
    expect(
      judgeArrival(
        { kind, report_id: 1 as never, target_remote_id: 'p1' },
        community,
        changedTo(before),
        changedTo(now),
      ),
    ).toBe(verdict);
  });

  it('can’t tell by facts that an earlier version of Hearth stored', () => {
    const community = { accountHandle: us, capabilities: mastodonLike };
    const { updatedAt: _updatedAt, ...earlier } = open;
    const judge = (kind: ActionKind): string =>
      judgeArrival({ kind, report_id: 1 as never, target_remote_id: 'p1' }, community, earlier, open);
    expect([judge('account.warn'), judge('account.silence')]).toEqual(['unproven', 'unproven']);
    expect(judge('report.resolve')).toBe('not-seen');
  });

  it('goes by the account alone where a sanction closes nothing', () => {
    const community = { accountHandle: us, capabilities: goToSocialLike };
    const judge = (before: string, now: string): string =>
      judgeArrival(
        { kind: 'account.suspend', report_id: 1 as never, target_remote_id: 'p1' },
        community,
        changedTo({ accountState: before }),
        changedTo({ accountState: now }),
      );
    expect(judge('active', 'suspended')).toBe('arrived');
    expect(judge('active', 'active')).toBe('not-seen');
    expect(judge('suspended', 'suspended')).toBe('no-trace');
  });

  it.each<['post.remove' | 'post.restore', string[], boolean, string]>([
    ['post.remove', ['p2'], false, 'arrived'],
    ['post.remove', ['p2'], true, 'arrived'],
    ['post.remove', ['p1', 'p2'], false, 'not-seen'],
    // A colleague may have put it back.
    ['post.remove', ['p1', 'p2'], true, 'unproven'],
    ['post.restore', ['p1'], true, 'arrived'],
    ['post.restore', [], true, 'unproven'],
  ])('%s goes by the posts of the report: %o, restorable %s: %s', (kind, postIds, restorePost, verdict) => {
    const community = { accountHandle: us, capabilities: { ...mastodonLike, removePost: true, restorePost } };
    const action = { kind, report_id: 1 as never, target_remote_id: 'p1' };
    expect(judgeArrival(action, community, open, changedTo({ postIds }))).toBe(verdict);
    expect(judgeArrival(action, community, open, changedTo({ postIds, state: 'gone' }))).toBe('unclear');
  });
});

describe('what counts as moved on', () => {
  const noPosts = { postsDown: new Set<string>(), postsUp: new Set<string>(), seenClosed: false };
  const nothing: OwnDoings = { handle: us, accountStates: new Set(), resolved: false, ...noPosts };
  const silenced: OwnDoings = { handle: us, accountStates: new Set(['silenced']), resolved: true, ...noPosts };
  const warned: OwnDoings = { ...nothing, resolved: true, seenClosed: true };
  const suspended: OwnDoings = { handle: us, accountStates: new Set(['suspended']), resolved: true, ...noPosts };

  it.each<[string, Partial<ReportFacts>, OwnDoings, readonly string[] | null]>([
    ['a colleague resolved it', byThem, nothing, ['state', 'resolvedBy']],
    ['our sanction resolved it', { ...byUs, accountState: 'silenced' }, silenced, null],
    ['our account resolved it, and Hearth did not', byUs, nothing, ['state', 'resolvedBy']],
    ['somebody else sanctioned', { accountState: 'suspended' }, silenced, ['account']],
    ['what our warning closed is open again', {}, warned, ['state']],
    ['it is still closed by our warning', byUs, warned, null],
    ['a colleague took it', { assignedTo: 'colleague' }, nothing, ['assigned']],
    ['we hold it', { assignedTo: us }, nothing, null],
    ['a post is gone', { postIds: ['p1'] }, nothing, ['posts']],
    ['our suspension took the posts', { ...byUs, accountState: 'suspended', postIds: [] }, suspended, null],
    ['what is to be down is down', { postIds: ['p2'] }, { ...nothing, postsDown: new Set(['p1']) }, null],
    ['another post is gone too', { postIds: [] }, { ...nothing, postsDown: new Set(['p1']) }, ['posts']],
    ['what is to be up is up', { postIds: ['p1', 'p2', 'p3'] }, { ...nothing, postsUp: new Set(['p3']) }, null],
    ['a post came', { ...byUs, accountState: 'suspended', postIds: ['p3'] }, suspended, ['posts']],
    ['it was filed anew', { category: 'spam' }, silenced, ['category']],
    ['it is gone', { state: 'gone' }, silenced, ['gone']],
    ['something did that nobody names', {}, nothing, []],
  ])('%s', (_name, change, own, moved) => {
    expect(movedOn(open, changedTo(change), own)).toEqual(moved);
  });

  it('is nothing when the version stands, whatever else was changed', () => {
    expect(movedOn(open, { ...open, readAt: 9, updatedAt: 9 }, nothing)).toBeNull();
  });
});
