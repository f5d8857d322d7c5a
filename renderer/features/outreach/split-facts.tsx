import { useTranslation } from 'react-i18next';
import type { SplitPage } from '../../../shared/ipc/topics/dashboards.ts';
import { useChartWords } from '../../ui/charts/chart-words.ts';

/** What a split is of, what leaves of it, and which quarter it is compared with. */
export function SplitFacts({ page }: { page: SplitPage }) {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  const { snapshotDay, questionVersion, quarter } = page;
  return (
    <>
      <p className="ui-board-facts ui-figures">
        <span>
          {quarter
            ? t('split.quarterSnapshot', { quarter: words.period(quarter) })
            : t('split.snapshot', { day: words.day(snapshotDay) })}
        </span>
        <span>{t('split.version', { version: questionVersion })}</span>
      </p>
      <div className="ui-description">
        {!quarter && <p>{t('split.held')}</p>}
        <FilesNote page={page} />
        <EarlierNote page={page} />
      </div>
    </>
  );
}

function FilesNote({ page: { files, quarter } }: { page: SplitPage }) {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  switch (files.state) {
    case 'quarter':
      return (
        <p>{quarter ? t('split.files.same') : t('split.files.quarter', { quarter: words.period(files.quarter) })}</p>
      );
    case 'open':
      return <p>{t('split.files.open', { day: words.day(files.from) })}</p>;
    default:
      return <p>{t(`split.files.${files.state}`)}</p>;
  }
}

/** Why nothing is compared; where something is, the chart says so itself. */
function EarlierNote({ page: { earlier, files, chart } }: { page: SplitPage }) {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  if (!chart || files.state === 'team' || files.state === 'crossed' || earlier?.isCompared) return null;
  if (!earlier) return <p>{t('split.earlier.none')}</p>;
  return <p>{t('split.earlier.apart', { quarter: words.period(earlier.quarter) })}</p>;
}
