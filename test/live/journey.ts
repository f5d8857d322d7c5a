import type { Visit } from './visit.ts';

/** What became of a journey: it was gone, or there is a reason why it can't be here. What goes wrong is thrown. */
export type Outcome = { readonly did: string } | { readonly couldNot: string };

export interface Journey {
  readonly name: string;
  readonly run: (visit: Visit) => Promise<Outcome>;
}
