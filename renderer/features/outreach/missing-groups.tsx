import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';
import {
  crossings,
  type SplitCrossing,
  type SplitMeasure,
  type SplitTime,
  splitMeasures,
  splitTimes,
  teamMeasures,
} from '../../../shared/domain/health/split.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useIdentityState } from './queries.ts';
import { SplitCharts } from './split-charts.tsx';

/**
 * Who is missing: one measure by the answers to one question. The menus are all there is: no range of dates, no filter, no
 * "not", no "or" (health.md C.6).
 */
export function MissingGroups({ communityId, doors }: { communityId: number; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const identity = useIdentityState(communityId);
  if (identity.isPending) return <Skeleton rows={8} />;
  if (identity.error) return <DashboardFailed onRetry={() => void identity.refetch()} />;
  if (identity.data.loss !== null) {
    return (
      <Callout tone="harm" title={t('split.lost')}>
        {t('split.lostWords')}
      </Callout>
    );
  }
  const [first] = identity.data.questions;
  if (!first) {
    return (
      <EmptyState
        icon={UsersRound}
        title={t('split.noQuestions')}
        actions={
          doors.rooms.includes('identity') && (
            <Button variant="primary" onPress={() => doors.onOpen('identity')}>
              {t('outreach.identity')}
            </Button>
          )
        }
      >
        {t('split.noQuestionsWords')}
      </EmptyState>
    );
  }
  return <Choices communityId={communityId} questions={identity.data.questions} first={first} doors={doors} />;
}

function Choices({
  communityId,
  questions,
  first,
  doors,
}: {
  communityId: number;
  questions: readonly IdentityQuestion[];
  first: IdentityQuestion;
  doors: ScreenDoors;
}) {
  const { t } = useTranslation('dashboards');
  const { locale } = useFormat();
  const [question, setQuestion] = useState(first.key);
  const [measure, setMeasure] = useState<SplitMeasure>('representation');
  const [cross, setCross] = useState<SplitCrossing>('none');
  const [time, setTime] = useState<SplitTime>('week');
  // A quarter is shown as it leaves: what is for the team alone is not of it, and crossings stay on the screen.
  const leaves = time === 'quarter';
  const measures = splitMeasures.filter((one) => !(leaves && teamMeasures.includes(one)));
  const choose = (next: SplitTime): void => {
    setTime(next);
    if (next !== 'quarter') return;
    setCross('none');
    if (teamMeasures.includes(measure)) setMeasure('representation');
  };
  return (
    <div className="outreach-missing">
      <p className="ui-description">{t('split.lead')}</p>
      <div className="outreach-choices">
        <Select
          label={t('split.question')}
          value={question}
          options={questions.map((one) => ({ id: one.key, label: inLanguage(one.wording, locale) || one.key }))}
          onChange={setQuestion}
        />
        <Select
          label={t('split.measure')}
          value={measure}
          options={measures.map((one) => ({ id: one, label: t(`split.measures.${one}`) }))}
          onChange={setMeasure}
        />
        <Select
          label={t('split.cross')}
          value={cross}
          options={crossings
            .filter((one) => !leaves || one === 'none')
            .map((one) => ({ id: one, label: t(`split.crossings.${one}`) }))}
          onChange={setCross}
        />
        <Select
          label={t('split.time')}
          value={time}
          options={splitTimes.map((one) => ({ id: one, label: t(`split.times.${one}`) }))}
          onChange={choose}
        />
      </div>
      <SplitCharts choice={{ communityId, question, measure, cross, time }} doors={doors} />
    </div>
  );
}
