import { createHash } from 'node:crypto';
import { escapeHtml } from '../entities/post-html.ts';
import type { Answer } from './answer.ts';

/** The few words that the practice server shows a person, in their language. */
export interface PracticeWords {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly question: string;
  readonly madeUp: string;
  readonly allow: string;
  readonly deny: string;
  readonly codeTitle: string;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-inline-size:36rem;margin:4rem auto;padding-inline:1rem;color-scheme:light dark}
button{font:inherit;padding:.5rem 1rem;margin-inline-end:.5rem}code{overflow-wrap:anywhere}`;

/** Asks whether the app may have what it wants. Everything asked for is carried along in hidden fields. */
export function consentPage(
  words: PracticeWords,
  appName: string,
  scopes: readonly string[],
  given: URLSearchParams,
): Answer {
  const hidden = [...given]
    .filter(([name]) => name !== 'decision')
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const asked = scopes.map((scope) => `<li><code dir="ltr">${escapeHtml(scope)}</code></li>`).join('');
  return page(
    words,
    words.title,
    `<p>${escapeHtml(words.question)} <strong><bdi>${escapeHtml(appName)}</bdi></strong></p><ul>${asked}</ul>
<p>${escapeHtml(words.madeUp)}</p>
<form method="post" action="/oauth/authorize">${hidden}
<button name="decision" value="allow">${escapeHtml(words.allow)}</button>
<button name="decision" value="deny">${escapeHtml(words.deny)}</button></form>`,
  );
}

/** Shows the code that a person carries over by hand. */
export function codePage(words: PracticeWords, code: string): Answer {
  return page(words, words.codeTitle, `<p><code dir="ltr">${escapeHtml(code)}</code></p>`);
}

function page(words: PracticeWords, title: string, content: string): Answer {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`;
  return {
    status: 200,
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hashOf(style)}'; frame-ancestors 'none'`,
    },
    text: {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${words.language}" dir="${words.direction}"><head>${head}<style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`,
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
