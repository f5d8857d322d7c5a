import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInspection, ArchivePeople } from '../../../../shared/ipc/topics/archives.ts';
import { useCommunities } from '../../../app/communities/use-communities.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Section } from '../../../ui/page.tsx';
import type { StartedImport } from '../import-progress.tsx';
import { StartRow } from '../start-row.tsx';
import { firstTarget, TargetCommunity } from '../target-community.tsx';
import { useStartArchive } from './queries.ts';

interface ArchiveOfferProps {
  file: string;
  archive: ArchiveInspection;
  keptAs: Readonly<Record<number, ArchivePeople>>;
  onStarted: (run: StartedImport) => void;
}

/** What a recognised archive is, what will be taken of it and what not, where it goes, and how people are kept; then "run". */
export function ArchiveOffer({ file, archive, keptAs, onStarted }: ArchiveOfferProps) {
  const { t } = useTranslation('imports');
  const communities = useCommunities();
  const start = useStartArchive();
  const [wished, setWished] = useState<ArchivePeople>('pseudonyms');
  const [target, setTarget] = useState(firstTarget);
  const { source, documents } = archive;
  const kept = keptAs[Number(target.choice)];
  const people = kept ?? wished;
  return (
    <>
      <Section
        title={t('archive.title', { source: t(`archive.sources.${source}`) })}
        lead={t('archive.size', { count: documents })}
      >
        <dl className="imports-facts">
          <dt>{t('archive.takes')}</dt>
          <dd>{t(`archive.taken.${source}`)}</dd>
          <dt>{t('archive.leaves')}</dt>
          <dd>{t(`archive.left.${source}`)}</dd>
        </dl>
        <Checkbox
          isSelected={people === 'pseudonyms'}
          isDisabled={kept !== undefined}
          onChange={(isOn) => setWished(isOn ? 'pseudonyms' : 'names')}
          description={kept === undefined ? t('archive.peopleWords') : t(`archive.peopleKept_${kept}`)}
        >
          {t('archive.people')}
        </Checkbox>
      </Section>
      <TargetCommunity communities={communities.data ?? []} target={target} onChange={setTarget} />
      <p className="ui-description">{t('archive.zone')}</p>
      <StartRow
        target={target}
        start={start}
        onStart={() => start.mutate({ file, people, target }, { onSuccess: onStarted })}
      />
    </>
  );
}
