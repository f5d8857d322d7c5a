import { useTranslation } from 'react-i18next';
import { spellAccelerator } from './accelerator.ts';
import './key-hint.css';

/** Prints an accelerator ("Mod+K", "g q") as key caps in the machine's own spelling. Hidden from screen readers unless `spoken`. */
export function KeyHint({ keys, spoken = false }: { keys: string; spoken?: boolean | undefined }) {
  const { t } = useTranslation('app');
  const steps = spellAccelerator(keys, (name) => t(`ui.keys.${name}`));
  return (
    <span className="ui-keys" aria-hidden={!spoken} dir="ltr">
      {steps.map((step) => (
        <kbd className="ui-key" key={step}>
          {step}
        </kbd>
      ))}
    </span>
  );
}
