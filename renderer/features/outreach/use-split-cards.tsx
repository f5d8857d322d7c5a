import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { coverageSentences } from '../../../shared/domain/health/coverage-sentences.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';
import type { SplitPage } from '../../../shared/ipc/topics/dashboards.ts';
import type { CardOwn } from '../../ui/charts/card-picture.tsx';
import { useChartWords } from '../../ui/charts/chart-words.ts';
import { useFormat } from '../../ui/format/use-format.ts';

/** One chart of a split, as a card or a picture of it shows it. */
export interface SplitCard {
  readonly chart: MetricChart;
  readonly own: CardOwn;
}

/**
 * Makes the cards of a split, who answered first: whoever reads on knows for whom the rest speaks. `alone`: for pictures,
 * each of which stands without the others and says the same for itself.
 */
export function useSplitCards(): (page: SplitPage, alone?: boolean) => readonly SplitCard[] {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  const { locale } = useFormat();
  return useCallback(
    (page, alone = false) => {
      const { quarter, wording, coverage } = page;
      const wordsOf = ({ dashboard, metricId }: MetricChart, name: 'title' | 'definition') =>
        words.sentence({ key: `${dashboard}:${metricId}.${name}`, params: {} });
      const ownOf = (chart: MetricChart) => {
        const title = wordsOf(chart, 'title');
        return {
          title: quarter ? t('split.ofQuarter', { title, quarter: words.period(quarter) }) : title,
          definition: wordsOf(chart, 'definition'),
          notes: chart.annotations,
        };
      };
      const asked = t('split.asked', { question: inLanguage(wording, locale) });
      const told = coverageSentences(coverage);
      const further = told.filter(({ key }) => !isFinding(key));
      const ofMeasure = alone ? [asked, ...told.map(words.sentence)] : [];
      const facts = { coverage: [asked, ...further.map(words.sentence), t('split.coverageLead')], measure: ofMeasure };
      const { coverageChart, chart, beside } = page;
      return [
        { chart: coverageChart, own: { ...ownOf(coverageChart), facts: <Facts said={facts.coverage} /> } },
        ...[...(chart ? [chart] : []), ...beside].map((one) => ({
          chart: one,
          own: { ...ownOf(one), facts: <Facts said={facts.measure} /> },
        })),
      ];
    },
    [t, words, locale],
  );
}

/** Said by the card already, with its interval. */
function isFinding(key: string): boolean {
  return key.includes('.askedNotNoted') || key.includes('.answered.');
}

function Facts({ said }: { said: readonly string[] }) {
  return said.length === 0 ? null : <p className="ui-reading">{said.join(' ')}</p>;
}
