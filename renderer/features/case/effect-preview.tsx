import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/domain/decision.ts';
import { tellsPerson } from '../../../shared/domain/tell-person.ts';
import type { CaseDraft, CaseView } from '../../../shared/ipc/topics/case.ts';
import { Badge } from '../../ui/badge.tsx';
import { groupPreview, type PreviewLine } from './decision-form.ts';
import { previewQuery } from './queries.ts';

/** One planned action in words; closing several reports is said once. */
function useLineWords(): (line: PreviewLine, server: boolean) => string {
  const { t } = useTranslation('case');
  return ({ kind, count }, server) => {
    if (kind === 'report.resolve') return t(server ? 'decision.serverCloses' : 'decision.closeReports', { count });
    if (kind === 'post.remove') return t('decision.removesPosts', { count });
    if (kind === 'post.restore') return t('decision.restoresPosts', { count });
    return t(`action.${kind}`);
  };
}

interface PreviewProps {
  readonly view: Pick<CaseView, 'caseId' | 'capabilities'>;
  readonly draft: CaseDraft;
}

function Preview({ view, finding, draft }: PreviewProps & { finding: Finding }) {
  const { t } = useTranslation('case');
  const words = useLineWords();
  const { data, error } = useQuery({
    ...previewQuery({
      caseId: view.caseId,
      finding,
      personEffect: draft.personEffect,
      notifyPerson: tellsPerson(view.capabilities, draft.personEffect, draft.notifyPerson),
      removePosts: draft.removePosts,
    }),
    // Keeps the words standing while the next ones are worked out; they never flash.
    placeholderData: (before) => before,
  });
  if (error) return <p className="case-quiet">{t('decision.previewFailed')}</p>;
  if (!data) return null;
  const { ours, servers } = groupPreview(data.effects);
  if (ours.length === 0 && servers.length === 0) return <p>{t('decision.previewRecord')}</p>;
  return (
    <>
      <p className="case-preview-lead">{t('decision.preview')}</p>
      <ol className="case-preview-list">
        {ours.map((line) => (
          <li key={line.kind}>
            {words(line, false)}
            {line.notifiesPerson && <span className="case-quiet"> · {t('decision.tellsPerson')}</span>}{' '}
            {line.irreversible && (
              <Badge tone="harm" icon={TriangleAlert}>
                {t('decision.irreversible')}
              </Badge>
            )}
          </li>
        ))}
      </ol>
      {servers.length > 0 && (
        <>
          <p className="case-preview-lead">{t('decision.previewServer')}</p>
          <ul className="case-preview-list case-preview-server">
            {servers.map((line) => (
              <li key={line.kind}>{words(line, true)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What submitting will do, in order and in words, with what the server adds by itself. */
export function EffectPreview({ view, draft }: PreviewProps) {
  const { t } = useTranslation('case');
  return (
    <div className="case-preview" aria-live="polite">
      {draft.finding === null ? (
        <p className="case-quiet">{t('decision.previewChoose')}</p>
      ) : (
        <Preview view={view} finding={draft.finding} draft={draft} />
      )}
    </div>
  );
}
