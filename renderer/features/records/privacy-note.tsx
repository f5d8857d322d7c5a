import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { goesWithAge } from '../../../shared/domain/health/record-retention.ts';
import type { RecordKind, RecordKindId } from '../../../shared/domain/health/records.ts';
import { Callout } from '../../ui/callout.tsx';
import { useKeeping } from './queries.ts';

interface PrivacyNoteProps {
  readonly communityId: number;
  readonly of: RecordKindId | 'spaces';
  readonly about: RecordKind['about'];
}

/** What this kind can say about a person, who sees it, how long it stays, and how it goes. */
export function PrivacyNote({ communityId, of, about }: PrivacyNoteProps) {
  const { t } = useTranslation('records');
  const keeping = useKeeping(communityId);
  const ages = goesWithAge(of);
  return (
    <Callout icon={ShieldCheck} title={t('list.privacy')} className="records-privacy">
      <p>{t(`privacy.what.${of}`)}</p>
      <p>{t(`privacy.about.${about}`)}</p>
      <p>
        {ages && keeping.data ? t('privacy.kept', { count: keeping.data.years }) : t(`privacy.stays.${about}`)}{' '}
        {ages && <a href="#/records/keeping">{t('privacy.change')}</a>}
      </p>
    </Callout>
  );
}
