import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { useWaiting } from './queries.ts';

const hour = 3_600_000;

/** Newcomers nobody has answered yet: where, since when, how long. There is no name in it, so none can be shown. */
export function WaitingCard({ communityId }: { communityId: number }) {
  const { t } = useTranslation('dashboards');
  const format = useFormat();
  const { query: waiting, computing } = useWaiting(communityId);
  return (
    <section
      className="health-waiting"
      // The colour asks for an answer; where nobody waits there is nothing to ask.
      data-calls={(waiting.data?.rows.length ?? 0) > 0 || undefined}
      aria-labelledby="health-waiting-title"
    >
      <h2 id="health-waiting-title">{t('waiting.title')}</h2>
      <p className="ui-description">{t('waiting.lead')}</p>
      {waiting.isPending && <ComputingNote computing={computing} label={t('state.computing')} rows={3} />}
      <FailureCallout error={waiting.error} onRetry={() => void waiting.refetch()} />
      {waiting.data?.rows.length === 0 && <p>{t('waiting.none')}</p>}
      {waiting.data && waiting.data.rows.length > 0 && (
        <Table
          caption={t('waiting.table')}
          hideCaption
          className="health-waiting-rows"
          rows={waiting.data.rows.map((row, at) => ({ ...row, at }))}
          rowKey={(row) => String(row.at)}
          columns={[
            {
              id: 'space',
              header: t('waiting.space'),
              rowHeader: true,
              cell: ({ space }) => (space === null ? t('waiting.noSpace') : <FormattedText as="inline" text={space} />),
            },
            { id: 'since', header: t('waiting.since'), cell: ({ since }) => <Time value={since} /> },
            {
              id: 'hours',
              header: t('waiting.howLong'),
              numeric: true,
              cell: ({ hours }) => format.duration(hours * hour, 'long'),
            },
          ]}
        />
      )}
      {waiting.data?.more && <p className="ui-description">{t('waiting.more')}</p>}
    </section>
  );
}
