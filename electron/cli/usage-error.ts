/** The command line was used in a way that can't work. The key names its words in the string catalogue (cli:usage). */
export class UsageError extends Error {
  readonly key: string;
  readonly detail: Readonly<Record<string, string | number>>;
  constructor(key: string, detail: Readonly<Record<string, string | number>>) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.detail = detail;
  }
}
