import type { Visit } from './visit.ts';

/** What became of a journey: it was gone, or there is a reason why it can't be here. What goes wrong is thrown. */
export type Outcome = { readonly did: string } | { readonly couldNot: string };

export interface Journey {
  readonly name: string;
  readonly run: (visit: Visit) => Promise<Outcome>;
}

/** Something on the server is not as the product promises. Has no name and no words of anybody in it. */
export class LiveFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LiveFailure';
  }
}

/** Throws a LiveFailure with these words unless it holds. */
export function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new LiveFailure(otherwise);
}
