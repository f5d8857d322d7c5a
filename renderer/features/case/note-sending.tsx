import { CircleAlert, CircleCheck, CircleX, Clock, type LucideIcon, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NoteSending } from '../../../shared/ipc/topics/case.ts';
import { useCodeWords } from '../../app/failure-words.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

const looks: Readonly<Record<NoteSending['state'], { tone: Tone; icon?: LucideIcon }>> = {
  waiting: { tone: 'waiting', icon: Clock },
  sending: { tone: 'waiting', icon: Send },
  sent: { tone: 'done', icon: CircleCheck },
  failed: { tone: 'harm', icon: CircleX },
  asking: { tone: 'harm', icon: CircleAlert },
  kept: { tone: 'plain' },
};

/** How far a note has come on its way to colleagues on the server. */
export function NoteSendingBadge({ sending, community }: { sending: NoteSending; community: string }) {
  const { t } = useTranslation('case');
  return <Badge {...looks[sending.state]}>{t(`notes.sending.${sending.state}`, { community })}</Badge>;
}

/** What a person can do about a note on its way; nothing where there is nothing to do. */
export function NoteSendingActions({
  sending,
  community,
  onKeep,
  onSend,
}: {
  sending: NoteSending;
  community: string;
  onKeep: () => void;
  onSend: () => void;
}) {
  const { t } = useTranslation('case');
  const code = useCodeWords();
  const { state, errorCode, canKeep } = sending;
  const isUpToPerson = state === 'failed' || state === 'asking';
  if (!isUpToPerson && !canKeep) return null;
  return (
    <>
      {state === 'asking' && <p className="case-quiet">{t('notes.askingWords', { community })}</p>}
      {state === 'failed' && errorCode !== null && <p className="case-quiet">{code(errorCode)}</p>}
      <div className="case-note-choices">
        {isUpToPerson && <Button onPress={onSend}>{t('notes.sendAgain')}</Button>}
        {canKeep && <Button onPress={onKeep}>{t('notes.keepHere')}</Button>}
      </div>
    </>
  );
}
