import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection, ImportMapping } from '../../../shared/ipc/topics/imports.ts';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ArchiveOffer } from './archive/archive-offer.tsx';
import { useArchiveInspection } from './archive/queries.ts';
import { PreviewTable } from './import-preview.tsx';
import type { StartedImport } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';
import { useChooseFile, useInspection, usePreview, useStartInCommunity } from './queries.ts';
import { newCommunity, type Target, TargetCommunity } from './target-community.tsx';

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
        <FileMeaning key={file} file={file} inspection={inspection.data} onStarted={onStarted} />
      )}
    </>
  );
}

interface FileMeaningProps {
  file: string;
  inspection: ImportInspection;
  onStarted: OnStarted;
}

/** Where the activities go, what the columns mean, what the first lines become; then "run". */
function FileMeaning({ file, inspection, onStarted }: FileMeaningProps) {
  const { t } = useTranslation('imports');
  const communities = useCommunities();
  const start = useStartInCommunity();
  const [mapping, setMapping] = useState<ImportMapping>(inspection.suggested);
  const [target, setTarget] = useState<Target>({
    choice: newCommunity,
    name: '',
    holdsPersonalData: true,
    timeZone: 'UTC',
  });
  const isComplete = Boolean(mapping.columns.member && mapping.columns.at);
  const source = { file, mapping, timeZone: target.timeZone };
  const preview = usePreview(isComplete ? source : null);
  const nameMissing = target.choice === newCommunity && target.name.trim() === '';
  return (
    <>
      {inspection.warnings.map((warning) => (
        <Callout key={warning} tone="waiting" title={t(`warnings.${warning}` as 'screen.title')} />
      ))}
      <TargetCommunity communities={communities.data ?? []} target={target} onChange={setTarget} />
      <MappingForm inspection={inspection} mapping={mapping} onChange={setMapping} />
      {!isComplete && <Callout tone="waiting" title={t('screen.mapping.incomplete')} />}
      <FailureCallout error={preview.error} />
      {preview.data && <PreviewTable preview={preview.data} timeZone={target.timeZone} />}
      <FailureCallout error={start.error} />
      <div className="imports-actions">
        <Button
          variant="primary"
          isDisabled={!isComplete || nameMissing || preview.error !== null}
          isPending={start.isPending}
          onPress={() => start.mutate({ source, target }, { onSuccess: onStarted })}
        >
          {t('screen.start')}
        </Button>
        {nameMissing && <span className="ui-description">{t('screen.target.nameMissing')}</span>}
      </div>
    </>
  );
}
