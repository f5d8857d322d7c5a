import { useTranslation } from 'react-i18next';
import type { IdentityPreview } from '../../../shared/ipc/topics/identity.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { Table } from '../../ui/table.tsx';

/** Lines that are left out, by reason. Reasons are codes of the importer; a unit test sees that each has words. */
export function RefusedLines({ refused }: { refused: IdentityPreview['refused'] }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  if (refused.length === 0) return null;
  return (
    <Table
      caption={t('preview.reason')}
      hideCaption
      rows={refused}
      rowKey={({ reason }) => reason}
      columns={[
        {
          id: 'reason',
          header: t('preview.reason'),
          rowHeader: true,
          // What can be wrong with any file has its words with the imports.
          cell: ({ reason }) =>
            t([`reasons.${reason}`, `imports:reasons.${reason}`] as unknown as 'reasons.no-consent'),
        },
        { id: 'lines', header: t('preview.lines'), numeric: true, cell: ({ lines }) => format.number(lines) },
      ]}
    />
  );
}
