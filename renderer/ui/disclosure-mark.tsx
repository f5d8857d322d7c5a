import { ChevronRight } from 'lucide-react';
import './disclosure.css';

/** The small arrow of a react-aria Disclosure's button (class `ui-disclosure`); turns when open. */
export function DisclosureMark() {
  return <ChevronRight className="ui-icon ui-disclosure-mark" data-mirror aria-hidden />;
}
