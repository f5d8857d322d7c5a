import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ImportRun, type StartedImport } from './import-progress.tsx';
import { ImportSetup } from './import-setup.tsx';
import './imports.css';

/** From a file to activities: choose, say what the columns mean, look at the first lines, run. Nothing is written before "run". */
export function ImportScreen({ onClose, onQueue }: { onClose: () => void; onQueue: () => void }) {
  const { t } = useTranslation('imports');
  const [run, setRun] = useState<StartedImport | null>(null);
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
        <ImportRun {...run} onDone={run.holds === 'reports' ? onQueue : onClose} />
      ) : (
        <ImportSetup onStarted={setRun} />
      )}
    </Page>
  );
}
