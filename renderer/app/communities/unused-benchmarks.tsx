import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isolateText } from '../../../shared/domain/isolate-text.ts';
import { Callout } from '../../ui/callout.tsx';
import { Table } from '../../ui/table.tsx';
import { call } from '../api.ts';

/** Benchmarks that nothing is compared with, and what to do about each. Nothing while there is none. */
export function UnusedBenchmarks({ communityId }: { communityId: number }) {
  const { t } = useTranslation('records');
  const unused = useQuery({
    queryKey: ['records', 'identity', 'unusedBenchmarks', communityId],
    queryFn: () => call('identity.unusedBenchmarks', { communityId }),
  });
  if (!unused.data || unused.data.length === 0) return null;
  return (
    <Callout tone="waiting" title={t('unused.title', { count: unused.data.length })}>
      <p>{t('unused.lead')}</p>
      <Table
        caption={t('unused.title', { count: unused.data.length })}
        hideCaption
        rows={unused.data.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { id: 'question', header: t('fields.benchmark.question'), cell: ({ question }) => isolateText(question) },
          {
            id: 'answer',
            header: t('fields.benchmark.answer'),
            rowHeader: true,
            cell: ({ answer }) => isolateText(answer),
          },
          {
            id: 'population',
            header: t('fields.benchmark.population'),
            cell: ({ population, place, year }) => t('unused.population', { population, place, year }),
          },
          { id: 'why', header: t('unused.why'), cell: ({ why }) => t(`unused.whys.${why}`) },
        ]}
      />
    </Callout>
  );
}
