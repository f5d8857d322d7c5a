import type { FormEvent, ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import './stage.css';

/** Fields and their buttons; Enter in a field submits. The last child is usually <FormActions>. */
export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <AriaForm className="ui-form" validationBehavior="aria" onSubmit={submit}>
      {children}
    </AriaForm>
  );
}

/** Buttons under a form, the next step first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="ui-form-actions">{children}</div>;
}
