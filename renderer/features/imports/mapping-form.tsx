import { useTranslation } from 'react-i18next';
import { activityKinds } from '../../../shared/domain/activity.ts';
import type {
  timeFormats as contractFormats,
  ImportField,
  ImportInspection,
  ImportMapping,
  importFields,
} from '../../../shared/ipc/topics/imports.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';

// Spelt out here because the contract's own lists stand beside its schemas, which stay on the trusted side; a missing entry
// does not compile.
const fields: typeof importFields = [
  'member',
  'target',
  'at',
  'kind',
  'level',
  'space',
  'thread',
  'id',
  'replyTo',
  'request',
  'noAnswer',
];
const needed: readonly ImportField[] = ['member', 'at'];
const timeFormats: typeof contractFormats = ['unix-seconds', 'unix-milliseconds', 'iso-8601'];
const noColumn = '';

/** Which column of the file means what. Two are needed: who, and when. */
export function MappingForm({
  inspection,
  mapping,
  onChange,
}: {
  inspection: ImportInspection;
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}) {
  const { t } = useTranslation('imports');
  const columns = inspection.columns.map((column) => ({ id: column, label: column }));
  const setColumn = (field: ImportField, column: string) => {
    const { [field]: _dropped, ...rest } = mapping.columns;
    onChange({ ...mapping, columns: column === noColumn ? rest : { ...rest, [field]: column } });
  };
  return (
    <Section title={t('screen.mapping.title')} lead={t('screen.mapping.lead')}>
      <div className="imports-fields">
        {fields.map((field) => (
          <Select
            key={field}
            label={t(needed.includes(field) ? 'screen.mapping.neededField' : 'screen.mapping.field', {
              field: t(`screen.fields.${field}`),
            })}
            value={mapping.columns[field] ?? noColumn}
            options={[{ id: noColumn, label: t('screen.mapping.none') }, ...columns]}
            onChange={(column) => setColumn(field, column)}
          />
        ))}
        <Select
          label={t('screen.mapping.timeFormat')}
          value={mapping.timeFormat}
          options={timeFormats.map((format) => ({ id: format, label: t(`screen.timeFormats.${format}`) }))}
          onChange={(timeFormat) => onChange({ ...mapping, timeFormat })}
        />
        <Select
          label={t('screen.mapping.defaultKind')}
          value={mapping.defaultKind}
          options={activityKinds.map((kind) => ({ id: kind, label: t(`screen.kinds.${kind}`) }))}
          onChange={(defaultKind) => onChange({ ...mapping, defaultKind })}
        />
      </div>
    </Section>
  );
}
