import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EraseDialog } from '../../app/vault-forms/erase-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { AuditSection } from './audit-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { ReindexSection } from './reindex-section.tsx';

/** What keeps the data safe and whole: backup, audit log, search index, erasing. */
export function DataPart() {
  const { t } = useTranslation('settings');
  const [erasing, setErasing] = useState(false);
  return (
    <div className="settings-part settings-sections">
      <BackupSection />
      <AuditSection />
      <ReindexSection />
      <Section title={t('erase.title')} lead={t('erase.words')}>
        <div>
          <Button variant="danger" onPress={() => setErasing(true)}>
            {t('erase.action')}
          </Button>
        </div>
        <EraseDialog isOpen={erasing} onClose={() => setErasing(false)} />
      </Section>
    </div>
  );
}
