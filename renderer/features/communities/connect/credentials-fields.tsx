import { useTranslation } from 'react-i18next';
import type { SignInMethod } from '../../../../shared/domain/sign-in.ts';
import { TextField } from '../../../ui/text-field.tsx';

/** What a person types to sign in. All of it is text; what a method does not ask stays empty. */
export interface Typed {
  readonly userName: string;
  readonly secret: string;
  readonly code: string;
}
export type Problems = { readonly [Field in keyof Typed]?: string | undefined };

export interface CredentialsFieldsProps {
  method: Exclude<SignInMethod, 'browser'>;
  needsName: boolean;
  typed: Typed;
  problems: Problems;
  onChange: (typed: Typed) => void;
}

/** The fields of one way to sign in, each with its own error. */
export function CredentialsFields({ method, needsName, typed, problems, onChange }: CredentialsFieldsProps) {
  const { t } = useTranslation('communities');
  const isPassword = method === 'password';
  return (
    <>
      {(needsName || isPassword) && (
        <TextField
          label={t('form.userName')}
          description={isPassword ? t('form.userNameOfAccount') : t('form.userNameOfToken')}
          direction="ltr"
          autoComplete="off"
          value={typed.userName}
          error={problems.userName}
          onChange={(userName) => onChange({ ...typed, userName })}
        />
      )}
      <TextField
        key={method}
        label={isPassword ? t('form.passwordLabel') : t('form.tokenLabel')}
        description={isPassword ? t('form.passwordHint') : t('form.tokenHint')}
        type="password"
        autoComplete="off"
        value={typed.secret}
        error={problems.secret}
        onChange={(secret) => onChange({ ...typed, secret })}
      />
      {isPassword && (
        <TextField
          label={t('form.code')}
          description={t('form.codeHint')}
          direction="ltr"
          autoComplete="off"
          inputMode="numeric"
          value={typed.code}
          error={problems.code}
          onChange={(code) => onChange({ ...typed, code })}
        />
      )}
    </>
  );
}
