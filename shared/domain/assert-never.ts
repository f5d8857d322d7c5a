/** Ends an exhaustive switch: a new case that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${typeof value}`);
}
