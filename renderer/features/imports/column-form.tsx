import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { timeFormats as contractFormats } from '../../../shared/ipc/topics/imports.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';

// Spelt out here because the contract's own lists stand beside its schemas, which stay on the trusted side; a missing entry
// does not compile.
const timeFormats: typeof contractFormats = ['unix-seconds', 'unix-milliseconds', 'iso-8601'];
const noColumn = '';

interface ColumnMapping<Field extends string> {
  columns: Partial<Record<Field, string>>;
  timeFormat: (typeof timeFormats)[number];
}

interface ColumnFormProps<Field extends string, Mapping extends ColumnMapping<Field>> {
  lead: string;
  fields: readonly Field[];
  /** Those without which nothing can be read. */
  needed: readonly Field[];
  wordsOf: (field: Field) => string;
  columns: readonly string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
  children?: ReactNode;
}

/** Which column of a file means what, and how its times are written. */
export function ColumnForm<Field extends string, Mapping extends ColumnMapping<Field>>({
  lead,
  fields,
  needed,
  wordsOf,
  columns,
  mapping,
  onChange,
  children,
}: ColumnFormProps<Field, Mapping>) {
  const { t } = useTranslation('imports');
  const options = [
    { id: noColumn, label: t('screen.mapping.none') },
    ...columns.map((column) => ({ id: column, label: column })),
  ];
  const setColumn = (field: Field, column: string) => {
    const others = Object.entries(mapping.columns).filter(([name]) => name !== field);
    const named = column === noColumn ? others : [...others, [field, column]];
    onChange({ ...mapping, columns: Object.fromEntries(named) });
  };
  return (
    <Section title={t('screen.mapping.title')} lead={lead}>
      <div className="imports-fields">
        {fields.map((field) => (
          <Select
            key={field}
            label={t(needed.includes(field) ? 'screen.mapping.neededField' : 'screen.mapping.field', {
              field: wordsOf(field),
            })}
            value={mapping.columns[field] ?? noColumn}
            options={options}
            onChange={(column) => setColumn(field, column)}
          />
        ))}
        <Select
          label={t('screen.mapping.timeFormat')}
          value={mapping.timeFormat}
          options={timeFormats.map((format) => ({ id: format, label: t(`screen.timeFormats.${format}`) }))}
          onChange={(timeFormat) => onChange({ ...mapping, timeFormat })}
        />
        {children}
      </div>
    </Section>
  );
}
