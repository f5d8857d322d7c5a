import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '../../../shared/ipc/topics/imports.ts';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ArchiveOffer } from './archive/archive-offer.tsx';
import { useArchiveInspection } from './archive/queries.ts';
import { PreviewTable } from './import-preview.tsx';
import type { StartedImport } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';
import { MeaningForm } from './meaning-form.tsx';
import { useChooseFile, useInspection, usePreview, useStartActivities } from './queries.ts';
import { ReportMeaning } from './reports/report-meaning.tsx';
import { useMeaning } from './use-meaning.ts';

type OnStarted = (run: StartedImport) => void;

/** Choosing a file, and once it is read what has to be said about it. */
export function ImportSetup({ onStarted }: { onStarted: OnStarted }) {
  const { t } = useTranslation('imports');
  const choose = useChooseFile();
  const [file, setFile] = useState<string | null>(null);
  const known = useArchiveInspection(file);
  const archive = known.data?.archive ?? null;
  const inspection = useInspection(known.data && archive === null ? file : null);
  return (
    <>
      <div className="imports-actions">
        <Button
          variant={file === null ? 'primary' : 'secondary'}
          icon={FileUp}
          onPress={() => choose.mutate(undefined, { onSuccess: (chosen) => setFile(chosen?.file ?? file) })}
        >
          {t(file === null ? 'screen.choose' : 'screen.chooseOther')}
        </Button>
      </div>
      <p className="ui-description">{t('screen.privacy')}</p>
      {file !== null && (known.isPending || inspection.isLoading) && <Skeleton rows={6} />}
      <FailureCallout error={choose.error ?? known.error ?? inspection.error} />
      {file !== null && known.data && archive && (
        <ArchiveOffer key={file} file={file} archive={archive} keptAs={known.data.keptAs} onStarted={onStarted} />
      )}
      {/* Another file starts from its own suggestion, not from what was said about the one before. */}
      {file !== null && inspection.data && (
        <TableOffer key={file} file={file} inspection={inspection.data} onStarted={onStarted} />
      )}
    </>
  );
}

interface FileMeaningProps {
  file: string;
  inspection: ImportInspection;
  onStarted: OnStarted;
}

/** A table holds activities or reports: which of them, only a person can tell. */
function TableOffer(props: FileMeaningProps) {
  const { t } = useTranslation('imports');
  const [holds, setHolds] = useState<'activities' | 'reports'>('activities');
  return (
    <>
      {props.inspection.warnings.map((warning) => (
        <Callout key={warning} tone="waiting" title={t(`warnings.${warning}` as 'screen.title')} />
      ))}
      <div className="imports-fields">
        <Select
          label={t('screen.holds')}
          value={holds}
          options={[
            { id: 'activities', label: t('screen.holdsActivities') },
            { id: 'reports', label: t('screen.holdsReports') },
          ]}
          onChange={(chosen) => setHolds(chosen as typeof holds)}
        />
      </div>
      {holds === 'activities' ? <FileMeaning {...props} /> : <ReportMeaning {...props} />}
    </>
  );
}

/** Activities of a file: what is said about it, and how that starts. */
function FileMeaning({ file, inspection, onStarted }: FileMeaningProps) {
  const { t } = useTranslation('imports');
  const communities = useCommunities().data ?? [];
  const meaning = useMeaning(file, inspection.suggested);
  const { mapping, setMapping, source, target, keepAs } = meaning;
  const isComplete = Boolean(mapping.columns.member && mapping.columns.at);
  const preview = usePreview(isComplete ? source : null);
  const start = useStartActivities();
  return (
    <MeaningForm
      meaning={meaning}
      communities={communities}
      holds="activities"
      columns={inspection.columns}
      onUse={(saved) => saved.holds === 'activities' && setMapping(saved.mapping)}
      incomplete={isComplete ? null : t('screen.mapping.incomplete')}
      preview={preview}
      table={preview.data && <PreviewTable preview={preview.data} timeZone={target.timeZone} />}
      start={start}
      onStart={() => start.mutate({ source, target, keepAs }, { onSuccess: onStarted })}
    >
      <MappingForm columns={inspection.columns} mapping={mapping} onChange={setMapping} />
    </MeaningForm>
  );
}
