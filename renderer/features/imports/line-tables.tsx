import { useTranslation } from 'react-i18next';
import type { ImportReject } from '../../../shared/ipc/topics/imports.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { Section } from '../../ui/page.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { useRejectWords } from './use-reject-words.ts';

/** What something says of one line of a file. */
interface Line {
  readonly line: number;
}

interface PreviewSectionProps<Row extends Line> {
  preview: { readonly rows: readonly Row[]; readonly rejected: readonly ImportReject[] };
  columns: readonly TableColumn<Row>[];
}

/** How the first lines will be read, and which of them can't be. */
export function PreviewSection<Row extends Line>({ preview, columns }: PreviewSectionProps<Row>) {
  const { t } = useTranslation('imports');
  return (
    <Section title={t('screen.preview.title')} lead={t('screen.preview.lead')}>
      <LineTable caption={t('screen.preview.title')} hideCaption rows={preview.rows} columns={columns} />
      <RejectTable rejects={preview.rejected} total={preview.rejected.length} />
    </Section>
  );
}

/** Lines that could not be read, each with its reason. Never their content. */
export function RejectTable({ rejects, total }: { rejects: readonly ImportReject[]; total: number }) {
  const { t } = useTranslation('imports');
  const say = useRejectWords();
  if (rejects.length === 0) return null;
  return (
    <LineTable
      caption={t('screen.rejects.title', { count: total })}
      rows={rejects}
      columns={[{ id: 'reason', header: t('screen.rejects.reason'), cell: (row) => say(row.reason) }]}
    />
  );
}

interface LineTableProps<Row extends Line> {
  caption: string;
  hideCaption?: boolean;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
}

function LineTable<Row extends Line>({ caption, hideCaption, rows, columns }: LineTableProps<Row>) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <Table
      caption={caption}
      hideCaption={hideCaption}
      rows={rows}
      rowKey={(row) => String(row.line)}
      columns={[
        {
          id: 'line',
          header: t('screen.preview.line'),
          numeric: true,
          rowHeader: true,
          cell: (row) => format.number(row.line),
        },
        ...columns,
      ]}
    />
  );
}
