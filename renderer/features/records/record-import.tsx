import { ArrowLeft, FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templateOf } from '../../../shared/domain/health/record-template.ts';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useSaveText } from '../../app/files/use-save-text.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ImportRun } from './import-run.tsx';
import { ImportSetup } from './import-setup.tsx';
import { useChooseFile, useInspection } from './queries.ts';
import { useRecordWords } from './use-record-words.ts';

interface RecordImportProps {
  readonly communityId: number;
  readonly kind: RecordKind;
  readonly onClose: () => void;
}

/** From a file to records: choose, say where each field comes from, look at the first lines, run. */
export function RecordImport({ communityId, kind, onClose }: RecordImportProps) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const [file, setFile] = useState<string | null>(null);
  const [run, setRun] = useState<{ jobId: string; importId: number } | null>(null);
  const choose = useChooseFile();
  const saveText = useSaveText();
  const inspection = useInspection(file, kind.id);
  const title = t('import.title', { kind: words.title(kind.id) });
  return (
    <section className="records-import" aria-label={title}>
      <div className="records-tools">
        <h3>{title}</h3>
        <Button variant="quiet" icon={ArrowLeft} mirrorIcon onPress={onClose}>
          {t('import.back')}
        </Button>
      </div>
      {run ? (
        <ImportRun {...run} kind={kind} onDone={onClose} />
      ) : (
        <>
          <p className="ui-description">{t('import.lead')}</p>
          <div className="records-tools">
            <Button
              variant={file === null ? 'primary' : 'secondary'}
              icon={FileUp}
              onPress={() => choose.mutate(undefined, { onSuccess: (chosen) => setFile(chosen?.file ?? file) })}
            >
              {t(file === null ? 'import.choose' : 'import.chooseOther')}
            </Button>
            {!kind.isFileOnly && (
              <Button
                icon={FileDown}
                onPress={() =>
                  saveText('csv', () => ({ text: templateOf(kind), suggestedName: `${t('import.templateName')}.csv` }))
                }
              >
                {t('import.template')}
              </Button>
            )}
          </div>
          {file !== null && inspection.isPending && <Skeleton rows={6} />}
          <FailureCallout error={choose.error ?? inspection.error} />
          {/* Another file starts from its own suggestion. */}
          {file !== null && inspection.data && (
            <ImportSetup
              key={file}
              communityId={communityId}
              kind={kind}
              file={file}
              inspection={inspection.data}
              onStarted={setRun}
            />
          )}
        </>
      )}
    </section>
  );
}
