import { useTranslation } from 'react-i18next';
import { harmCategories } from '../../../shared/domain/report.ts';
import type { CaseReport } from '../../../shared/ipc/topics/case-report.ts';
import { Select } from '../../ui/select.tsx';

const unsaid = 'unsaid';
const nobody = 'nobody';

/** Whom a report of harm to a person was about: no platform tells. Nothing for reports that harm nobody in particular. */
export function HarmedChoice({ report, onSay }: { report: CaseReport; onSay: (harmed: CaseReport['harmed']) => void }) {
  const { t } = useTranslation('case');
  if (!harmCategories.includes(report.categoryCorrected ?? report.categoryReceived)) return null;
  const people = report.nearby.map(({ memberId, name, handle }) => ({
    id: String(memberId),
    label: name || handle,
    description: name === handle ? undefined : handle,
  }));
  return (
    <Select
      className="case-harmed"
      label={t('reports.harmed.label')}
      description={t('reports.harmed.words')}
      options={[
        { id: unsaid, label: t('reports.harmed.unsaid') },
        ...people,
        { id: nobody, label: t('reports.harmed.nobody') },
      ]}
      value={report.harmed === null ? unsaid : String(report.harmed)}
      onChange={(id) => {
        if (id === unsaid) onSay(null);
        else onSay(id === nobody ? nobody : Number(id));
      }}
    />
  );
}
