import { useTranslation } from 'react-i18next';
import type { CommunityFreshness } from '../../../../shared/ipc/topics/sync.ts';
import { Callout } from '../../../ui/callout.tsx';
import { useFormat } from '../../../ui/format/use-format.ts';
import { Table } from '../../../ui/table.tsx';
import { Time } from '../../../ui/time.tsx';

/** Items of one server that need a newer Hearth: how many and what is wrong with them, never what stands in them. */
export function UnreadNotice({ of }: { of: CommunityFreshness }) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const { unread } = of;
  if (unread.length === 0) return null;
  const count = unread.reduce((sum, one) => sum + one.count, 0);
  return (
    <Callout tone="waiting" title={t('unread.title', { count })}>
      <p>{t('unread.words')}</p>
      <Table
        caption={t('unread.title', { count })}
        hideCaption
        rows={unread}
        rowKey={({ list, problem }) => `${list} ${problem}`}
        columns={[
          { id: 'list', header: t('unread.list'), cell: ({ list }) => t(`unread.${list}`) },
          {
            id: 'problem',
            header: t('unread.problem'),
            rowHeader: true,
            cell: ({ problem }) => (
              <code dir="ltr" translate="no">
                {problem}
              </code>
            ),
          },
          { id: 'count', header: t('unread.count'), numeric: true, cell: (one) => format.number(one.count) },
          { id: 'gone', header: t('unread.gone'), numeric: true, cell: ({ gone }) => format.number(gone) },
          { id: 'since', header: t('unread.since'), cell: ({ firstSeenAt }) => <Time value={firstSeenAt} /> },
          { id: 'last', header: t('unread.last'), cell: ({ lastSeenAt }) => <Time value={lastSeenAt} /> },
        ]}
      />
    </Callout>
  );
}
