import { useTranslation } from 'react-i18next';
import { spellAccelerator } from './accelerator.ts';
import './key-hint.css';

/** Prints an accelerator ("Mod+K", "g q") as key caps in the machine's own spelling. Hidden from screen readers. */
export function KeyHint({ keys }: { keys: string }) {
  const { t } = useTranslation('app');
  const steps = spellAccelerator(keys, (name) => t(`ui.keys.${name}`));
  return (
    <span className="ui-keys" aria-hidden dir="ltr">
      {steps.map((step) => (
        <kbd className="ui-key" key={step}>
          {step}
        </kbd>
      ))}
    </span>
  );
}
