import { createContext, type ReactNode, useContext, useMemo, useReducer } from 'react';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { type CoverStep, coveredState, isOpen, stepCover } from './cover-state.ts';

interface Covers {
  /** False when this person chose to read without covers. */
  readonly covering: boolean;
  readonly all: boolean;
  readonly isOpen: (id: string) => boolean;
  readonly step: (step: CoverStep) => void;
}

const CoverContext = createContext<Covers>({ covering: true, all: false, isOpen: () => false, step: () => {} });

/**
 * Keeps what is uncovered for one case; give it the case as `key`, so that leaving covers everything again. The key of
 * `case.uncover` uncovers while it is held: a letter under a resting finger, because Space would press the focused button.
 */
export function CoverProvider({ covering, children }: { covering: boolean; children: ReactNode }) {
  const [state, step] = useReducer(stepCover, coveredState);
  useCommand('case.uncover', () => step({ type: 'hold' }), {
    release: () => step({ type: 'let-go' }),
    enabled: covering,
  });
  useCommand('case.uncoverAll', () => step({ type: 'toggle-all' }), { enabled: covering });
  const covers = useMemo<Covers>(
    () => ({ covering, all: state.all, isOpen: (id) => !covering || isOpen(state, id), step }),
    [covering, state],
  );
  return <CoverContext value={covers}>{children}</CoverContext>;
}

export function useCovers(): Covers {
  return useContext(CoverContext);
}
