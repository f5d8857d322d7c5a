import { commands } from '../../../shared/commands/commands.ts';
import { keysOf, type Remap } from '../../../shared/commands/key-conflicts.ts';
import { spellKeyPress, worksWhileTyping } from '../../../shared/commands/key-press.ts';
import { isApple } from '../../ui/accelerator.ts';
import { handlerOf } from './command-handlers.ts';

/** How long the second key of "g q" may take, in milliseconds. */
const sequencePatience = 1500;

const textEntry =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"]';
const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], .ui-menu-popover';

/** Letters belong to whoever is typing, and to an open menu or dialog. */
function keepsLetters(target: EventTarget | null): boolean {
  return target instanceof Element && (target.closest(textEntry) !== null || target.closest(floating) !== null);
}

/** A dialog is about one thing: the room below it hears nothing, not even a shortcut that works while typing. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.ui-modal') !== null;
}

/** Runs the commands of pressed keys until the returned function is called. `remap` is read at every press. */
export function listenToKeyboard(target: Window, remap: () => Remap): () => void {
  let started = '';
  let startedAt = 0;
  const held = new Map<string, () => void>();

  function find(keys: string, inDialog: boolean): { id: (typeof commands)[number]['id'] } | 'beginning' | null {
    let beginning = false;
    for (const command of commands) {
      if (inDialog && command.scope !== 'always' && command.scope !== 'app') continue;
      for (const own of keysOf(command, remap())) {
        if (own === keys && handlerOf(command.id)) return command;
        if (own.startsWith(`${keys} `)) beginning = true;
      }
    }
    return beginning ? 'beginning' : null;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const press = spellKeyPress(event, isApple);
    if (press === null) return;
    if (!worksWhileTyping(press) && keepsLetters(event.target)) return;
    const inSequence = started !== '' && event.timeStamp - startedAt < sequencePatience;
    const found = find(inSequence ? `${started} ${press}` : press, isInDialog(event.target));
    started = '';
    if (found === null) return;
    event.preventDefault();
    if (found === 'beginning') {
      started = press;
      startedAt = event.timeStamp;
      return;
    }
    const handler = handlerOf(found.id);
    if (handler?.release) {
      if (event.repeat) return;
      held.set(event.code, handler.release);
    }
    handler?.run();
  }

  function letGo(code: string): void {
    held.get(code)?.();
    held.delete(code);
  }
  const onKeyUp = (event: KeyboardEvent): void => letGo(event.code);
  // A key let go in another window is never heard here.
  const onBlur = (): void => {
    for (const code of [...held.keys()]) letGo(code);
  };

  // Buttons and radio buttons swallow Enter with any modifier, so what works while typing is heard before them.
  const onKeyDownFirst = (event: KeyboardEvent): void => {
    const press = spellKeyPress(event, isApple);
    if (press === null || !worksWhileTyping(press)) return;
    onKeyDown(event);
    if (event.defaultPrevented) event.stopPropagation();
  };

  target.addEventListener('keydown', onKeyDownFirst, true);
  target.addEventListener('keydown', onKeyDown);
  target.addEventListener('keyup', onKeyUp);
  target.addEventListener('blur', onBlur);
  return () => {
    onBlur();
    target.removeEventListener('keydown', onKeyDownFirst, true);
    target.removeEventListener('keydown', onKeyDown);
    target.removeEventListener('keyup', onKeyUp);
    target.removeEventListener('blur', onBlur);
  };
}
