import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/ipc/topics/imports.ts';
import { Badge } from '../../ui/badge.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { PreviewSection } from './line-tables.tsx';

/** The first lines as activities. */
export function PreviewTable({ preview, timeZone }: { preview: ImportPreview; timeZone: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <PreviewSection
      preview={preview}
      columns={[
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
  );
}

/** What else a line says, in the order of the mapping. */
function marksOf(row: ImportPreview['rows'][number]) {
  return (['answers', 'request', 'noAnswer', 'spam', 'closed', 'bot'] as const).filter((mark) => row[mark]);
}
