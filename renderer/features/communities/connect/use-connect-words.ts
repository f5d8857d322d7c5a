import { useTranslation } from 'react-i18next';
import { codeOf, HearthFailure } from '../../../app/api.ts';
import { useCodeWords } from '../../../app/failure-words.tsx';

/** Details of an error that have words of their own here: of an address, a certificate, an answer, a proxy. */
const reasons = [
  'plain-http',
  'not-an-address',
  'expired',
  'wrong-name',
  'unknown-issuer',
  'no-encryption',
  'redirect',
  'page',
  'proxy-refused',
  'proxy-sign-in',
  'proxy-kind',
] as const;

const explained: readonly string[] = ['bad-address', 'untrusted', 'captive', 'offline'];

/** What kept a server from being connected, and what to do about it: closer to the matter than the code alone says. */
export function useConnectWords(): (error: unknown) => string {
  const { t } = useTranslation('communities');
  const codeWords = useCodeWords();
  return (error) => {
    const code = codeOf(error);
    // A platform may use one of these words for something of its own.
    const why = error instanceof HearthFailure && explained.includes(code) ? error.detail?.why : undefined;
    const reason = reasons.find((known) => known === why);
    if (reason) return t(`failed.${reason}`);
    if (code === 'offline') return t('failed.nobody');
    return code === 'forbidden' && missingRightsOf(error).length > 0 ? t('failed.rights') : codeWords(code);
  };
}

/** The field that an error is about, where it is about one. */
export function fieldOf(error: unknown): string | null {
  const field = error instanceof HearthFailure && error.code === 'invalid-input' ? error.detail?.field : undefined;
  return typeof field === 'string' ? field : null;
}

/** Rights that the sign-in lacks, by the platform's own names, where the error names them. */
export function missingRightsOf(error: unknown): readonly string[] {
  const missing = error instanceof HearthFailure ? error.detail?.missing : undefined;
  return typeof missing === 'string' ? missing.split(', ') : [];
}
