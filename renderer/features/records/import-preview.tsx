import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import type { RecordPreview, RecordReject } from '../../../shared/ipc/topics/records.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { useFieldColumns } from './record-list.tsx';
import { useRecordWords } from './use-record-words.ts';

type PreviewRow = RecordPreview['rows'][number];

/** How the first lines will be read, and which of them can't be taken. */
export function ImportPreview({ kind, preview }: { kind: RecordKind; preview: RecordPreview }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const fields = useFieldColumns<PreviewRow>(kind);
  const { rows, rejected, linesTried } = preview;
  return (
    <Section title={t('import.preview')} lead={t('import.previewWords')}>
      {kind.isFileOnly && linesTried > rejected.length && <Callout tone="done" title={t('import.answersReadable')} />}
      {rows.length > 0 && (
        <Table
          caption={t('import.preview')}
          hideCaption
          rows={rows}
          rowKey={({ line }) => String(line)}
          columns={[
            { id: 'line', header: t('import.line'), numeric: true, cell: ({ line }) => format.number(line) },
            ...fields,
          ]}
        />
      )}
      <RejectTable kind={kind} rejects={rejected} total={rejected.length} />
    </Section>
  );
}

/** Lines that could not be taken, where and why. Never their content. */
export function RejectTable({
  kind,
  rejects,
  total,
}: {
  kind: RecordKind;
  rejects: readonly RecordReject[];
  total: number;
}) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const words = useRecordWords();
  if (rejects.length === 0) return null;
  return (
    <Table
      caption={t('import.rejects', { count: total })}
      rows={rejects}
      rowKey={({ line }) => String(line)}
      columns={[
        {
          id: 'line',
          header: t('import.line'),
          numeric: true,
          rowHeader: true,
          cell: ({ line }) => format.number(line),
        },
        {
          id: 'field',
          header: t('import.field'),
          cell: ({ field }) => (field === null ? '' : words.field(kind.id, field)),
        },
        { id: 'reason', header: t('import.reason'), cell: ({ problem }) => words.problem(problem) },
      ]}
    />
  );
}
