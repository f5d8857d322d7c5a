import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '../../../../shared/ipc/topics/imports.ts';
import type { ReportMapping } from '../../../../shared/ipc/topics/report-imports.ts';
import { useCommunities } from '../../../app/communities/use-communities.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { StartedImport } from '../import-progress.tsx';
import { MeaningForm } from '../meaning-form.tsx';
import { useMeaning } from '../use-meaning.ts';
import { useReportPreview, useReportSuggestion, useStartReports } from './queries.ts';
import { ReportMappingForm } from './report-mapping-form.tsx';
import { ReportPreviewTable } from './report-preview.tsx';

interface ReportMeaningProps {
  file: string;
  inspection: ImportInspection;
  onStarted: (run: StartedImport) => void;
}

/** Reports of a file: what is said about it, and how that starts. */
export function ReportMeaning(props: ReportMeaningProps) {
  const suggestion = useReportSuggestion(props.file);
  if (suggestion.error) return <FailureCallout error={suggestion.error} />;
  if (!suggestion.data) return <Skeleton rows={4} />;
  return <WithSuggestion {...props} suggested={suggestion.data} />;
}

function WithSuggestion({ file, inspection, onStarted, suggested }: ReportMeaningProps & { suggested: ReportMapping }) {
  const { t } = useTranslation('imports');
  const communities = (useCommunities().data ?? []).filter(({ platform }) => platform === 'import');
  const meaning = useMeaning(file, suggested);
  const { mapping, setMapping, source, target, keepAs } = meaning;
  const isComplete = Boolean(mapping.columns.target && mapping.columns.at);
  const preview = useReportPreview(isComplete ? source : null);
  const start = useStartReports();
  return (
    <MeaningForm
      meaning={meaning}
      communities={communities}
      holds="reports"
      columns={inspection.columns}
      onUse={(saved) => saved.holds === 'reports' && setMapping(saved.mapping)}
      incomplete={isComplete ? null : t('reports.incomplete')}
      preview={preview}
      table={preview.data && <ReportPreviewTable preview={preview.data} timeZone={target.timeZone} />}
      start={start}
      onStart={() => start.mutate({ source, target, keepAs }, { onSuccess: onStarted })}
    >
      <ReportMappingForm columns={inspection.columns} mapping={mapping} onChange={setMapping} />
    </MeaningForm>
  );
}
