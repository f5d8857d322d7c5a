import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import './field.css';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  placeholder?: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
  className?: string | undefined;
}

/** A search line: Escape empties it, the label is for screen readers. */
export function SearchField({ label, placeholder, inputRef, className, ...props }: SearchFieldProps) {
  const { t } = useTranslation('app');
  return (
    <AriaSearchField {...props} className={classNames('ui-field ui-search', className)}>
      {({ isEmpty }) => (
        <>
          <Label className="ui-visually-hidden">{label}</Label>
          <div className="ui-input-row">
            <Search className="ui-icon ui-input-lead" aria-hidden />
            <Input ref={inputRef} className="ui-input" dir="auto" placeholder={placeholder ?? label} />
            {!isEmpty && <IconButton className="ui-input-end" label={t('ui.clear')} icon={X} />}
          </div>
        </>
      )}
    </AriaSearchField>
  );
}
