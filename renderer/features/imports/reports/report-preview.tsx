import { useTranslation } from 'react-i18next';
import type { ReportPreview } from '../../../../shared/ipc/topics/report-imports.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { FormattedText } from '../../../ui/formatted-text.tsx';
import { Section } from '../../../ui/page.tsx';
import { Table } from '../../../ui/table.tsx';
import { RejectTable } from '../import-preview.tsx';

/** How the first lines will be read. The reported words stay covered: they are shown in the case, when somebody looks. */
export function ReportPreviewTable({ preview, timeZone }: { preview: ReportPreview; timeZone: string }) {
  const { t } = useTranslation('imports');
  const { t: say } = useTranslation('case');
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
            id: 'target',
            header: t('reports.fields.target'),
            cell: (row) => <FormattedText as="inline" text={row.target} />,
          },
          { id: 'at', header: t('reports.fields.at'), cell: (row) => format.exactly(row.at, timeZone) },
          { id: 'category', header: t('reports.fields.category'), cell: (row) => say(`category.${row.category}`) },
          {
            id: 'text',
            header: t('reports.fields.text'),
            cell: (row) => row.hasText && t('reports.kept'),
          },
        ]}
      />
      <RejectTable rejects={preview.rejected} total={preview.rejected.length} />
    </Section>
  );
}
