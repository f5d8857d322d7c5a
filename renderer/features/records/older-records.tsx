import { useTranslation } from 'react-i18next';
import type { KeepingYears } from '../../../shared/domain/health/record-retention.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import { useOlder } from './queries.ts';
import { useRecordWords } from './use-record-words.ts';

/** What a choice would erase today, by kind. */
export function OlderRecords({ communityId, years }: { communityId: number; years: KeepingYears }) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const format = useFormat();
  const older = useOlder(communityId, years);
  if (older.isPending) return <Skeleton rows={3} />;
  if (!older.data) return <FailureCallout error={older.error} onRetry={() => void older.refetch()} />;
  const day = format.day(`${older.data.before}T00:00:00Z`, 'UTC');
  const rows = older.data.kinds.filter(({ records }) => records > 0);
  if (rows.length === 0) return <p>{t('keeping.none', { day })}</p>;
  return (
    <Table
      caption={t('keeping.older', { day })}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        { id: 'kind', header: t('keeping.kind'), rowHeader: true, cell: ({ kind }) => words.title(kind) },
        { id: 'records', header: t('keeping.records'), cell: ({ records }) => format.number(records) },
      ]}
    />
  );
}
