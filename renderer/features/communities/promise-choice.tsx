import { useTranslation } from 'react-i18next';
import { type PromiseHours, promiseHours } from '../../../shared/domain/health/reply-promise.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';
import { usePromise, useSetPromise } from './queries.ts';

const none = 'none';

/** How soon a request for support should be answered: what counts from the next quarter on, beside what counts now. */
export function PromiseChoice({ communityId }: { communityId: number }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const promise = usePromise(communityId);
  const save = useSetPromise(communityId);
  if (!promise.data) return null;
  const { now, next, nextQuarter } = promise.data;
  const day = (date: string) => format.day(`${date}T00:00:00Z`, 'UTC');
  const words = (hours: number | null) => (hours === null ? t('promise.none') : t('promise.hours', { count: hours }));
  const chosen = (next ?? now)?.hours ?? null;
  const inForce =
    now === null || now.hours === null
      ? t('promise.nowNone')
      : t('promise.now', { promise: words(now.hours), date: day(now.from) });
  return (
    <>
      <Select
        label={t('promise.label')}
        description={`${inForce} ${t('promise.words', { date: day(nextQuarter) })}`}
        options={[none, ...promiseHours].map((one) => ({
          id: String(one),
          label: words(one === none ? null : Number(one)),
        }))}
        value={chosen === null ? none : String(chosen)}
        onChange={(id) => save.mutate(id === none ? null : (Number(id) as PromiseHours))}
      />
      <FailureCallout error={save.error} />
    </>
  );
}
