import { useTranslation } from 'react-i18next';
import { benchmarkCaption, benchmarkSource } from '../../../shared/domain/health/benchmark-words.ts';
import type { ChartBenchmark } from '../../../shared/domain/health/chart.ts';
import { Select } from '../select.tsx';
import { useChartWords } from './chart-words.ts';

/** Which of several populations a chart stands beside. None of them is the right one, so a person says. */
export function BenchmarkChoice({
  benchmarks,
  chosen,
  onChoose,
}: {
  benchmarks: readonly ChartBenchmark[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const options = benchmarks.map((one) => ({ id: one.id, label: words.sentence(benchmarkCaption(one)) }));
  return <Select label={t('benchmark.choose')} options={options} value={chosen} onChange={onChoose} />;
}

/** The population a chart stands beside: who, where and when; on demand what they were asked and where that is written. */
export function BenchmarkCaption({ benchmark }: { benchmark: ChartBenchmark }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <figcaption className="ui-benchmark">
      <p>
        {words.sentence(benchmarkCaption(benchmark))} {t('benchmark.mark')}
      </p>
      <details>
        <summary>{t('benchmark.sourceOf')}</summary>
        <p>{words.sentence(benchmarkSource(benchmark))}</p>
      </details>
    </figcaption>
  );
}
