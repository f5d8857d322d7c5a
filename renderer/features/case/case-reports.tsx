import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseReport, ReporterFacts } from '../../../shared/ipc/topics/case-report.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { ColleagueNotes } from './colleague-notes.tsx';
import { CoveredText } from './covered-text.tsx';
import { HarmedChoice } from './harmed-choice.tsx';
import { Moment } from './moment.tsx';

const shownAtFirst = 5;

/** Who reported. */
function ReporterName({ reporter }: { reporter: ReporterFacts }) {
  const { t } = useTranslation('case');
  const name = reporter.name || reporter.handle;
  return (
    <p className="case-byline">
      {name ? (
        <FormattedText as="inline" className="case-byline-name" text={name} />
      ) : (
        <span className="case-byline-name">{t('reports.unnamed')}</span>
      )}
      {reporter.handle !== null && reporter.handle !== name && (
        <FormattedText as="inline" className="case-handle" text={reporter.handle} />
      )}
      {!name && reporter.server !== null && (
        <span className="case-handle">{t('reports.from', { server: reporter.server })}</span>
      )}
    </p>
  );
}

/** What is known about a reporter's earlier reports: plain counts with the day they hold for. */
function Facts({ reporter }: { reporter: ReporterFacts }) {
  const { t } = useTranslation('case');
  const format = useFormat();
  const date = format.day(useNow());
  if (reporter.handle === null && reporter.name === null) return null;
  return (
    <p className="case-facts ui-figures">
      {t('reports.facts', {
        date,
        made: t('reports.made', { count: reporter.reportsMade }),
        upheld: t('reports.upheld', { count: reporter.reportsUpheld }),
        notUpheld: t('reports.notUpheld', { count: reporter.reportsNotUpheld }),
        badFaith: t('reports.badFaith', { count: reporter.reportsBadFaith }),
      })}
    </p>
  );
}

type SayHarm = (reportId: number, harmed: CaseReport['harmed']) => void;

function Report({ report, community, onHarm }: { report: CaseReport; community: string; onHarm: SayHarm }) {
  const { t } = useTranslation('case');
  const corrected = report.categoryCorrected !== report.categoryReceived ? report.categoryCorrected : null;
  return (
    <li className="case-report">
      <div className="case-report-head">
        <ReporterName reporter={report.reporter} />
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
      <Facts reporter={report.reporter} />
      <p className="case-quiet">
        {t('reports.received', { category: t(`category.${report.categoryReceived}`) })}
        {corrected !== null && `, ${t('reports.corrected', { category: t(`category.${corrected}`) })}`}
        {report.assignedTo !== null && ` · ${t('reports.assigned', { name: report.assignedTo })}`}
        {report.resolvedBy !== null && ` · ${t('reports.resolvedBy', { name: report.resolvedBy })}`}
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
      <HarmedChoice report={report} onSay={(harmed) => onHarm(report.reportId, harmed)} />
      <ColleagueNotes notes={report.notes} community={community} />
    </li>
  );
}

/** Everybody's words of complaint, never filtered, with what colleagues noted about them on the community's own pages. */
export function CaseReports({
  reports,
  community,
  onHarm,
}: {
  reports: readonly CaseReport[];
  community: string;
  onHarm: SayHarm;
}) {
  const { t } = useTranslation('case');
  const [all, setAll] = useState(false);
  const shown = all ? reports : reports.slice(0, shownAtFirst);
  const hidden = reports.length - shown.length;
  return (
    <section className="case-section" aria-labelledby="case-reports">
      <h3 id="case-reports">{t('reports.title', { count: reports.length })}</h3>
      <ol className="case-report-list">
        {shown.map((report) => (
          <Report key={report.reportId} report={report} community={community} onHarm={onHarm} />
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
