import { useState } from 'react';
import { firstTarget } from './target-community.tsx';

/** What a person says about a table: what its columns mean, where it goes, and the name that is kept under, if any. */
export function useMeaning<Mapping>(file: string, suggested: Mapping) {
  const [mapping, setMapping] = useState(suggested);
  const [keepAs, setKeepAs] = useState('');
  const [target, setTarget] = useState(firstTarget);
  const source = { file, mapping, timeZone: target.timeZone };
  return { mapping, setMapping, keepAs, setKeepAs, target, setTarget, source };
}
