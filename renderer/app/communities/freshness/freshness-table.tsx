import { useTranslation } from 'react-i18next';
import { type WhyNotFresh, whyNotFresh } from '../../../../shared/domain/freshness.ts';
import type { CommunityFreshness, SourceFreshness } from '../../../../shared/ipc/topics/sync.ts';
import { Table } from '../../../ui/table.tsx';
import { Time } from '../../../ui/time.tsx';
import { useCodeWords } from '../../failure-words.tsx';

function isKnown(why: string): why is WhyNotFresh {
  return (whyNotFresh as readonly string[]).includes(why);
}

/** What is read from one server: when last, when next, and what stands in the way. */
export function FreshnessTable({ of }: { of: CommunityFreshness }) {
  const { t } = useTranslation('freshness');
  return (
    <Table
      caption={t('tableOf', { name: of.name })}
      rows={of.sources}
      rowKey={(source) => source.id}
      columns={[
        { id: 'source', header: t('source.title'), rowHeader: true, cell: ({ id }) => t(`source.${id}`) },
        {
          id: 'read',
          header: t('read'),
          cell: ({ readAt }) => (readAt === null ? t('never') : <Time value={readAt} />),
        },
        {
          id: 'next',
          header: t('next'),
          cell: ({ nextAt }) => (nextAt === null ? t('none') : <Due at={nextAt} />),
        },
        { id: 'state', header: t('state'), cell: (source) => <Why source={source} /> },
      ]}
    />
  );
}

function Due({ at }: { at: number }) {
  const { t } = useTranslation('freshness');
  return at <= Date.now() ? t('due') : <Time value={at} />;
}

function Why({ source: { why } }: { source: SourceFreshness }) {
  const { t } = useTranslation('freshness');
  const codeWords = useCodeWords();
  if (why === null) return t('fresh');
  return isKnown(why) ? t(`why.${why}`) : codeWords(why);
}
