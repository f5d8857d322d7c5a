import type { CommandDefinition } from './command.ts';

/** Every command of the app. The palette, the help dialog, the native menu and the keyboard read this one list. */
export const commands = [
  { id: 'go.queue', group: 'go', scope: 'app', keys: ['g q'] },
  { id: 'go.cases', group: 'go', scope: 'app', keys: ['g c'] },
  { id: 'go.conflicts', group: 'go', scope: 'app', keys: ['g x'] },
  { id: 'go.health', group: 'go', scope: 'app', keys: ['g h'] },
  { id: 'go.outreach', group: 'go', scope: 'app', keys: ['g o'] },
  { id: 'go.imports', group: 'go', scope: 'app', keys: ['g i'] },
  { id: 'go.records', group: 'go', scope: 'app', keys: ['g e'] },
  { id: 'go.identity', group: 'go', scope: 'app', keys: ['g y'] },
  { id: 'go.reports', group: 'go', scope: 'app', keys: ['g r'] },
  { id: 'go.communities', group: 'go', scope: 'app', keys: ['g m'] },
  { id: 'go.settings', group: 'go', scope: 'app', keys: ['Mod+,', 'g s'] },

  { id: 'queue.next', group: 'queue', scope: 'queue', keys: ['j'], hidden: true },
  { id: 'queue.previous', group: 'queue', scope: 'queue', keys: ['k'], hidden: true },
  { id: 'queue.open', group: 'queue', scope: 'queue', keys: ['o'], hidden: true },
  { id: 'queue.search', group: 'queue', scope: 'queue', keys: ['/'] },
  { id: 'queue.filter', group: 'queue', scope: 'queue', keys: ['f'] },
  { id: 'queue.showNew', group: 'queue', scope: 'queue', keys: ['.'] },
  { id: 'queue.focusList', group: 'queue', scope: 'queue', keys: ['Alt+1'], hidden: true },
  { id: 'queue.focusCase', group: 'queue', scope: 'queue', keys: ['Alt+2'], hidden: true },
  { id: 'queue.focusDecision', group: 'queue', scope: 'queue', keys: ['Alt+3'], hidden: true },

  { id: 'case.claim', group: 'case', scope: 'queue', keys: ['c'] },
  { id: 'case.release', group: 'case', scope: 'queue', keys: ['Shift+C'] },
  { id: 'case.uncover', group: 'case', scope: 'queue', keys: ['v'] },
  { id: 'case.uncoverAll', group: 'case', scope: 'queue', keys: ['Shift+V'] },
  { id: 'case.note', group: 'case', scope: 'queue', keys: ['a'] },
  { id: 'case.wait', group: 'case', scope: 'queue', keys: ['w'] },
  { id: 'case.escalate', group: 'case', scope: 'queue', keys: ['x'] },
  { id: 'case.why', group: 'case', scope: 'queue', keys: ['y'] },

  { id: 'decision.start', group: 'decision', scope: 'queue', keys: ['d'] },
  { id: 'decision.upheld', group: 'decision', scope: 'queue', keys: ['1'] },
  { id: 'decision.notUpheld', group: 'decision', scope: 'queue', keys: ['2'] },
  { id: 'decision.notEnough', group: 'decision', scope: 'queue', keys: ['3'] },
  { id: 'decision.badFaith', group: 'decision', scope: 'queue', keys: ['4'] },
  { id: 'decision.duplicate', group: 'decision', scope: 'queue', keys: ['5'] },
  { id: 'decision.policy', group: 'decision', scope: 'queue', keys: ['p'] },
  { id: 'decision.effect', group: 'decision', scope: 'queue', keys: ['e'] },
  { id: 'decision.reason', group: 'decision', scope: 'queue', keys: ['r'] },
  { id: 'decision.submit', group: 'decision', scope: 'queue', keys: ['Mod+Enter'] },
  { id: 'decision.submitNext', group: 'decision', scope: 'queue', keys: ['n', 'Mod+Shift+Enter'] },
  { id: 'decision.undo', group: 'decision', scope: 'app', keys: ['u', 'Mod+Shift+Z'] },

  { id: 'conflicts.next', group: 'decision', scope: 'conflicts', keys: ['j'], hidden: true },
  { id: 'conflicts.previous', group: 'decision', scope: 'conflicts', keys: ['k'], hidden: true },
  { id: 'conflicts.keepTheirs', group: 'decision', scope: 'conflicts', keys: ['1'] },
  { id: 'conflicts.sendMine', group: 'decision', scope: 'conflicts', keys: ['2'] },
  { id: 'conflicts.decideAgain', group: 'decision', scope: 'conflicts', keys: ['3'] },

  { id: 'sync.start', group: 'sync', scope: 'app', keys: ['Mod+Shift+S'] },
  { id: 'sync.toggleOffline', group: 'sync', scope: 'app', keys: ['Mod+Shift+O'] },
  { id: 'sync.send', group: 'sync', scope: 'app', keys: [] },

  { id: 'view.zoomIn', group: 'view', scope: 'always', keys: ['Mod+=', 'Mod++'] },
  { id: 'view.zoomOut', group: 'view', scope: 'always', keys: ['Mod+-'] },
  { id: 'view.zoomReset', group: 'view', scope: 'always', keys: ['Mod+0'] },
  { id: 'view.toggleRail', group: 'view', scope: 'app', keys: ['Mod+B'] },
  { id: 'view.toggleTheme', group: 'view', scope: 'always', keys: ['Mod+Shift+T'] },
  { id: 'view.toggleDensity', group: 'view', scope: 'app', keys: ['Mod+Shift+D'] },
  { id: 'view.switchLanguage', group: 'view', scope: 'always', keys: ['Mod+Shift+E'] },

  { id: 'app.palette', group: 'app', scope: 'app', keys: ['Mod+K'], hidden: true },
  { id: 'app.help', group: 'app', scope: 'always', keys: ['?', 'F1'] },
  { id: 'app.lock', group: 'app', scope: 'app', keys: ['Mod+Shift+L'] },
  { id: 'app.quit', group: 'app', scope: 'always', keys: ['Mod+Q'] },
] as const satisfies readonly CommandDefinition[];

export type CommandId = (typeof commands)[number]['id'];

/** The definition of a command. */
export function findCommand(id: CommandId): CommandDefinition {
  return commands.find((command) => command.id === id) as CommandDefinition;
}

/** True for a text that names a command, e.g. one that came from the menu. */
export function isCommandId(id: string): id is CommandId {
  return commands.some((command) => command.id === id);
}
