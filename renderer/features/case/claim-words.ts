import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CaseClaim, CaseView } from '../../../shared/ipc/topics/case.ts';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { sayClockTime } from './clock-time.ts';

/** Who holds the case, in words, and of our own claim whether colleagues on the server see it. */
export function useClaimWords(): (view: CaseView) => string {
  const { t } = useTranslation('case');
  const { locale } = useFormat();
  const now = useNow();
  return ({ claim }) => sayClaim(t, claim, claim === null ? '' : sayClockTime(claim.leaseUntil, locale, now));
}

/** `time`: until when it holds, as it is said. */
export function sayClaim(t: TFunction<'case'>, claim: CaseClaim | null, time: string): string {
  if (claim === null) return t('claim.free');
  if (claim.mine) {
    const mine = t('claim.mine', { time });
    return claim.onServer === null ? mine : `${mine} · ${t(`claim.onServer.${claim.onServer}`)}`;
  }
  return claim.where === 'remote'
    ? t('claim.remote', { holder: claim.holder })
    : t('claim.other', { holder: claim.holder, time });
}
