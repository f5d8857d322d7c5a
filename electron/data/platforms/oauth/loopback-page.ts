/** What the browser shows once the server has sent the person back. Strings in their language. */
export interface LoopbackPageWords {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly signedInTitle: string;
  readonly signedInText: string;
  readonly notSignedInTitle: string;
  readonly notSignedInText: string;
}

/** A page of plain words: no script, no style, nothing loaded. */
export function loopbackPage(words: LoopbackPageWords, signedIn: boolean): string {
  const title = escapeHtml(signedIn ? words.signedInTitle : words.notSignedInTitle);
  const text = escapeHtml(signedIn ? words.signedInText : words.notSignedInText);
  return `<!doctype html><html lang="${escapeHtml(words.language)}" dir="${words.direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
