import { CircleAlert } from 'lucide-react';
import { FieldError } from 'react-aria-components/FieldError';
import { Text } from 'react-aria-components/Text';
import './field.css';

/** The sentence under a field that says what it is for. */
export function FieldDescription({ children }: { children: string | undefined }) {
  return children ? (
    <Text slot="description" className="ui-description">
      {children}
    </Text>
  ) : null;
}

/** What is wrong with a field, tied to it for screen readers, with an icon so that colour is not alone. */
export function FieldErrorText({ children }: { children: string | undefined }) {
  return (
    <FieldError className="ui-field-error">
      {({ validationErrors }) => (
        <>
          <CircleAlert className="ui-icon" aria-hidden />
          <span>{children ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  );
}
