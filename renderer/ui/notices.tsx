import { X } from 'lucide-react';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './notices.css';

interface Notice {
  text: string;
  action?: { label: string; keys?: string | undefined; onAction: () => void } | undefined;
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/** The newest notice that only tells something. */
let told: string | null = null;
const shortestStay = 6000;

/**
 * Says at the foot of the window that something is done: "Decision saved. It will be sent when you are online." Read out
 * politely, leaves by itself after `stay` milliseconds (6 seconds at least), or when the next one comes; one with a way
 * back stays for its time. Returns a function that takes it away. Never for errors.
 */
export function notify(text: string, options: { action?: Notice['action']; stay?: number } = {}): () => void {
  if (told !== null) queue.close(told);
  const key = queue.add({ text, action: options.action }, { timeout: Math.max(shortestStay, options.stay ?? 0) });
  told = options.action ? null : key;
  return () => queue.close(key);
}

/** Where notices appear; the shell mounts it once. */
export function Notices() {
  const { t } = useTranslation('app');
  return (
    <ToastRegion queue={queue} className="ui-notices" aria-label={t('ui.notices')}>
      {({ toast }) => (
        <Toast toast={toast} className="ui-notice">
          <ToastContent className="ui-notice-words" dir="auto">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              slot={null}
              variant="quiet"
              keys={toast.content.action.keys}
              onPress={() => {
                toast.content.action?.onAction();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton slot="close" label={t('ui.dismiss')} icon={X} />
        </Toast>
      )}
    </ToastRegion>
  );
}
