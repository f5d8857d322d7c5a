import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type SpacePurpose, spacePurposes } from '../../../shared/domain/health/records.ts';
import { useSpaces } from '../../app/communities/use-spaces.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { PrivacyNote } from './privacy-note.tsx';
import { useSetPurpose } from './queries.ts';

/** The spaces of a community, and what each is for. Saved as it is chosen. */
export function SpaceList({ communityId }: { communityId: number }) {
  const { t } = useTranslation('records');
  const spaces = useSpaces(communityId);
  const set = useSetPurpose(communityId);
  const options = spacePurposes.map((purpose) => ({
    id: purpose,
    label: t(`spaces.purposes.${purpose === '' ? 'none' : purpose}`),
  }));
  return (
    <div className="records-pane">
      <header className="records-head">
        <h2>{t('spaces.title')}</h2>
        <p className="ui-description">{t('spaces.lead')}</p>
      </header>
      {spaces.isPending && <Skeleton rows={6} />}
      <FailureCallout error={spaces.error ?? set.error} />
      {spaces.data?.length === 0 && (
        <EmptyState icon={MessagesSquare} title={t('spaces.empty')}>
          {t('spaces.emptyWords')}
        </EmptyState>
      )}
      {spaces.data && spaces.data.length > 0 && (
        <Table
          caption={t('spaces.title')}
          hideCaption
          rows={spaces.data}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              id: 'name',
              header: t('spaces.space'),
              rowHeader: true,
              cell: ({ name }) => <FormattedText as="inline" text={name} />,
            },
            {
              id: 'purpose',
              header: t('spaces.purpose'),
              cell: ({ id, name, purpose }) => (
                <Select<SpacePurpose>
                  label={t('spaces.purposeOf', { space: name })}
                  hideLabel
                  value={purpose}
                  options={options}
                  onChange={(chosen) => set.mutate({ spaceId: id, purpose: chosen })}
                  className="records-purpose"
                />
              ),
            },
          ]}
        />
      )}
      <PrivacyNote communityId={communityId} of="spaces" about="nobody" />
    </div>
  );
}
