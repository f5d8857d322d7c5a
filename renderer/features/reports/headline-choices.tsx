import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { useChartWords } from '../../ui/charts/chart-words.ts';
import { Select } from '../../ui/select.tsx';
import { useReportChoices } from './queries.ts';
import type { DraftProps } from './report-draft.ts';

/** The findings that may stand on the first page, as they will be printed. */
export function HeadlineChoices({ communityId, draft, onChange }: DraftProps) {
  const { t } = useTranslation('reports');
  const words = useChartWords();
  const { query, computing } = useReportChoices(communityId, draft.version);
  if (query.isPending) return <ComputingNote computing={computing} label={t('screen.page.preparing')} rows={4} />;
  if (query.error) return <FailureCallout error={query.error} onRetry={() => void query.refetch()} />;
  const { quarter, headlines } = query.data;
  const title = (key: string) => words.sentence({ key, params: {} });
  return (
    <div className="reports-choices">
      <p className="ui-description">
        {t('screen.page.quarter', { from: words.day(quarter.from), to: words.day(quarter.to) })}
      </p>
      {headlines.map(({ topic, choices }) => {
        const [byRule] = choices;
        const label = t(`screen.page.topics.${topic}`);
        if (!byRule) {
          return (
            <p key={topic}>
              <strong>{label}</strong> {t('screen.page.none')}
            </p>
          );
        }
        const chosen = choices.find(({ metricId }) => metricId === draft.headlines[topic]) ?? byRule;
        return (
          <div key={topic} className="reports-choice">
            <Select
              label={label}
              value={chosen.metricId}
              options={choices.map((one) => ({
                id: one.metricId,
                label: one === byRule ? t('screen.page.byRule', { title: title(one.title) }) : title(one.title),
                description: words.sentence(one.finding),
              }))}
              onChange={(metricId) => onChange({ headlines: { ...draft.headlines, [topic]: metricId } })}
            />
            <p className="ui-reading">{words.sentence(chosen.finding)}</p>
          </div>
        );
      })}
    </div>
  );
}
