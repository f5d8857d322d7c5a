import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostLettersOnChange } from '../../../shared/domain/health/report.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { HeadlineChoices } from './headline-choices.tsx';
import { QuarterNotes } from './quarter-notes.tsx';
import type { DraftProps } from './report-draft.ts';

/** What a person decides about the first page. What can be told is counted when they ask for it. */
export function FirstPageSection(props: DraftProps) {
  const { communityId, draft, onChange } = props;
  const { t } = useTranslation('reports');
  const [isChoosing, setChoosing] = useState(false);
  return (
    <Section title={t('screen.page.title')} lead={t('screen.page.lead')}>
      {isChoosing ? (
        <HeadlineChoices {...props} />
      ) : (
        <div className="reports-actions">
          <Button onPress={() => setChoosing(true)}>{t('screen.page.prepare')}</Button>
        </div>
      )}
      <TextField
        label={t('screen.page.changed')}
        description={t('screen.page.changedWords')}
        multiline
        rows={5}
        maxLength={mostLettersOnChange}
        value={draft.changed}
        onChange={(changed) => onChange({ changed })}
      />
      <Checkbox
        isSelected={draft.withNotes}
        onChange={(withNotes) => onChange({ withNotes })}
        description={t('screen.page.notesWords')}
      >
        {t('screen.page.notes')}
      </Checkbox>
      {draft.withNotes && <QuarterNotes communityId={communityId} />}
    </Section>
  );
}
