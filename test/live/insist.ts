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
