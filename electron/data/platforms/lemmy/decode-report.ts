import { digest } from '../decode/digest.ts';
import { type RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { RemoteAccount, RemotePost, RemoteReport } from '../platform.ts';
import { decodeCommunity, decodePerson, type Standing, unknownStanding } from './decode-account.ts';
import { fullName, numberId, timeOf } from './decode-parts.ts';
import { decodeComment, decodeMessage, decodePost, type Languages } from './decode-post.ts';
import { type ReportKind, type ReportRef, reportRemoteId } from './remote-ids.ts';

/** Under which names a view holds the report and what it is about. */
const names = {
  post: { report: 'post_report', object: 'post', author: 'post_creator' },
  comment: { report: 'comment_report', object: 'comment', author: 'comment_creator' },
  message: { report: 'private_message_report', object: 'private_message', author: 'private_message_creator' },
  community: { report: 'community_report', object: 'community', author: null },
} as const satisfies Record<ReportKind, object>;

/** The name under which a view holds the report itself. */
export function reportField(kind: ReportKind): string {
  return names[kind].report;
}

/**
 * A PostReportView, CommentReportView, PrivateMessageReportView or CommunityReportView of either version. The evidence is the
 * text that Lemmy kept when the report was made, not what it has become since.
 */
export function decodeReport(kind: ReportKind, view: RemoteValue, raw: unknown, languages: Languages): RemoteReport {
  const report = view.at(names[kind].report);
  const object = view.at(names[kind].object);
  const resolver = view.at('resolver');
  const isResolved = report.at('resolved').flag();
  const standing = standingOf(kind, view);
  const target = targetOf(kind, view, standing);
  const createdAt = timeOf(report, 'published').instant();
  const changedAt = timeOf(report, 'updated').instantOrNull();
  return {
    remoteId: reportRemoteId(refOf(kind, view)),
    state: isResolved ? 'resolved' : 'open',
    // Opening a report again is noted with the name of whoever did it, too.
    version: digest([
      isResolved,
      report.at('resolver_id').numberOr(null),
      report.at('violates_instance_rules').flagOr(false),
      [standing.isBanned, standing.isBannedHere, target.state],
      [object.at('removed').flagOr(false), object.at('deleted').flagOr(false)],
    ]).slice(0, 32),
    category: report.at('violates_instance_rules').flagOr(false) ? 'violation' : 'other',
    ruleIds: [],
    comment: report.at('reason').textOr(''),
    forwarded: false,
    createdAt,
    // Set whenever somebody closes the report or opens it again, and by nothing else.
    updatedAt: changedAt ?? createdAt,
    reporter: view.at('creator').isMissing ? null : decodePerson(view.at('creator'), unknownStanding),
    target,
    assignedTo: null,
    resolvedBy: isResolved && resolver.isObject ? fullName(resolver).handle : null,
    ...(isResolved && resolver.isObject && machineOf(resolver)),
    resolvedAt: isResolved ? changedAt : null,
    posts: evidence(kind, view, target, languages),
    notes: [],
    payloadHash: digest(raw),
  };
}

/** Which report a view is about. Throws ShapeError where it does not say. */
export function refOf(kind: ReportKind, view: RemoteValue): ReportRef {
  const report = view.at(names[kind].report);
  return { kind, id: numberId(report.at('id')), about: aboutOf(kind, view, report) };
}

function aboutOf(kind: ReportKind, view: RemoteValue, report: RemoteValue): number[] {
  switch (kind) {
    case 'post':
      return [numberId(report.at('post_id'))];
    case 'comment':
      return [numberId(view.at('comment').at('post_id')), numberId(report.at('comment_id'))];
    case 'community':
      return [numberId(report.at('community_id'))];
    case 'message':
      return [];
  }
}

/** Where the author of what was reported stands: in the view since 1.0, in the person before. */
function standingOf(kind: ReportKind, view: RemoteValue): Standing {
  const { author } = names[kind];
  if (author === null) return unknownStanding;
  const inView = view.at('creator_banned');
  // 0.19 fills `creator_is_moderator` of reported posts with whether the asker moderates, so it is not looked at there.
  const tellsModerator = kind !== 'post' || !inView.isMissing;
  return {
    isBanned: inView.isMissing ? view.at(author).at('banned').flagOr(false) : inView.flagOr(false),
    isBannedHere: view.at('creator_banned_from_community').flagOr(false),
    isStaff:
      view.at('creator_is_admin').flagOr(false) || (tellsModerator && view.at('creator_is_moderator').flagOr(false)),
  };
}

function targetOf(kind: ReportKind, view: RemoteValue, standing: Standing): RemoteAccount {
  const { author } = names[kind];
  if (author !== null) return decodePerson(view.at(author), standing);
  return decodeCommunity(view.at('community'), communityAsItWas(view.at('community_report')));
}

/** What a community said of itself when it was reported. */
function communityAsItWas(report: RemoteValue): string {
  return ['name', 'title', 'summary', 'sidebar']
    .map((part) => report.at(`original_community_${part}`).textOr(''))
    .filter((part) => part !== '')
    .join('\n\n');
}

function evidence(kind: ReportKind, view: RemoteValue, author: RemoteAccount, languages: Languages): RemotePost[] {
  const report = view.at(names[kind].report);
  const object = view.at(names[kind].object);
  if (!object.isObject) throw new ShapeError(names[kind].object, 'an object');
  switch (kind) {
    case 'post': {
      const words = {
        title: report.at('original_post_name').text(),
        body: report.at('original_post_body').textOr(''),
        url: report.at('original_post_url').textOr(null),
      };
      return [decodePost(object, author, languages, words)];
    }
    case 'comment':
      return [decodeComment(object, author, languages, report.at('original_comment_text').text())];
    case 'message':
      return [decodeMessage(object, author, report.at('original_pm_text').text())];
    case 'community':
      return [];
  }
}

function machineOf(resolver: RemoteValue): Pick<RemoteReport, 'closedByMachine'> {
  if (!resolver.at('bot_account').flagOr(false)) return {};
  return { closedByMachine: { remoteId: String(numberId(resolver.at('id'))), handle: fullName(resolver).handle } };
}
