import { Download } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/ipc/topics/health.ts';
import { Button } from '../../../ui/button.tsx';
import { useFinding } from '../use-finding.ts';
import '../../../ui/charts/charts.css';
import './chart-frame.css';

export interface ChartFrameProps {
  title: string;
  finding: Finding;
  caveats: readonly Finding[];
  definition: string;
  chart: ReactNode;
  /** The same numbers as text. Always there: the chart is an addition to it. */
  table: ReactNode;
  /** Null where there is no file of it. */
  onSaveCsv: (() => void) | null;
}

/** One chart as every chart stands: a finding in one sentence, the picture, its caveats, definition, table and file. */
export function ChartFrame({ title, finding, caveats, definition, chart, table, onSaveCsv }: ChartFrameProps) {
  const { t } = useTranslation('health');
  const say = useFinding();
  const [showsTable, setShowsTable] = useState(false);
  const [showsDefinition, setShowsDefinition] = useState(false);
  const heading = useId();
  const details = useId();
  return (
    <section className="health-chart" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="health-finding">{say(finding)}</p>
      <div className="health-picture">{chart}</div>
      {caveats.length > 0 && (
        <ul className="health-caveats">
          {caveats.map((caveat) => (
            <li key={caveat.key}>{say(caveat)}</li>
          ))}
        </ul>
      )}
      <div className="health-chart-actions">
        <Button
          variant="quiet"
          aria-expanded={showsTable}
          aria-controls={details}
          onPress={() => setShowsTable(!showsTable)}
        >
          {showsTable ? t('screen.chart.hideTable') : t('screen.chart.showTable')}
        </Button>
        <Button
          variant="quiet"
          aria-expanded={showsDefinition}
          aria-controls={details}
          onPress={() => setShowsDefinition(!showsDefinition)}
        >
          {t('screen.chart.definition')}
        </Button>
        {onSaveCsv && (
          <Button variant="quiet" icon={Download} onPress={onSaveCsv}>
            {t('screen.chart.saveCsv')}
          </Button>
        )}
      </div>
      <div id={details} hidden={!(showsDefinition || showsTable)}>
        {showsDefinition && <p className="health-definition ui-reading">{definition}</p>}
        {showsTable && table}
      </div>
    </section>
  );
}
