/**
 * What is covered in one case. Text starts covered unless the person set it otherwise; media always does. A held key
 * uncovers text for as long as it is down; a press uncovers one piece until it is covered again or the case is left.
 */
export interface CoverState {
  readonly held: boolean;
  /** All text of this case was uncovered on purpose. */
  readonly all: boolean;
  readonly open: ReadonlySet<string>;
}

export const coveredState: CoverState = { held: false, all: false, open: new Set() };

export type CoverStep =
  | { readonly type: 'hold' | 'let-go' | 'leave' | 'toggle-all' }
  | { readonly type: 'toggle'; readonly id: string };

/** The next state. Leaving the case, or the window losing focus while a key is held, covers again. */
export function stepCover(state: CoverState, step: CoverStep): CoverState {
  switch (step.type) {
    case 'hold':
      return state.held ? state : { ...state, held: true };
    case 'let-go':
      return state.held ? { ...state, held: false } : state;
    case 'leave':
      return coveredState;
    case 'toggle-all':
      return { ...state, all: !state.all, open: new Set() };
    case 'toggle': {
      const open = new Set(state.open);
      if (!open.delete(step.id)) open.add(step.id);
      return { ...state, open };
    }
  }
}

/** Whether a piece of text may be read now. */
export function isOpen(state: CoverState, id: string): boolean {
  // With everything uncovered, a press on one piece covers that one.
  return state.held || (state.all ? !state.open.has(id) : state.open.has(id));
}
