import { CloudDownload, type LucideIcon, RotateCcw, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '../../../shared/commands/commands.ts';
import type { ConflictView, Settlement } from '../../../shared/ipc/topics/conflicts.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

const ways: readonly { id: Settlement; command: CommandId; icon: LucideIcon }[] = [
  { id: 'keep-theirs', command: 'conflicts.keepTheirs', icon: CloudDownload },
  { id: 'send-mine', command: 'conflicts.sendMine', icon: Send },
  { id: 'decide-again', command: 'conflicts.decideAgain', icon: RotateCcw },
];

function Way({
  id,
  command,
  icon,
  unsent,
  isPossible,
  isPending,
  onChoose,
}: (typeof ways)[number] & {
  unsent: number;
  isPossible: boolean;
  isPending: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation('conflicts');
  const keys = useCommandKeys(command);
  useCommand(command, onChoose, { enabled: isPossible && !isPending });
  const words = id === 'decide-again' ? t('settle.decide-again.words') : t(`settle.${id}.words`, { count: unsent });
  return (
    <li className="conflicts-way">
      <Button
        icon={icon}
        mirrorIcon={id === 'send-mine'}
        keys={keys}
        isDisabled={!isPossible || isPending}
        onPress={onChoose}
        wide
      >
        {t(`settle.${id}.label`)}
      </Button>
      <p className="ui-description">{isPossible ? words : t('settle.impossible')}</p>
    </li>
  );
}

/** Three ways out, each with what it means. */
export function Settle({
  conflict,
  isPending,
  onSettle,
}: {
  conflict: ConflictView;
  isPending: boolean;
  onSettle: (settlement: Settlement, note: string) => void;
}) {
  const { t } = useTranslation('conflicts');
  const [note, setNote] = useState('');
  return (
    <section className="conflicts-settle" aria-labelledby="conflicts-settle">
      <h3 id="conflicts-settle">{t('settle.title')}</h3>
      <ul className="conflicts-ways">
        {ways.map((way) => (
          <Way
            key={way.id}
            {...way}
            unsent={conflict.mine.unsent}
            isPossible={conflict.settlements.includes(way.id)}
            isPending={isPending}
            onChoose={() => onSettle(way.id, note)}
          />
        ))}
      </ul>
      <TextField label={t('settle.note')} value={note} onChange={setNote} />
    </section>
  );
}
