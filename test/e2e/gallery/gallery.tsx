import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { refuseMarkup } from '../../../renderer/app/markup-policy.ts';
import { startTranslator } from '../../../renderer/app/translator.ts';
import { DashboardPane } from '../../../renderer/ui/charts/dashboard-pane.tsx';
import { directionOf, type Language } from '../../../shared/strings/languages.ts';
import { gallery } from './made-up-charts.ts';
import '../../../renderer/ui/tokens/index.css';
import './gallery.css';

/** "#ar,dark,flat": language, theme and which charts. */
const [language = 'en', theme = 'light', part = 'series'] = window.location.hash.slice(1).split(',');

async function start(root: HTMLElement): Promise<void> {
  const html = document.documentElement;
  html.lang = language;
  html.dir = directionOf(language as Language);
  html.dataset.theme = theme;
  await startTranslator(language as Language, language === 'ar' ? 'ar' : 'en-GB');
  const charts = gallery.find(({ name }) => name === part)?.charts ?? [];
  const pictures: string[] = [];
  Object.assign(window, { pictures });
  createRoot(root).render(
    <I18nProvider locale={language === 'ar' ? 'ar' : 'en-GB'}>
      <main className="gallery">
        <h1>{part}</h1>
        <DashboardPane
          view={{ timeZone: 'UTC', cutOff: Date.UTC(2026, 4, 20), threshold: 7, rounding: 5, period: null, charts }}
          failed={false}
          computing={null}
          onRetry={() => undefined}
          doors={{
            rooms: ['imports', 'records', 'identity', 'communities'],
            onOpen: () => undefined,
            onSaveCsv: () => undefined,
            onSavePicture: (metricId, draw) => {
              const chart = charts.find((one) => one.metricId === metricId);
              if (chart) void draw(chart).then(({ text }) => pictures.push(text));
            },
          }}
        />
      </main>
    </I18nProvider>,
  );
}

refuseMarkup();
const root = document.getElementById('root');
if (root) void start(root);
