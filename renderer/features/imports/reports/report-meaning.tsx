import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '../../../../shared/ipc/topics/imports.ts';
import type { ReportMapping } from '../../../../shared/ipc/topics/report-imports.ts';
import { useCommunities } from '../../../app/communities/use-communities.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { StartedImport } from '../import-progress.tsx';
import { SavedMappings } from '../mappings/saved-mappings.tsx';
import { newCommunity, type Target, TargetCommunity } from '../target-community.tsx';
import { useReportPreview, useReportSuggestion, useStartReports } from './queries.ts';
import { ReportMappingForm } from './report-mapping-form.tsx';
import { ReportPreviewTable } from './report-preview.tsx';

interface ReportMeaningProps {
  file: string;
  inspection: ImportInspection;
  onStarted: (run: StartedImport) => void;
}

/** Reports of a file: where they go, what the columns mean, what the first lines become; then "run". */
export function ReportMeaning(props: ReportMeaningProps) {
  const suggestion = useReportSuggestion(props.file);
  if (suggestion.error) return <FailureCallout error={suggestion.error} />;
  if (!suggestion.data) return <Skeleton rows={4} />;
  return <WithSuggestion {...props} suggested={suggestion.data} />;
}

function WithSuggestion({ file, inspection, onStarted, suggested }: ReportMeaningProps & { suggested: ReportMapping }) {
  const { t } = useTranslation('imports');
  const communities = (useCommunities().data ?? []).filter(({ platform }) => platform === 'import');
  const start = useStartReports();
  const [mapping, setMapping] = useState(suggested);
  const [keepAs, setKeepAs] = useState('');
  const [target, setTarget] = useState<Target>({
    choice: newCommunity,
    name: '',
    holdsPersonalData: true,
    timeZone: 'UTC',
  });
  const isComplete = Boolean(mapping.columns.target && mapping.columns.at);
  const source = { file, mapping, timeZone: target.timeZone };
  const preview = useReportPreview(isComplete ? source : null);
  const isNew = target.choice === newCommunity;
  const nameMissing = isNew && target.name.trim() === '';
  return (
    <>
      <TargetCommunity communities={communities} target={target} onChange={setTarget} />
      <SavedMappings
        key={target.choice}
        communityId={isNew ? null : Number(target.choice)}
        holds="reports"
        columns={inspection.columns}
        onUse={(saved) => saved.holds === 'reports' && setMapping(saved.mapping)}
      />
      <ReportMappingForm columns={inspection.columns} mapping={mapping} onChange={setMapping} />
      {!isComplete && <Callout tone="waiting" title={t('reports.incomplete')} />}
      <FailureCallout error={preview.error} />
      {preview.data && <ReportPreviewTable preview={preview.data} timeZone={target.timeZone} />}
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
