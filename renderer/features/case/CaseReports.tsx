import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseReport, ReporterFacts } from '../../../shared/ipc/topics/case.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { CoveredText } from './CoveredText.tsx';
import { Moment } from './Moment.tsx';

const shownAtFirst = 5;

/** Who reported, and what is known about their earlier reports: plain counts with the day they hold for. */
function Reporter({ reporter }: { reporter: ReporterFacts }) {
  const { t } = useTranslation('case');
  const format = useFormat();
  const today = format.day(useNow());
  if (reporter.handle === null && reporter.name === null) {
    return (
      <p className="case-byline">
        <span className="case-byline-name">{t('reports.unnamed')}</span>
        {reporter.server !== null && (
          <span className="case-handle">{t('reports.from', { server: reporter.server })}</span>
        )}
      </p>
    );
  }
  return (
    <>
      <p className="case-byline">
        <FormattedText as="inline" className="case-byline-name" text={reporter.name || reporter.handle || ''} />
        {reporter.handle !== null && <FormattedText as="inline" className="case-handle" text={reporter.handle} />}
      </p>
      <p className="case-facts ui-figures">
        {t('reports.facts', {
          date: today,
          made: t('reports.made', { count: reporter.reportsMade }),
          upheld: t('reports.upheld', { count: reporter.reportsUpheld }),
          notUpheld: t('reports.notUpheld', { count: reporter.reportsNotUpheld }),
          badFaith: t('reports.badFaith', { count: reporter.reportsBadFaith }),
        })}
      </p>
    </>
  );
}

function Report({ report }: { report: CaseReport }) {
  const { t } = useTranslation('case');
  return (
    <li className="case-report">
      <div className="case-report-head">
        <Reporter reporter={report.reporter} />
        <div className="case-badges">
          {report.remoteState !== 'open' && (
            <Badge tone="waiting">{t(`reports.remoteState.${report.remoteState}`)}</Badge>
          )}
          {report.forwarded && <Badge>{t('reports.forwarded')}</Badge>}
          <span className="case-quiet">
            <Moment at={report.createdAt} say={(time) => time} />
          </span>
        </div>
      </div>
      <p className="case-quiet">
        {t('reports.received', { category: t(`category.${report.categoryReceived}`) })}
        {report.categoryCorrected !== null &&
          report.categoryCorrected !== report.categoryReceived &&
          `, ${t('reports.corrected', { category: t(`category.${report.categoryCorrected}`) })}`}
      </p>
      {report.rules.length > 0 && (
        <div className="case-quiet">
          {t('reports.rules')}:
          <ul className="case-rules">
            {report.rules.map((rule) => (
              <li key={rule}>
                <FormattedText as="inline" text={rule} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {report.comment.trim() === '' ? (
        <p className="case-quiet">{t('reports.noComment')}</p>
      ) : (
        <CoveredText id={`report-${report.reportId}`} text={report.comment} language={report.language} quiet />
      )}
      {report.assignedTo !== null && <p className="case-quiet">{t('reports.assigned', { name: report.assignedTo })}</p>}
      {report.resolvedBy !== null && (
        <p className="case-quiet">{t('reports.resolvedBy', { name: report.resolvedBy })}</p>
      )}
    </li>
  );
}

/** Everybody's words of complaint, never filtered. */
export function CaseReports({ reports }: { reports: readonly CaseReport[] }) {
  const { t } = useTranslation('case');
  const [all, setAll] = useState(false);
  const shown = all ? reports : reports.slice(0, shownAtFirst);
  const hidden = reports.length - shown.length;
  return (
    <section className="case-section" aria-labelledby="case-reports">
      <h3 id="case-reports">{t('reports.title', { count: reports.length })}</h3>
      <ol className="case-report-list">
        {shown.map((report) => (
          <Report key={report.reportId} report={report} />
        ))}
      </ol>
      {hidden > 0 && (
        <div>
          <Button onPress={() => setAll(true)}>{t('reports.more', { count: hidden })}</Button>
        </div>
      )}
    </section>
  );
}
