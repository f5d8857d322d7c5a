import type { ReportCategory } from '../../../../shared/domain/report.ts';
import { digest } from '../decode/digest.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteNote, RemotePost, RemoteReport } from '../platform.ts';
import { decodeAdminAccount } from './decode-account.ts';
import { decodePost } from './decode-post.ts';

/** An Admin::Report. The reporter may be missing: forwarded reports and deleted accounts leave none. */
export function decodeReport(value: RemoteValue, raw: unknown, ownHost: string | null): RemoteReport {
  const target = decodeAdminAccount(value.at('target_account'));
  const assigned = accountOrNull(value.at('assigned_account'));
  const resolver = accountOrNull(value.at('action_taken_by_account'));
  const isResolved = value.at('action_taken').flag();
  const ruleIds = value
    .at('rules')
    .listOrNone()
    .map((rule) => rule.at('id').id());
  const posts = value
    .at('statuses')
    .listOrNone()
    .map((post) => withKnownAuthor(decodePost(post, ownHost), target));
  const category = categoryOf(value.at('category').textOr('other'));
  return {
    remoteId: value.at('id').id(),
    state: isResolved ? 'resolved' : 'open',
    version: digest([
      isResolved,
      resolver?.remoteId ?? null,
      assigned?.remoteId ?? null,
      category,
      [...ruleIds].sort(),
      posts.map((post) => post.remoteId).sort(),
      accountFlags(value.at('target_account')),
    ]).slice(0, 32),
    category,
    ruleIds,
    comment: value.at('comment').textOr(''),
    forwarded: value.at('forwarded').flagOr(false),
    createdAt: value.at('created_at').instant(),
    updatedAt: value.at('updated_at').instantOrNull(),
    reporter: accountOrNull(value.at('account')),
    target,
    assignedTo: assigned?.handle ?? null,
    resolvedBy: resolver?.handle ?? null,
    ...(resolver?.isBot && { closedByMachine: { remoteId: resolver.remoteId, handle: resolver.handle } }),
    resolvedAt: value.at('action_taken_at').instantOrNull(),
    posts,
    notes: closingWords(value, resolver),
    payloadHash: digest(raw),
  };
}

/** What was said when the report was closed. GoToSocial alone has it; notes on Mastodon's pages are not in its interface. */
function closingWords(value: RemoteValue, resolver: RemoteAccount | null): RemoteNote[] {
  const text = value.at('action_taken_comment').textOr('');
  if (text === '') return [];
  return [
    { remoteId: null, author: resolver?.handle ?? null, text, writtenAt: value.at('action_taken_at').instantOrNull() },
  ];
}

function accountOrNull(value: RemoteValue): RemoteAccount | null {
  return value.isMissing ? null : decodeAdminAccount(value);
}

/** The platform's own categories. Crisis and outing are no category there; people find them, or rules point to them. */
function categoryOf(category: string): ReportCategory {
  return category === 'spam' || category === 'legal' || category === 'violation' ? category : 'other';
}

/** Inside a post the author's moderation state is not said; the report itself says it for its target. */
function withKnownAuthor(post: RemotePost, target: RemoteAccount): RemotePost {
  return post.author.remoteId === target.remoteId ? { ...post, author: target } : post;
}

function accountFlags(account: RemoteValue): boolean[] {
  return ['suspended', 'disabled', 'silenced', 'sensitized'].map((flag) => account.at(flag).flagOr(false));
}
