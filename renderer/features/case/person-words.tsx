import { useTranslation } from 'react-i18next';
import type { Capabilities } from '../../../shared/domain/community.ts';
import { takesWords, tellsPerson } from '../../../shared/domain/tell-person.ts';
import type { CaseDraft } from '../../../shared/ipc/topics/case.ts';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the person is told, as far as the server tells them anything, and who else could read it. */
export function PersonWords({
  capabilities,
  form,
  onChange,
}: {
  capabilities: Capabilities | null;
  form: CaseDraft;
  onChange: (part: Partial<CaseDraft>) => void;
}) {
  const { t } = useTranslation('case');
  const effect = form.personEffect;
  if (effect === 'none') return null;
  if (!takesWords(capabilities, effect)) return <p className="case-quiet">{t('decision.notifyNever')}</p>;
  const words = capabilities?.sanctionForms?.[effect]?.words;
  const tells = tellsPerson(capabilities, effect, form.notifyPerson);
  const silence = tells ? undefined : t('decision.notifyNo');
  const help = words === 'public' && !tells ? undefined : t('decision.reasonPersonHelp');
  return (
    <>
      <TextField
        label={t('decision.reasonPerson')}
        description={words === 'always' ? t('decision.notifyAlways') : help}
        multiline
        rows={2}
        value={form.reasonPerson}
        onChange={(reasonPerson) => onChange({ reasonPerson })}
      />
      {words !== 'always' && (
        <Switch
          isSelected={tells}
          onChange={(notifyPerson) => onChange({ notifyPerson })}
          description={words === 'public' ? t('decision.notifyPublic') : silence}
        >
          {t('decision.notify')}
        </Switch>
      )}
    </>
  );
}
