import { Equal, GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConflictView, RemoteStanding } from '../../../shared/ipc/topics/conflicts.ts';
import { Badge } from '../../ui/badge.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Time } from '../../ui/time.tsx';
import { type ComparedField, compareRows } from './compare-rows.ts';
import { accountWords, categoryWords } from './standing-words.ts';

function Standing({ field, standing }: { field: ComparedField; standing: RemoteStanding }) {
  const { t } = useTranslation('conflicts');
  const cases = useTranslation('case').t;
  switch (field) {
    case 'gone':
      return t(standing.gone ? 'gone' : 'present');
    case 'state':
      return t(`reportState.${standing.reportState}`);
    case 'assigned':
      return standing.assignedTo === null ? t('nobody') : <FormattedText as="inline" text={standing.assignedTo} />;
    case 'resolvedBy':
      return standing.resolvedBy === null ? t('nobody') : <FormattedText as="inline" text={standing.resolvedBy} />;
    case 'resolvedAt':
      return standing.resolvedAt === null ? t('notClosed') : <Time value={standing.resolvedAt} />;
    case 'account':
      return accountWords(cases, standing.accountState);
    case 'category':
      return categoryWords(cases, standing.category);
  }
}

/** What was seen and what is there now, line by line; what changed is marked with an icon and a word. */
export function CompareTable({ conflict }: { conflict: ConflictView }) {
  const { t } = useTranslation('conflicts');
  const { mine, seen, now } = conflict;
  const cases = useTranslation('case').t;
  return (
    <table className="conflicts-table">
      <caption className="ui-visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">
            {t('then')}
            <span className="conflicts-when">
              <Time value={seen.readAt} />
            </span>
          </th>
          <th scope="col">
            {t('now')}
            <span className="conflicts-when">
              <Time value={now.readAt} />
            </span>
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {compareRows(conflict).map(({ field, changed }) => (
          <tr key={field} data-changed={changed || undefined}>
            <th scope="row">{t(`field.${field}`)}</th>
            <td>
              <Standing field={field} standing={seen} />
            </td>
            <td>
              <Standing field={field} standing={now} />
            </td>
            <td className="conflicts-mark">
              {changed ? (
                <Badge tone="waiting" icon={GitCompareArrows}>
                  {t('changed')}
                </Badge>
              ) : (
                <span className="conflicts-same">
                  <Equal className="ui-icon" aria-hidden />
                  <span className="ui-visually-hidden">{t('same')}</span>
                </span>
              )}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('field.finding')}</th>
          <td colSpan={3}>
            {cases(`finding.${mine.finding}`)}
            {mine.personEffect !== 'none' && ` · ${cases(`effect.${mine.personEffect}`)}`}
            {mine.removePosts && ` · ${cases('decision.postsDown')}`}
          </td>
        </tr>
        {mine.reasonInternal.trim() !== '' && (
          <tr>
            <th scope="row">{t('field.reason')}</th>
            <td colSpan={3}>
              <FormattedText text={mine.reasonInternal} />
            </td>
          </tr>
        )}
        <tr>
          <th scope="row">{t('field.sent')}</th>
          <td colSpan={3}>{t('sent', { sent: mine.sent, total: mine.sent + mine.unsent })}</td>
        </tr>
      </tbody>
    </table>
  );
}
