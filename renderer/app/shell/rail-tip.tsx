import type { ComponentProps } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { WithTooltip } from '../../ui/tooltip.tsx';

/** The name and the keys of a rail entry, shown beside it on hover and focus. */
export function RailTip({
  label,
  keys,
  children,
}: {
  label: string;
  keys: string | undefined;
  children: ComponentProps<typeof Focusable>['children'];
}) {
  return (
    <WithTooltip text={label} keys={keys} placement="end">
      <Focusable>{children}</Focusable>
    </WithTooltip>
  );
}
