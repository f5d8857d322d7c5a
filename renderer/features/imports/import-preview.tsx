import { useTranslation } from 'react-i18next';
import type { ImportPreview, ImportReject } from '../../../shared/ipc/topics/imports.ts';
import { Badge } from '../../ui/badge.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { useRejectWords } from './use-reject-words.ts';

/** How the first lines will be read, and which of them can't be. */
export function PreviewTable({ preview, timeZone }: { preview: ImportPreview; timeZone: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <Section title={t('screen.preview.title')} lead={t('screen.preview.lead')}>
      <Table
        caption={t('screen.preview.title')}
        hideCaption
        rows={preview.rows}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            id: 'line',
            header: t('screen.preview.line'),
            numeric: true,
            rowHeader: true,
            cell: (row) => format.number(row.line),
          },
          {
            id: 'member',
            header: t('screen.fields.member'),
            cell: (row) => <FormattedText as="inline" text={row.member} />,
          },
          {
            id: 'target',
            header: t('screen.fields.target'),
            cell: (row) => row.target !== null && <FormattedText as="inline" text={row.target} />,
          },
          { id: 'at', header: t('screen.fields.at'), cell: (row) => format.exactly(row.at, timeZone) },
          {
            id: 'kind',
            header: t('screen.fields.kind'),
            cell: (row) => t(`screen.kinds.${row.kind}` as 'screen.kinds.post'),
          },
          { id: 'level', header: t('screen.fields.level'), numeric: true, cell: (row) => format.number(row.level) },
          {
            id: 'marks',
            header: t('screen.preview.marks'),
            cell: (row) => (
              <span className="imports-marks">
                {marksOf(row).map((mark) => (
                  <Badge key={mark}>{t(`screen.marks.${mark}`)}</Badge>
                ))}
              </span>
            ),
          },
        ]}
      />
      <RejectTable rejects={preview.rejected} total={preview.rejected.length} />
    </Section>
  );
}

/** What else a line says, in the order of the mapping. */
function marksOf(row: ImportPreview['rows'][number]) {
  return (['answers', 'request', 'noAnswer'] as const).filter((mark) => row[mark]);
}

/** Lines that could not be read, each with its reason. Never their content. */
export function RejectTable({ rejects, total }: { rejects: readonly ImportReject[]; total: number }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const say = useRejectWords();
  if (rejects.length === 0) return null;
  return (
    <Table
      caption={t('screen.rejects.title', { count: total })}
      rows={rejects}
      rowKey={(row) => String(row.line)}
      columns={[
        {
          id: 'line',
          header: t('screen.preview.line'),
          numeric: true,
          rowHeader: true,
          cell: (row) => format.number(row.line),
        },
        { id: 'reason', header: t('screen.rejects.reason'), cell: (row) => say(row.reason) },
      ]}
    />
  );
}
