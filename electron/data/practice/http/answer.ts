/** What a route answers: JSON unless `text` says otherwise. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: { readonly type: string; readonly body: string };
}

export function ok(json: unknown, headers?: Readonly<Record<string, string>>): Answer {
  return { status: 200, json, ...(headers !== undefined && { headers }) };
}

/** Mastodon's errors in the asker's language, as real servers send them: only the status can be relied upon. */
export function failure(status: number, acceptLanguage: string | undefined): Answer {
  const language = (acceptLanguage ?? 'en').slice(0, 2);
  const words = errorWords[language] ?? errorWords.en;
  return { status, json: { error: words?.[status] ?? 'Error' } };
}

const errorWords: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  en: {
    400: 'Bad request',
    401: 'The access token is invalid',
    403: 'This action is not allowed',
    404: 'Record not found',
    409: 'Wait until this action is complete and try again',
    422: 'Validation failed',
    429: 'Too many requests',
  },
  de: { 401: 'Das Zugriffstoken ist ungültig', 403: 'Diese Aktion ist nicht erlaubt', 404: 'Nicht gefunden' },
  ar: { 401: 'رمز الوصول غير صالح', 403: 'هذا الإجراء غير مسموح به', 404: 'غير موجود' },
};
