import { useState } from 'react';

/** A small choice about the window that is remembered on this machine. Never anything about a person. */
export function useRemembered(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const key = `hearth.${name}`;
  const [value, setValue] = useState(() => {
    const stored = localStorage.getItem(key);
    return stored === null ? initial : stored === 'true';
  });
  return [
    value,
    (next) => {
      localStorage.setItem(key, String(next));
      setValue(next);
    },
  ];
}
