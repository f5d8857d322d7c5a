import { CircleAlert, CircleCheck, CircleX, Clock, LifeBuoy, type LucideIcon, Send, ShieldAlert } from 'lucide-react';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { QueueRow } from '../../../shared/ipc/topics/queue.ts';
import type { Tone } from '../../ui/badge.tsx';

/** Categories where minutes count have a lane of their own; the others need no mark. */
export function isUrgent(category: ReportCategory): boolean {
  return category === 'crisis' || category === 'outing';
}

export const urgentIcons: Partial<Record<ReportCategory, LucideIcon>> = { crisis: LifeBuoy, outing: ShieldAlert };

/** How the state of sending looks: never colour alone, always with its word. */
export const sendingLooks: Readonly<Record<NonNullable<QueueRow['sending']>, { tone: Tone; icon: LucideIcon }>> = {
  waiting: { tone: 'waiting', icon: Clock },
  sending: { tone: 'waiting', icon: Send },
  applied: { tone: 'done', icon: CircleCheck },
  failed: { tone: 'harm', icon: CircleX },
  conflict: { tone: 'harm', icon: CircleAlert },
};
