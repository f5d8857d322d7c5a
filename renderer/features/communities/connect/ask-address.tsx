import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../app/api.ts';
import { navigate } from '../../../app/navigation.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Form, FormActions } from '../../../ui/form.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useFocusInvalid } from '../../../ui/use-focus-invalid.ts';
import { useConnectWords } from './use-connect-words.ts';

export interface AskAddressProps {
  address: string;
  onChange: (address: string) => void;
  onAsk: (address: string) => void;
  isPending: boolean;
  onCancelAsking: () => void;
  error: unknown;
  onClose: () => void;
}

/** The address of a server, and what came of asking it what it is. */
export function AskAddress({ address, onChange, onAsk, isPending, onCancelAsking, error, onClose }: AskAddressProps) {
  const { t } = useTranslation('communities');
  const { t: app } = useTranslation('app');
  const words = useConnectWords();
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const code = error === null ? null : codeOf(error);
  const isUnknown = code === 'not-supported';
  const problemOf = (): string | undefined => {
    if (isMissing) return t('form.addressMissing');
    if (code === null || code === 'cancelled') return undefined;
    return isUnknown ? t('unknown.short') : words(error);
  };
  const problem = problemOf();
  useFocusInvalid(form, problem);
  return (
    <div ref={form}>
      <Form
        onSubmit={() => {
          setMissing(address.trim() === '');
          if (address.trim() !== '' && !isPending) onAsk(address.trim());
        }}
      >
        <TextField
          label={t('form.address')}
          description={t('form.addressHint')}
          direction="ltr"
          autoFocus
          autoComplete="off"
          inputMode="url"
          isReadOnly={isPending}
          value={address}
          error={isPending ? undefined : problem}
          onChange={(typed) => {
            setMissing(false);
            onChange(typed);
          }}
        />
        {isUnknown && !isPending && (
          <Callout
            announce
            title={t('unknown.title')}
            actions={
              <Button icon={FileUp} onPress={() => navigate('imports')}>
                {t('unknown.openImports')}
              </Button>
            }
          >
            <div className="unknown-server">
              <p>{t('unknown.words')}</p>
              <p>{t('unknown.files')}</p>
            </div>
          </Callout>
        )}
        {isPending && <Progress label={t('form.asking')} value={null} detail={t('form.askingDetail')} />}
        <FormActions>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('form.ask')}
          </Button>
          <Button onPress={isPending ? onCancelAsking : onClose}>
            {isPending ? t('form.stopAsking') : app('ui.cancel')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
