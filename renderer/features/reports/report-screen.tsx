import { FileText, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportVersions } from '../../../shared/domain/health/report.ts';
import type { Input } from '../../app/api.ts';
import { useChosenCommunity } from '../../app/communities/use-chosen-community.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FirstPageSection } from './first-page-section.tsx';
import { type StartedReport, useExportReport } from './queries.ts';
import { useReportDraft } from './report-draft.ts';
import { ReportRun } from './report-run.tsx';
import './reports.css';

type Format = Input<'reports.export'>['formats'][number];
type ReportLanguage = Input<'reports.export'>['locale'];
const formats: readonly Format[] = ['html', 'pdf', 'csv', 'json'];
const reportLanguages: readonly { id: ReportLanguage; label: string }[] = [
  { id: 'en', label: 'English' },
  { id: 'ar', label: 'العربية' },
];

/** Publishes a report: for whom, what stands on its first page, what people are promised, then one button. */
export function ReportScreen() {
  const { t, i18n } = useTranslation('reports');
  const { communities, community, menu } = useChosenCommunity();
  const exportReport = useExportReport();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<ReportLanguage>(i18n.language === 'ar' ? 'ar' : 'en');
  const [wanted, setWanted] = useState<readonly Format[]>(formats);
  const [run, setRun] = useState<StartedReport | null>(null);
  const { draft, change } = useReportDraft(community?.id ?? null);

  if (communities.isPending) return <Skeleton rows={6} />;
  if (communities.error) return <FailureCallout error={communities.error} onRetry={() => void communities.refetch()} />;
  if (community === null) {
    return (
      <EmptyState icon={FileText} title={t('screen.empty.title')}>
        {t('screen.empty.words')}
      </EmptyState>
    );
  }
  const begin = () =>
    exportReport.mutate(
      {
        communityId: community.id,
        locale: language,
        formats: formats.filter((format) => wanted.includes(format)),
        title,
        version: draft.version,
        changed: draft.changed,
        withNotes: draft.withNotes,
        headlines: draft.headlines,
      },
      { onSuccess: setRun },
    );
  return (
    <Page title={t('screen.title')} lead={t('screen.lead')}>
      <Section title={t('screen.what')}>
        <div className="reports-fields">
          <Select label={t('screen.community')} {...menu} />
          <Select label={t('screen.language')} value={language} options={reportLanguages} onChange={setLanguage} />
        </div>
        <ChoiceGroup
          label={t('screen.version')}
          choices={reportVersions.map((version) => ({
            id: version,
            label: t(`screen.versions.${version}`),
            description: t(`screen.versions.${version}Words`),
          }))}
          value={draft.version}
          onChange={(version) => change({ version })}
        />
        <TextField
          label={t('screen.reportTitle')}
          description={t('screen.reportTitleWords')}
          value={title}
          onChange={setTitle}
        />
      </Section>
      <FirstPageSection key={community.id} communityId={community.id} draft={draft} onChange={change} />
      <Section title={t('screen.files')}>
        <div className="reports-formats">
          {formats.map((format) => (
            <Checkbox
              key={format}
              isSelected={wanted.includes(format)}
              onChange={(isOn) => setWanted(isOn ? [...wanted, format] : wanted.filter((one) => one !== format))}
              description={t(`screen.formats.${format}Words`)}
            >
              {t(`screen.formats.${format}`)}
            </Checkbox>
          ))}
        </div>
      </Section>
      <Section title={t('screen.promise.title')}>
        <ul className="reports-promise ui-reading">
          <li>{t('screen.promise.rounded')}</li>
          <li>{t('screen.promise.percent')}</li>
          <li>{t('screen.promise.names')}</li>
        </ul>
      </Section>
      {run ? (
        <ReportRun {...run} onAgain={() => setRun(null)} />
      ) : (
        <>
          <FailureCallout error={exportReport.error} />
          <div className="reports-actions">
            <Button
              variant="primary"
              icon={FolderOpen}
              isDisabled={wanted.length === 0}
              isPending={exportReport.isPending}
              onPress={begin}
            >
              {t('screen.export')}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}
