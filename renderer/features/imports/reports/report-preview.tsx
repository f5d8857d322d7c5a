import { useTranslation } from 'react-i18next';
import type { ReportPreview } from '../../../../shared/ipc/topics/report-imports.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { FormattedText } from '../../../ui/formatted-text.tsx';
import { PreviewSection } from '../line-tables.tsx';

/** The first lines as reports. The reported words stay covered: they are shown in the case, when somebody looks. */
export function ReportPreviewTable({ preview, timeZone }: { preview: ReportPreview; timeZone: string }) {
  const { t } = useTranslation('imports');
  const { t: say } = useTranslation('case');
  const format = useFormat();
  return (
    <PreviewSection
      preview={preview}
      columns={[
        {
          id: 'target',
          header: t('reports.fields.target'),
          cell: (row) => <FormattedText as="inline" text={row.target} />,
        },
        { id: 'at', header: t('reports.fields.at'), cell: (row) => format.exactly(row.at, timeZone) },
        { id: 'category', header: t('reports.fields.category'), cell: (row) => say(`category.${row.category}`) },
        { id: 'text', header: t('reports.fields.text'), cell: (row) => row.hasText && t('reports.kept') },
      ]}
    />
  );
}
