import { useTranslation } from 'react-i18next';
import type { ReportField, ReportMapping, reportFields } from '../../../../shared/ipc/topics/report-imports.ts';
import { ColumnForm } from '../column-form.tsx';

// Spelt out here for the reason given in column-form.tsx.
const fields: typeof reportFields = ['target', 'at', 'reporter', 'title', 'comment', 'text', 'category', 'link', 'id'];
const needed: readonly ReportField[] = ['target', 'at'];

/** Which column of a file of reports means what. Two are needed: whom it is about, and when it was made. */
export function ReportMappingForm({
  columns,
  mapping,
  onChange,
}: {
  columns: readonly string[];
  mapping: ReportMapping;
  onChange: (mapping: ReportMapping) => void;
}) {
  const { t } = useTranslation('imports');
  return (
    <ColumnForm
      lead={t('reports.lead')}
      fields={fields}
      needed={needed}
      wordsOf={(field) => t(`reports.fields.${field}`)}
      columns={columns}
      mapping={mapping}
      onChange={onChange}
    />
  );
}
