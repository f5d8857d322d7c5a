import { useTranslation } from 'react-i18next';
import { activityKinds } from '../../../shared/domain/activity.ts';
import type { ImportField, ImportMapping, importFields } from '../../../shared/ipc/topics/imports.ts';
import { Select } from '../../ui/select.tsx';
import { ColumnForm } from './column-form.tsx';

// Spelt out here for the reason given in column-form.tsx.
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
  'state',
  'bot',
];
const needed: readonly ImportField[] = ['member', 'at'];

/** Which column of a file of activities means what. Two are needed: who, and when. */
export function MappingForm({
  columns,
  mapping,
  onChange,
}: {
  columns: readonly string[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}) {
  const { t } = useTranslation('imports');
  return (
    <ColumnForm
      lead={t('screen.mapping.lead')}
      fields={fields}
      needed={needed}
      wordsOf={(field) => t(`screen.fields.${field}`)}
      columns={columns}
      mapping={mapping}
      onChange={onChange}
    >
      <Select
        label={t('screen.mapping.defaultKind')}
        value={mapping.defaultKind}
        options={activityKinds.map((kind) => ({ id: kind, label: t(`screen.kinds.${kind}`) }))}
        onChange={(defaultKind) => onChange({ ...mapping, defaultKind })}
      />
    </ColumnForm>
  );
}
