import { useTranslation } from 'react-i18next';
import type { RecordField } from '../../../shared/domain/health/record-fields.ts';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import type { dayFormats as contractFormats, RecordMapping } from '../../../shared/ipc/topics/records.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { RecordFieldInput } from './record-field-input.tsx';
import { useRecordWords } from './use-record-words.ts';

// Spelt out here because the contract's own list stands beside its schemas, which stay on the trusted side; a missing entry
// does not compile.
const dayFormats: typeof contractFormats = [
  'iso-8601',
  'day-month-year',
  'month-day-year',
  'unix-seconds',
  'unix-milliseconds',
];

interface MappingFormProps {
  readonly communityId: number;
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly mapping: RecordMapping;
  readonly onChange: (mapping: RecordMapping) => void;
}

/** Where each field comes from: a column, or the same for every line. */
export function MappingForm(props: MappingFormProps) {
  const { kind, mapping, onChange } = props;
  const { t } = useTranslation('records');
  const hasDays = kind.fields.some(({ type }) => type === 'day');
  return (
    <>
      <Section title={t('import.mapping')} lead={t('import.mappingWords')}>
        <div className="records-fields">
          {kind.fields.map((field) => (
            <FieldSource key={field.name} {...props} field={field} />
          ))}
          {hasDays && (
            <Select
              label={t('import.dayFormat')}
              value={mapping.dayFormat}
              options={dayFormats.map((id) => ({ id, label: t(`dayFormats.${id}`) }))}
              onChange={(dayFormat) => onChange({ ...mapping, dayFormat })}
            />
          )}
          {!kind.isFileOnly && (
            <Select
              label={t('import.existing')}
              value={mapping.existing}
              options={(['keep', 'replace'] as const).map((id) => ({ id, label: t(`import.${id}`) }))}
              onChange={(existing) => onChange({ ...mapping, existing })}
            />
          )}
        </div>
      </Section>
      {kind.isFileOnly && <ItemColumns {...props} />}
    </>
  );
}

/** Choices beside the columns. They begin with a NUL: a column's name holds one only in a damaged or contrived file. */
const noColumn = '\u0000none';
const sameForAll = '\u0000fixed';

function FieldSource({
  communityId,
  kind,
  columns,
  mapping,
  onChange,
  field,
}: MappingFormProps & { readonly field: RecordField }) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const name = words.field(kind.id, field.name);
  const fixed = mapping.fixed[field.name];
  const choose = (choice: string): void => {
    const { [field.name]: _column, ...otherColumns } = mapping.columns;
    const { [field.name]: _fixed, ...otherFixed } = mapping.fixed;
    const isColumn = choice !== noColumn && choice !== sameForAll;
    onChange({
      ...mapping,
      columns: isColumn ? { ...otherColumns, [field.name]: choice } : otherColumns,
      fixed: choice === sameForAll ? { ...otherFixed, [field.name]: '' } : otherFixed,
    });
  };
  const ownColumn = fixed === undefined ? (mapping.columns[field.name] ?? noColumn) : sameForAll;
  return (
    <div className="records-source">
      <Select
        label={field.isNeeded ? t('import.needed', { field: name }) : name}
        value={ownColumn}
        options={[
          { id: noColumn, label: t('import.none') },
          { id: sameForAll, label: t('import.fixed') },
          ...(kind.isFileOnly ? [] : columns.map((column) => ({ id: column, label: column }))),
        ]}
        onChange={choose}
      />
      {fixed !== undefined && (
        <RecordFieldInput
          communityId={communityId}
          kind={kind}
          field={field}
          value={fixed}
          error={undefined}
          label={t('import.fixedValue', { field: name })}
          onChange={(text) => onChange({ ...mapping, fixed: { ...mapping.fixed, [field.name]: text } })}
        />
      )}
    </div>
  );
}

/** Which columns are questions. Everything else in the file is left unread. */
function ItemColumns({ columns, mapping, onChange }: MappingFormProps) {
  const { t } = useTranslation('records');
  const { items } = mapping;
  return (
    <Section title={t('import.items')} lead={t('import.itemsWords')}>
      <div className="records-items">
        {columns.map((column) => (
          <Checkbox
            key={column}
            isSelected={items.includes(column)}
            onChange={(on) =>
              onChange({ ...mapping, items: on ? [...items, column] : items.filter((item) => item !== column) })
            }
          >
            <FormattedText as="inline" text={column} />
          </Checkbox>
        ))}
      </div>
    </Section>
  );
}
