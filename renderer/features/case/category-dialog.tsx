import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReportCategory, reportCategories } from '../../../shared/domain/report.ts';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Files the case under another category; what was received stays written beside it. */
export function CategoryDialog({
  view,
  isOpen,
  onClose,
  onChoose,
}: {
  view: CaseView;
  isOpen: boolean;
  onClose: () => void;
  onChoose: (category: ReportCategory) => Promise<boolean>;
}) {
  const { t } = useTranslation('case');
  const app = useTranslation('app').t;
  const [chosen, setChosen] = useState<ReportCategory>(view.category);
  const save = async () => {
    await onChoose(chosen);
    onClose();
  };
  return (
    <Dialog
      title={t('header.correctCategory')}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{app('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen === view.category} onPress={() => void save()}>
            {t('header.correctCategory')}
          </Button>
        </>
      }
    >
      <ChoiceGroup
        label={t('header.correctCategory')}
        hideLabel
        choices={reportCategories.map((id) => ({ id, label: t(`categoryLong.${id}`) }))}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  );
}
