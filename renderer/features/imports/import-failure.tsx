import { useTranslation } from 'react-i18next';
import { HearthFailure } from '../../app/api.ts';
import { Callout } from '../../ui/callout.tsx';

/** What went wrong, in words; nothing where nothing did. */
export function ImportFailure({ error }: { error: Error | null }) {
  const { t } = useTranslation('errors');
  if (error === null) return null;
  const code = error instanceof HearthFailure ? error.code : 'internal';
  return <Callout tone="harm" title={(t as (key: string) => string)(code)} announce />;
}
