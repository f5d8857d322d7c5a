import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../shared/domain/community.ts';
import type { SavedMapping } from '../../../shared/ipc/topics/mappings.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Callout } from '../../ui/callout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SavedMappings } from './mappings/saved-mappings.tsx';
import { StartRow } from './start-row.tsx';
import { newCommunity, TargetCommunity } from './target-community.tsx';
import type { useMeaning } from './use-meaning.ts';

interface MeaningFormProps {
  meaning: Omit<ReturnType<typeof useMeaning>, 'mapping' | 'setMapping' | 'source'>;
  communities: readonly Community[];
  holds: SavedMapping['holds'];
  columns: readonly string[];
  onUse: (saved: SavedMapping) => void;
  /** What is still to be said of the columns, or null. */
  incomplete: string | null;
  /** Which column means what. */
  children: ReactNode;
  preview: { error: Error | null };
  /** The first lines as they will be read. */
  table: ReactNode;
  start: { error: Error | null; isPending: boolean };
  onStart: () => void;
}

/** Where a table goes, what its columns mean, what the first lines become; then "run". */
export function MeaningForm({
  meaning: { target, setTarget, keepAs, setKeepAs },
  communities,
  holds,
  columns,
  onUse,
  incomplete,
  children,
  preview,
  table,
  start,
  onStart,
}: MeaningFormProps) {
  const { t } = useTranslation('imports');
  return (
    <>
      <TargetCommunity communities={communities} target={target} onChange={setTarget} />
      <SavedMappings
        key={target.choice}
        communityId={target.choice === newCommunity ? null : Number(target.choice)}
        holds={holds}
        columns={columns}
        onUse={onUse}
      />
      {children}
      {incomplete !== null && <Callout tone="waiting" title={incomplete} />}
      <FailureCallout error={preview.error} />
      {table}
      <TextField
        label={t('mappings.keepAs')}
        description={t('mappings.keepAsWords')}
        value={keepAs}
        onChange={setKeepAs}
      />
      <StartRow
        target={target}
        isReady={incomplete === null && preview.error === null}
        start={start}
        onStart={onStart}
      />
    </>
  );
}
