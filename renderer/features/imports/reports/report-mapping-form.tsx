import { useTranslation } from 'react-i18next';
import type { timeFormats as contractFormats } from '../../../../shared/ipc/topics/imports.ts';
import type { ReportField, ReportMapping, reportFields } from '../../../../shared/ipc/topics/report-imports.ts';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';

// Spelt out here for the reason given in mapping-form.tsx; a missing entry does not compile.
const fields: typeof reportFields = ['target', 'at', 'reporter', 'title', 'comment', 'text', 'category', 'link', 'id'];
const needed: readonly ReportField[] = ['target', 'at'];
const timeFormats: typeof contractFormats = ['unix-seconds', 'unix-milliseconds', 'iso-8601'];
const noColumn = '';

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
  const setColumn = (field: ReportField, column: string) => {
    const { [field]: _dropped, ...rest } = mapping.columns;
    onChange({ ...mapping, columns: column === noColumn ? rest : { ...rest, [field]: column } });
  };
  return (
    <Section title={t('screen.mapping.title')} lead={t('reports.lead')}>
      <div className="imports-fields">
        {fields.map((field) => (
          <Select
            key={field}
            label={t(needed.includes(field) ? 'screen.mapping.neededField' : 'screen.mapping.field', {
              field: t(`reports.fields.${field}`),
            })}
            value={mapping.columns[field] ?? noColumn}
            options={[
              { id: noColumn, label: t('screen.mapping.none') },
              ...columns.map((column) => ({ id: column, label: column })),
            ]}
            onChange={(column) => setColumn(field, column)}
          />
        ))}
        <Select
          label={t('screen.mapping.timeFormat')}
          value={mapping.timeFormat}
          options={timeFormats.map((format) => ({ id: format, label: t(`screen.timeFormats.${format}`) }))}
          onChange={(timeFormat) => onChange({ ...mapping, timeFormat })}
        />
      </div>
    </Section>
  );
}
