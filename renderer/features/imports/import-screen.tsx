import { ArrowLeft, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping } from '../../../shared/ipc/topics/imports.ts';
import { HearthFailure } from '../../app/api.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PreviewTable } from './import-preview.tsx';
import { ImportRun } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';
import { useChooseFile, useCommunities, useCreateCommunity, useInspection, usePreview, useStartImport } from './queries.ts';
import { type Target, TargetCommunity, newCommunity } from './target-community.tsx';
import './imports.css';

/** From a file to activities: choose, say what the columns mean, look at the first lines, run. Nothing is written before "run". */
export function ImportScreen({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('imports');
  const communities = useCommunities();
  const choose = useChooseFile();
  const create = useCreateCommunity();
  const start = useStartImport();
  const [file, setFile] = useState<string | null>(null);
  const [ownMapping, setOwnMapping] = useState<ImportMapping | null>(null);
  const [target, setTarget] = useState<Target>({ choice: newCommunity, name: '', holdsPersonalData: true, timeZone: 'UTC' });
  const [run, setRun] = useState<{ jobId: string; importId: number; communityId: number } | null>(null);
  const inspection = useInspection(file);
  const mapping = ownMapping ?? inspection.data?.suggested ?? null;
  const isComplete = Boolean(mapping?.columns.member && mapping.columns.at);
  const preview = usePreview(file !== null && mapping && isComplete ? { file, mapping, timeZone: target.timeZone } : null);

  const pickFile = async () => {
    const chosen = await choose.mutateAsync();
    if (!chosen) return;
    setOwnMapping(null);
    setFile(chosen.file);
  };
  const begin = async () => {
    if (file === null || !mapping) return;
    const communityId =
      target.choice === newCommunity
        ? (await create.mutateAsync({ name: target.name, timeZone: target.timeZone, holdsPersonalData: target.holdsPersonalData })).id
        : Number(target.choice);
    const started = await start.mutateAsync({ file, mapping, timeZone: target.timeZone, communityId });
    setRun({ ...started, communityId });
  };
  const nameMissing = target.choice === newCommunity && target.name.trim() === '';

  return (
    <Page
      title={t('screen.title')}
      lead={t('screen.lead')}
      actions={
        <Button icon={ArrowLeft} mirrorIcon onPress={onClose}>
          {t('screen.back')}
        </Button>
      }
    >
      {run ? (
        <ImportRun {...run} onDone={onClose} />
      ) : (
        <>
          <div className="imports-actions">
            <Button variant={file === null ? 'primary' : 'secondary'} icon={FileUp} onPress={() => void pickFile()}>
              {t(file === null ? 'screen.choose' : 'screen.chooseOther')}
            </Button>
          </div>
          <p className="ui-description">{t('screen.privacy')}</p>
          {file !== null && inspection.isPending && <Skeleton rows={6} />}
          {inspection.error && <Failure error={inspection.error} />}
          {inspection.data && mapping && (
            <>
              {inspection.data.warnings.map((warning) => (
                <Callout key={warning} tone="waiting" title={t(`warnings.${warning}` as 'screen.title')} />
              ))}
              <TargetCommunity communities={communities.data ?? []} target={target} onChange={setTarget} />
              <MappingForm inspection={inspection.data} mapping={mapping} onChange={setOwnMapping} />
              {!isComplete && <Callout tone="waiting" title={t('screen.mapping.incomplete')} />}
              {preview.error && <Failure error={preview.error} />}
              {preview.data && <PreviewTable preview={preview.data} timeZone={target.timeZone} />}
              {(start.error ?? create.error) && <Failure error={(start.error ?? create.error) as Error} />}
              <div className="imports-actions">
                <Button
                  variant="primary"
                  isDisabled={!isComplete || nameMissing || preview.error !== null}
                  isPending={start.isPending || create.isPending}
                  onPress={() => void begin()}
                >
                  {t('screen.start')}
                </Button>
                {nameMissing && <span className="ui-description">{t('screen.target.nameMissing')}</span>}
              </div>
            </>
          )}
        </>
      )}
    </Page>
  );
}

function Failure({ error }: { error: Error }) {
  const { t } = useTranslation('errors');
  const code = error instanceof HearthFailure ? error.code : 'internal';
  return <Callout tone="harm" title={(t as (key: string) => string)(code)} announce />;
}
