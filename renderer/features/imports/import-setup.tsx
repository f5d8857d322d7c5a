import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection, ImportMapping } from '../../../shared/ipc/topics/imports.ts';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ArchiveOffer } from './archive/archive-offer.tsx';
import { useArchiveInspection } from './archive/queries.ts';
import { PreviewTable } from './import-preview.tsx';
import type { StartedImport } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';
import { SavedMappings } from './mappings/saved-mappings.tsx';
import { useChooseFile, useInspection, usePreview, useStartInCommunity } from './queries.ts';
import { ReportMeaning } from './reports/report-meaning.tsx';
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

/** Where the activities go, what the columns mean, what the first lines become; then "run". */
function FileMeaning({ file, inspection, onStarted }: FileMeaningProps) {
  const { t } = useTranslation('imports');
  const communities = useCommunities();
  const start = useStartInCommunity();
  const [mapping, setMapping] = useState<ImportMapping>(inspection.suggested);
  const [keepAs, setKeepAs] = useState('');
  const [target, setTarget] = useState<Target>({
    choice: newCommunity,
    name: '',
    holdsPersonalData: true,
    timeZone: 'UTC',
  });
  const isComplete = Boolean(mapping.columns.member && mapping.columns.at);
  const source = { file, mapping, timeZone: target.timeZone };
  const preview = usePreview(isComplete ? source : null);
  const isNew = target.choice === newCommunity;
  const nameMissing = isNew && target.name.trim() === '';
  return (
    <>
      <TargetCommunity communities={communities.data ?? []} target={target} onChange={setTarget} />
      <SavedMappings
        key={target.choice}
        communityId={isNew ? null : Number(target.choice)}
        holds="activities"
        columns={inspection.columns}
        onUse={(saved) => saved.holds === 'activities' && setMapping(saved.mapping)}
      />
      <MappingForm inspection={inspection} mapping={mapping} onChange={setMapping} />
      {!isComplete && <Callout tone="waiting" title={t('screen.mapping.incomplete')} />}
      <FailureCallout error={preview.error} />
      {preview.data && <PreviewTable preview={preview.data} timeZone={target.timeZone} />}
      <TextField
        label={t('mappings.keepAs')}
        description={t('mappings.keepAsWords')}
        value={keepAs}
        onChange={setKeepAs}
      />
      <FailureCallout error={start.error} />
      <div className="imports-actions">
        <Button
          variant="primary"
          isDisabled={!isComplete || nameMissing || preview.error !== null}
          isPending={start.isPending}
          onPress={() => start.mutate({ source, target, keepAs }, { onSuccess: onStarted })}
        >
          {t('screen.start')}
        </Button>
        {nameMissing && <span className="ui-description">{t('screen.target.nameMissing')}</span>}
      </div>
    </>
  );
}
