import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spellKeyPress } from '../../../shared/commands/key-press.ts';
import { isApple } from '../../ui/accelerator.ts';
import { KeyHint } from '../../ui/key-hint.tsx';

/** A button that shows keys; pressed, it takes the next key press instead. Escape and Tab leave things as they were. */
export function KeyCapture({
  titleId,
  keys,
  onCapture,
}: {
  /** The element that names the command. */
  titleId: string;
  keys: readonly string[];
  onCapture: (keys: string) => void;
}) {
  const { t } = useTranslation('settings');
  const id = useId();
  const [listening, setListening] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (!listening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const pressed = spellKeyPress(event.nativeEvent, isApple);
    if (pressed === null) return;
    setListening(false);
    if (pressed !== 'Escape') onCapture(pressed);
  };
  return (
    <button
      type="button"
      className="settings-key-capture"
      id={id}
      aria-labelledby={`${titleId} ${id}`}
      aria-pressed={listening}
      data-listening={listening || undefined}
      onClick={() => setListening(true)}
      onBlur={() => setListening(false)}
      onKeyDown={onKeyDown}
    >
      {listening && t('keys.press')}
      {!listening && (keys.length === 0 ? t('keys.none') : keys.map((one) => <KeyHint key={one} keys={one} spoken />))}
    </button>
  );
}
