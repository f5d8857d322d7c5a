import type { TFunction } from 'i18next';
import type { Strings } from '../../../shared/strings/typed-keys.ts';

type EventKind = keyof Strings['case']['events']['kind'];

const known: Readonly<Record<EventKind, true>> = {
  'case.opened': true,
  'case.claimed': true,
  'case.released': true,
  'case.claim-expired': true,
  'case.claimed-elsewhere': true,
  'case.waiting': true,
  'case.wait-ended': true,
  'case.escalated': true,
  'case.reopened': true,
  'case.merged': true,
  'case.category-corrected': true,
  'case.harm-said': true,
  'case.legal-hold': true,
  'case.note': true,
  'note.sent': true,
  'note.failed': true,
  'case.decided': true,
  'case.decision-undone': true,
  'case.decided-elsewhere': true,
  'case.void': true,
  'report.joined': true,
  'report.revived': true,
  'report.resolved-elsewhere': true,
  'report.gone': true,
  'report.note': true,
  'action.applied': true,
  'action.failed': true,
  'conflict.found': true,
  'conflict.settled': true,
};

/** An event of the record in words; one that has none yet shows its own name rather than nothing. */
export function eventWords(t: TFunction<'case'>, kind: string): string {
  return kind in known ? t(`events.kind.${kind as EventKind}`) : kind;
}
