import type { strings } from './en.ts';

/** English decides which keys exist: a misspelt key does not compile. */
export type Strings = typeof strings;
export type Topic = keyof Strings;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Strings;
    returnNull: false;
  }
}
