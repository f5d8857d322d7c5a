import { createTranslator } from '../../shared/strings/create-translator.ts';
import type { Language } from '../../shared/strings/languages.ts';
import type { FailureWords } from './windows/watch-failures.ts';

type Translate = Awaited<ReturnType<typeof createTranslator>>['t'];

/** The words of menus, dialogs and messages that the system draws, in the language of the moment. */
export interface Words {
  readonly translate: Translate;
  readonly language: () => Language;
  readonly failures: () => FailureWords;
  /** Takes up a language that was chosen since. */
  readonly reload: () => Promise<void>;
}

/** Loads the words of a language, and again whenever `reload` is called. */
export async function createWords(language: () => Language): Promise<Words> {
  let translator = await createTranslator(language());
  return {
    // Read anew each time: the translator of a new language takes the old one's place.
    get translate() {
      return translator.t;
    },
    language,
    failures() {
      const translate = translator.t;
      return {
        title: translate('window:failure.title'),
        windowGone: translate('window:failure.windowGone'),
        windowStuck: translate('window:failure.windowStuck'),
        reload: translate('window:failure.reload'),
        wait: translate('window:failure.wait'),
        quit: translate('window:failure.quit'),
      };
    },
    async reload() {
      translator = await createTranslator(language());
    },
  };
}
