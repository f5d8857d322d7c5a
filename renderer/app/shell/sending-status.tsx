import { GitCompareArrows, Hourglass, type LucideIcon, TriangleAlert } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/ipc/topics/sync.ts';

/** Decisions and notes that wait to be sent, those that could not be, and conflicts; each leads to where it can be seen. */
export function SendingStatus({ status }: { status: Status }) {
  const { t } = useTranslation('app');
  const { decisionsWaiting, decisionsFailed, conflicts, notesWaiting, notesNotSent } = status;
  const waiting = [
    ...(decisionsWaiting > 0 ? [t('status.waiting', { count: decisionsWaiting })] : []),
    ...(notesWaiting > 0 ? [t('status.notesWaiting', { count: notesWaiting })] : []),
  ];
  return (
    <>
      <span className="status-item" role="status">
        {waiting.length > 0 && <Hourglass className="ui-icon status-waiting" aria-hidden />}
        {waiting.length === 0 ? t('status.nothingWaiting') : waiting.join(' · ')}
      </span>
      {decisionsFailed > 0 && (
        <span className="status-item status-failed" role="status">
          <TriangleAlert className="ui-icon" aria-hidden />
          {t('status.failed', { count: decisionsFailed })}
        </span>
      )}
      {notesNotSent > 0 && (
        <span className="status-item status-failed" role="status">
          <TriangleAlert className="ui-icon" aria-hidden />
          {t('status.notesNotSent', { count: notesNotSent })}
        </span>
      )}
      <span role="status">
        {conflicts > 0 ? (
          <StatusLink icon={GitCompareArrows} href="#/conflicts">
            {t('status.conflicts', { count: conflicts })}
          </StatusLink>
        ) : (
          <span className="status-item">{t('status.noConflicts')}</span>
        )}
      </span>
    </>
  );
}

function StatusLink({ icon: Icon, href, children }: { icon: LucideIcon; href: string; children: string }) {
  return (
    <Link className="status-item status-link" href={href}>
      <Icon className="ui-icon" aria-hidden />
      {children}
    </Link>
  );
}
