import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../ui/callout.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface TypedPassphrase {
  readonly first: string;
  readonly again: string;
}

export const emptyPassphrase: TypedPassphrase = { first: '', again: '' };

/** The trusted side refuses shorter ones too; here the form only says so earlier. */
const shortest = 12;

/** Long enough and typed twice the same. */
export function isUsable({ first, again }: TypedPassphrase): boolean {
  return first.length >= shortest && first === again;
}

/** A new passphrase, typed twice, with the warning that nobody can restore it. */
export function NewPassphrase({
  value,
  onChange,
}: {
  value: TypedPassphrase;
  onChange: (value: TypedPassphrase) => void;
}) {
  const { t } = useTranslation('vault');
  const differ = value.again !== '' && !value.first.startsWith(value.again) && value.first !== value.again;
  return (
    <>
      <TextField
        label={t('passphrase.label')}
        description={t('passphrase.hint')}
        type="password"
        autoComplete="new-password"
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
      />
      <TextField
        label={t('passphrase.repeat')}
        type="password"
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={differ ? t('passphrase.differ') : undefined}
      />
      <Callout tone="waiting" icon={KeyRound}>
        {t('passphrase.lost')}
      </Callout>
    </>
  );
}
