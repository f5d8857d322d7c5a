import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type ErrorCode, errorCodes } from '../../shared/ipc/errors.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { codeOf } from './api.ts';

/** Turns an error code of the contract, or of a connection, into a sentence; an unknown one into "something went wrong". */
export function useCodeWords(): (code: string) => string {
  const { t } = useTranslation('errors');
  return useCallback((code) => t(isErrorCode(code) ? code : 'internal'), [t]);
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/** Turns any caught error into a sentence in the language of the interface. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback((error) => t(codeOf(error)), [t]);
}

/** An error in place: what happened, and a way to try again where there is one. Nothing without an error. */
export function FailureCallout({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  if (error === null || error === undefined) return null;
  return (
    <Callout tone="harm" announce actions={onRetry && <Button onPress={onRetry}>{t('failure.retry')}</Button>}>
      {words(error)}
    </Callout>
  );
}
