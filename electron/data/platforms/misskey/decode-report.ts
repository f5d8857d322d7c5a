import { digest } from '../decode/digest.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { RemoteAccount, RemoteNote, RemotePost, RemoteReport } from '../platform.ts';
import { decodeUser } from './decode-user.ts';
import { linkedNotes } from './note-links.ts';

/** A report as the list gives it. The notes it is about have to be read one by one before it is complete. */
export interface ListedReport {
  readonly remoteId: string;
  readonly isOpen: boolean;
  readonly noteIds: readonly string[];
  readonly withPosts: (posts: readonly RemotePost[]) => RemoteReport;
}

/**
 * An abuse report. It names an account and holds a comment; there is no category, no time of change, and nobody holds it
 * before it is resolved. `resolvedAs` is missing before 2024.10, as is the note.
 */
export function decodeReport(value: RemoteValue, raw: unknown, origin: string): ListedReport {
  const remoteId = value.at('id').id();
  const target = decodeUser(value.at('targetUser'), origin);
  const resolver = userOrNull(value.at('assignee'), origin);
  const resolverId = resolver?.remoteId ?? value.at('assigneeId').textOr(null);
  const isResolved = value.at('resolved').flag();
  const resolvedAs = value.at('resolvedAs').textOr(null);
  const comment = value.at('comment').textOr('');
  const facts = {
    remoteId,
    state: isResolved ? 'resolved' : 'open',
    category: 'other',
    ruleIds: [],
    comment,
    forwarded: value.at('forwarded').flagOr(false),
    createdAt: value.at('createdAt').instant(),
    updatedAt: null,
    reporter: userOrNull(value.at('reporter'), origin),
    target,
    assignedTo: null,
    resolvedBy: isResolved ? (resolver?.handle ?? null) : null,
    ...(isResolved && resolver?.isBot && { closedByMachine: { remoteId: resolver.remoteId, handle: resolver.handle } }),
    resolvedAt: null,
    notes: teamNote(value),
  } as const;
  return {
    remoteId,
    isOpen: !isResolved,
    noteIds: linkedNotes(comment, origin),
    withPosts: (posts) => ({
      ...facts,
      version: digest([
        isResolved,
        resolverId,
        resolvedAs,
        target.state,
        posts.map((post) => post.remoteId).sort(),
      ]).slice(0, 32),
      posts: posts.map((post) => withKnownAuthor(post, target)),
      payloadHash: digest([raw, posts]),
    }),
  };
}

/** One text that the whole team shares and anybody may rewrite, so nobody's name is on it. Missing before 2024.10. */
function teamNote(value: RemoteValue): RemoteNote[] {
  const text = value.at('moderationNote').textOr('');
  return text.trim() === '' ? [] : [{ remoteId: null, author: null, text, writtenAt: null }];
}

function userOrNull(value: RemoteValue, origin: string): RemoteAccount | null {
  return value.isMissing ? null : decodeUser(value, origin);
}

/** Inside a note the author's moderation state is not said; the report itself says it for its target. */
function withKnownAuthor(post: RemotePost, target: RemoteAccount): RemotePost {
  return post.author.remoteId === target.remoteId ? { ...post, author: target } : post;
}
