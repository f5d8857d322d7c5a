import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../ui/notices.tsx';
import { call } from '../api.ts';
import { useFailureWords } from '../failure-words.tsx';

/** Long enough to be read twice, in milliseconds. */
const failureStays = 20_000;

export interface TextFile {
  readonly text: string;
  readonly suggestedName: string;
}

/**
 * Makes a text and saves it where the person says. A file that could not be made or written says why; one that was
 * cancelled says nothing.
 */
export function useSaveText(): (purpose: 'csv' | 'picture', make: () => TextFile | Promise<TextFile>) => void {
  const { t } = useTranslation('dashboards');
  const words = useFailureWords();
  return useCallback(
    (purpose, make) => {
      const save = async (): Promise<void> => {
        const { text, suggestedName } = await make();
        const target = await call('app.chooseSave', { purpose, suggestedName });
        if (!target) return;
        await call('app.saveText', { file: target.file, text });
        notify(t('state.saved'));
      };
      save().catch((error) => notify(t('state.saveFailed', { reason: words(error) }), { stay: failureStays }));
    },
    [t, words],
  );
}
