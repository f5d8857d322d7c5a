import type { CaseId, CommunityId, Instant, MemberId } from '../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import { insertCase } from '../store/cases/commands.ts';
import { findOpenCase } from '../store/cases/queries.ts';
import { type CaseContext, recordOutsideEvent } from './case-event.ts';

/**
 * The open case about an author, made when there is none. A decided case is left alone: a new report is new work, and the
 * earlier decision is shown beside it.
 */
export function findOrOpenCase(
  context: CaseContext,
  about: {
    communityId: CommunityId;
    authorMemberId: MemberId;
    category: ReportCategory;
    language: string | null;
    openedAt: Instant;
  },
): { id: CaseId; opened: boolean } {
  const { write } = context;
  const open = findOpenCase(write, about.communityId, about.authorMemberId);
  if (open) return { id: open.id, opened: false };
  const id = insertCase(write, { ...about, at: context.clock.now() });
  recordOutsideEvent(context, 'case.opened', { communityId: about.communityId, caseId: id });
  return { id, opened: true };
}
