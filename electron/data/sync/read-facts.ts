import type { Instant } from '../../../shared/domain/ids.ts';
import type { ReportFacts } from '../../../shared/domain/report-facts.ts';
import type { RemoteReport } from '../platforms/platform.ts';

/** What a decision rests on, out of a report as just read. */
export function factsFrom(report: RemoteReport, readAt: Instant): ReportFacts {
  const staying = report.posts.filter((post) => post.staysUp).map((post) => post.remoteId);
  return {
    readAt,
    state: report.state,
    version: report.version,
    assignedTo: report.assignedTo,
    resolvedBy: report.resolvedBy,
    resolvedAt: report.resolvedAt,
    accountState: report.target.state,
    category: report.category,
    ruleIds: [...report.ruleIds].sort(),
    postIds: report.posts
      .filter((post) => post.isTakenDown !== true)
      .map((post) => post.remoteId)
      .sort(),
    ...(staying.length > 0 && { stayingPostIds: staying }),
    updatedAt: report.updatedAt,
  };
}

/** The facts of a report that the platform no longer has: everything else as last known. */
export function goneFacts(last: ReportFacts, readAt: Instant): ReportFacts {
  return { ...last, readAt, state: 'gone' };
}
