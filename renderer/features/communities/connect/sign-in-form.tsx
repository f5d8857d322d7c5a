import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInMethod } from '../../../../shared/domain/sign-in.ts';
import type { DetectedServer } from '../../../../shared/ipc/topics/communities.ts';
import { codeOf } from '../../../app/api.ts';
import { useCodeWords } from '../../../app/failure-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Form, FormActions } from '../../../ui/form.tsx';
import { useFocusInvalid } from '../../../ui/use-focus-invalid.ts';
import { RightNames } from '../right-names.tsx';
import { CredentialsFields, type Problems, type Typed } from './credentials-fields.tsx';
import { SignInGuide } from './sign-in-guide.tsx';
import { wantedRights } from './token-guides.ts';
import { fieldOf, missingRightsOf, useConnectWords } from './use-connect-words.ts';
import type { useSignIn } from './use-sign-in.ts';

export interface SignInFormProps {
  server: DetectedServer;
  signIn: ReturnType<typeof useSignIn>;
  onClose: () => void;
}

const nothing: Typed = { userName: '', secret: '', code: '' };

/** The ways to sign in at a known server, the recommended one first, with what each one takes. */
export function SignInForm({ server, signIn, onClose }: SignInFormProps) {
  const { t } = useTranslation('communities');
  const { t: app } = useTranslation('app');
  const codeWords = useCodeWords();
  const words = useConnectWords();
  const [method, setMethod] = useState<SignInMethod>(server.signIn[0] ?? 'token');
  const [typed, setTyped] = useState<Typed>(nothing);
  const [missing, setMissing] = useState<Problems>({});
  const form = useRef<HTMLDivElement>(null);
  const refused = refusedFields(signIn.error, method, t);
  const problems = { ...refused, ...missing };
  useFocusInvalid(form, Object.values(problems).join('\n') || undefined);
  const needsName = server.tokenNeedsName || method === 'password';

  const submit = (): void => {
    if (method === 'browser') {
      signIn.begin();
      return;
    }
    const lacking: Problems = {
      ...(needsName && typed.userName.trim() === '' ? { userName: t('form.userNameMissing') } : {}),
      ...(typed.secret === '' ? { secret: t(`form.missing.${method}`) } : {}),
    };
    setMissing(lacking);
    if (Object.keys(lacking).length > 0) return;
    const userName = typed.userName.trim();
    if (method === 'password') signIn.withPassword({ userName, password: typed.secret, code: typed.code.trim() });
    else signIn.withToken({ token: typed.secret.trim(), ...(userName === '' ? {} : { userName }) });
  };
  const change = (next: Typed): void => {
    setTyped(next);
    setMissing({});
    signIn.forgetError();
  };
  const wordsOf = (id: SignInMethod): string =>
    id === 'token' && wantedRights(server).needed.length === 0 ? t('form.tokenOfAllRights') : t(`form.${id}Words`);
  const isTold = signIn.error !== null && Object.keys(refused).length === 0 && codeOf(signIn.error) !== 'cancelled';
  return (
    <div ref={form}>
      <Form onSubmit={submit}>
        {server.signIn.length > 1 && (
          <ChoiceGroup<SignInMethod>
            label={t('form.method')}
            look="cards"
            value={method}
            onChange={(next) => {
              setMethod(next);
              change({ ...typed, secret: '', code: '' });
            }}
            choices={server.signIn.map((id, index) => ({
              id,
              label: t(`form.${id}`),
              description: index === 0 ? `${t('form.recommended')} ${wordsOf(id)}` : wordsOf(id),
            }))}
          />
        )}
        <SignInGuide server={server} method={method} />
        {method !== 'browser' && (
          <CredentialsFields
            method={method}
            needsName={needsName}
            typed={typed}
            problems={problems}
            onChange={change}
          />
        )}
        {signIn.failedCode !== null && signIn.failedCode !== 'cancelled' && (
          <Callout tone="harm" announce>
            {codeWords(signIn.failedCode)}
          </Callout>
        )}
        {isTold && (
          <Callout tone="harm" announce>
            <div className="missing-rights">
              <p>{words(signIn.error)}</p>
              <RightNames names={missingRightsOf(signIn.error)} />
            </div>
          </Callout>
        )}
        <FormActions>
          <Button type="submit" variant="primary" isPending={signIn.isPending}>
            {method === 'browser' ? t('form.go') : t('form.connect')}
          </Button>
          <Button onPress={onClose}>{app('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** What the server or the trusted side said about one of the fields. */
function refusedFields(
  error: unknown,
  method: SignInMethod,
  t: ReturnType<typeof useTranslation<'communities'>>['t'],
): Problems {
  if (error === null || method === 'browser') return {};
  if (codeOf(error) === 'unauthorized') return { secret: t(`form.refused.${method}`) };
  const field = fieldOf(error);
  if (field === 'userName') return { userName: t('form.userNameMissing') };
  return field === 'token' ? { secret: t('form.tokenUnfit') } : {};
}
