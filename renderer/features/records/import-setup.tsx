import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import type { RecordInspection, RecordMapping } from '../../../shared/ipc/topics/records.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ImportPreview } from './import-preview.tsx';
import { MappingForm } from './mapping-form.tsx';
import { usePreview, useStartImport } from './queries.ts';

interface ImportSetupProps {
  readonly communityId: number;
  readonly kind: RecordKind;
  readonly file: string;
  readonly inspection: RecordInspection;
  readonly onStarted: (run: { jobId: string; importId: number }) => void;
}

/** What the columns mean and what the first lines become; then "import". */
export function ImportSetup({ communityId, kind, file, inspection, onStarted }: ImportSetupProps) {
  const { t } = useTranslation('records');
  const { t: tImports } = useTranslation('imports');
  const [mapping, setMapping] = useState<RecordMapping>(inspection.suggested);
  const start = useStartImport();
  const complete = isComplete(kind, mapping);
  const source = { communityId, kind: kind.id, file, mapping };
  const preview = usePreview(complete ? source : null);
  return (
    <>
      {inspection.warnings.map((warning) => (
        <Callout key={warning} tone="waiting" title={tImports(`warnings.${warning}` as 'screen.title')} />
      ))}
      <MappingForm
        communityId={communityId}
        kind={kind}
        columns={inspection.columns}
        mapping={mapping}
        onChange={setMapping}
      />
      {!complete && <Callout tone="waiting" title={t('import.incomplete')} />}
      {complete && <FailureCallout error={preview.error} />}
      {complete && preview.data && !preview.error && <ImportPreview kind={kind} preview={preview.data} />}
      <FailureCallout error={start.error} />
      <div className="records-tools">
        <Button
          variant="primary"
          isDisabled={!complete || preview.error !== null}
          isPending={start.isPending}
          onPress={() => start.mutate(source, { onSuccess: onStarted })}
        >
          {t('import.start')}
        </Button>
      </div>
    </>
  );
}

function isComplete(kind: RecordKind, { columns, fixed, items }: RecordMapping): boolean {
  const given = (name: string) => (columns[name] ?? '') !== '' || (fixed[name] ?? '').trim() !== '';
  if (kind.isFileOnly && items.length === 0) return false;
  return kind.fields.every(({ name, isNeeded }) => !isNeeded || given(name));
}
