import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeepingYears, keepingYears } from '../../../shared/domain/health/record-retention.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useUndoNotice } from '../../app/undo/use-undo-notice.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { KeepingState } from './keeping-state.tsx';
import { OlderRecords } from './older-records.tsx';
import { useKeeping, useSetKeeping } from './queries.ts';

/** How long the lists of people of a community stay: what holds now, and what another choice would erase. */
export function KeepingPane({ communityId }: { communityId: number }) {
  const { t } = useTranslation('records');
  const keeping = useKeeping(communityId);
  return (
    <div className="records-pane">
      <header className="records-head">
        <h2 className="records-title">{t('keeping.title')}</h2>
        <p className="ui-description">{t('keeping.lead')}</p>
        <p className="ui-description">{t('keeping.what')}</p>
      </header>
      {keeping.isPending && <Skeleton rows={4} />}
      <FailureCallout error={keeping.error} onRetry={() => void keeping.refetch()} />
      {keeping.data !== undefined && (
        <>
          <KeepingState communityId={communityId} keeping={keeping.data} />
          <KeepingForm communityId={communityId} now={keeping.data?.years ?? null} />
        </>
      )}
      <p className="ui-description records-after">{t('keeping.after')}</p>
    </div>
  );
}

const forever = 'forever';

/** Shows what is older before the choice is made; a choice can be taken back until it takes effect. */
function KeepingForm({ communityId, now }: { communityId: number; now: KeepingYears | null }) {
  const { t } = useTranslation('records');
  const [wanted, setWanted] = useState<KeepingYears | null>(now);
  const set = useSetKeeping(communityId);
  const saySaved = useUndoNotice();
  const submit = (): void =>
    set.mutate(wanted, {
      onSuccess: () =>
        saySaved(t(wanted === null ? 'keeping.saved' : 'keeping.savedYears'), async () => {
          await set.mutateAsync(now);
          setWanted(now);
        }),
    });
  return (
    <Form onSubmit={submit}>
      <ChoiceGroup
        label={t('keeping.choice')}
        value={wanted === null ? forever : String(wanted)}
        choices={[
          { id: forever, label: t('keeping.forever') },
          ...keepingYears.map((years) => ({ id: String(years), label: t('keeping.years', { count: years }) })),
        ]}
        onChange={(id) => setWanted(keepingYears.find((years) => String(years) === id) ?? null)}
      />
      {wanted !== null && <OlderRecords communityId={communityId} years={wanted} />}
      <FailureCallout error={set.error} />
      <FormActions>
        <Button variant="primary" type="submit" isPending={set.isPending} isDisabled={wanted === now}>
          {t('keeping.save')}
        </Button>
      </FormActions>
    </Form>
  );
}
