import { useTranslation } from 'react-i18next';
import { connectionReason } from '../../../../shared/domain/connection-reasons.ts';
import { codeOf, HearthFailure } from '../../../app/api.ts';
import { useCodeWords } from '../../../app/failure-words.tsx';

/** What kept a server from being connected, and what to do about it: closer to the matter than the code alone says. */
export function useConnectWords(): (error: unknown) => string {
  const { t } = useTranslation('communities');
  const codeWords = useCodeWords();
  return (error) => {
    const code = codeOf(error);
    const reason = connectionReason(code, error instanceof HearthFailure ? error.detail?.why : undefined);
    if (reason !== null) return t(`failed.${reason}`);
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
  return typeof missing === 'string' ? missing.split(', ').filter((name) => name !== '') : [];
}
