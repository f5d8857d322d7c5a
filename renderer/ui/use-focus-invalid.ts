import { type RefObject, useEffect } from 'react';

/** Puts the focus into the first field that says what is wrong with it, whenever `problem` becomes another one. */
export function useFocusInvalid(container: RefObject<HTMLElement | null>, problem: unknown): void {
  useEffect(() => {
    if (problem === undefined || problem === null) return;
    container.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
  }, [container, problem]);
}
