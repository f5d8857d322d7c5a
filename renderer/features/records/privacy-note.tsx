import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordKind, RecordKindId } from '../../../shared/domain/health/records.ts';
import { Callout } from '../../ui/callout.tsx';

/** What this kind can say about a person, who sees it, how long it stays, and how it goes. */
export function PrivacyNote({ of, about }: { of: RecordKindId | 'spaces'; about: RecordKind['about'] }) {
  const { t } = useTranslation('records');
  return (
    <Callout icon={ShieldCheck} title={t('list.privacy')} className="records-privacy">
      <p>{t(`privacy.what.${of}`)}</p>
      <p>{t(`privacy.about.${about}`)}</p>
    </Callout>
  );
}
