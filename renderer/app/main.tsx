import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { completeSettings } from '../../shared/settings/settings.ts';
import { App } from './app.tsx';
import { localeFor, speak } from './locale.ts';
import { applyLooks } from './looks.ts';
import { refuseMarkup } from './markup-policy.ts';
import { Providers } from './providers.tsx';
import { readStoredLooks } from './settings/stored-looks.ts';
import { startTranslator } from './translator.ts';
import '../ui/tokens/index.css';

/** Shows the first frame in the looks of the last time, before anything was asked. */
async function start(root: HTMLElement): Promise<void> {
  const looks = completeSettings(readStoredLooks());
  const language = speak(looks.language, navigator.languages);
  applyLooks(document.documentElement, looks, language);
  await startTranslator(language, localeFor(language, navigator.languages, looks.numerals));
  createRoot(root).render(
    <StrictMode>
      <Providers spoken={language}>
        <App />
      </Providers>
    </StrictMode>,
  );
}

refuseMarkup();
const root = document.getElementById('root');
if (root) void start(root);
