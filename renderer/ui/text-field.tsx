import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { FieldDescription, FieldErrorText } from './field-parts.tsx';
import { IconButton } from './icon-button.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  description?: string | undefined;
  /** What is wrong; its presence makes the field invalid. */
  error?: string | undefined;
  placeholder?: string | undefined;
  /** More than one line. */
  multiline?: boolean | undefined;
  rows?: number | undefined;
  /** Addresses, tokens and code keep left-to-right in every language. */
  direction?: 'ltr' | 'auto' | undefined;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
  className?: string | undefined;
}

/** Never seen; its being shown tells the style sheet that the field is empty. */
const blank = ' ';

/** A labelled line of text. `type="password"` gets a button that shows what was typed. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    placeholder,
    multiline,
    rows,
    direction = 'auto',
    inputRef,
    className,
    ...rest
  } = props;
  const { t } = useTranslation('app');
  const [shown, setShown] = useState(false);
  const secret = rest.type === 'password';
  return (
    <AriaTextField
      {...rest}
      {...(secret && shown ? { type: 'text' as const } : {})}
      isInvalid={error !== undefined || rest.isInvalid === true}
      className={classNames('ui-field', className)}
    >
      <Label className={hideLabel ? 'ui-visually-hidden' : 'ui-label'}>{label}</Label>
      <FieldDescription>{description}</FieldDescription>
      {multiline ? (
        <TextArea
          ref={inputRef}
          className="ui-input"
          dir={direction}
          placeholder={placeholder ?? blank}
          rows={rows ?? 3}
        />
      ) : (
        <div className="ui-input-row">
          <Input
            ref={inputRef}
            className="ui-input"
            dir={secret ? 'ltr' : direction}
            placeholder={placeholder ?? blank}
            spellCheck={false}
          />
          {secret && (
            <IconButton
              slot={null}
              className="ui-input-end"
              label={shown ? t('ui.hidePassword') : t('ui.showPassword')}
              icon={shown ? EyeOff : Eye}
              onPress={() => setShown(!shown)}
            />
          )}
        </div>
      )}
      <FieldErrorText>{error}</FieldErrorText>
    </AriaTextField>
  );
}
