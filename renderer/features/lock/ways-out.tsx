import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { EraseDialog } from '../../app/vault-forms/erase-dialog.tsx';
import { RestoreDialog } from '../../app/vault-forms/restore-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { RestoreCopyDialog } from './restore-copy-dialog.tsx';

export type WayOut = 'again' | 'restore' | 'restoreCopy' | 'erase' | 'quit';

/** What can be done when the store does not open, the likeliest first; `calm` where something else is the next step. */
export function WaysOut({ ways, calm = false }: { ways: readonly WayOut[]; calm?: boolean }) {
  const { t } = useTranslation('vault');
  const client = useQueryClient();
  const [open, setOpen] = useState<'restore' | 'restoreCopy' | 'erase' | null>(null);
  // Asks the trusted side to look at the file again; the answer may be any state.
  const again = useMutation({
    mutationFn: () => call('vault.unlock', {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['vault'] }),
  });
  const act: Record<WayOut, () => void> = {
    again: () => again.mutate(),
    restore: () => setOpen('restore'),
    restoreCopy: () => setOpen('restoreCopy'),
    erase: () => setOpen('erase'),
    quit: () => void call('app.quit', null).catch(() => undefined),
  };
  return (
    <div className="ui-form-actions">
      {ways.map((way, index) => (
        <Button
          key={way}
          variant={wayVariant(way, index === 0 && !calm)}
          isPending={way === 'again' && again.isPending}
          onPress={act[way]}
        >
          {t(`failed.${way}`)}
        </Button>
      ))}
      <RestoreDialog isOpen={open === 'restore'} onClose={() => setOpen(null)} />
      <RestoreCopyDialog isOpen={open === 'restoreCopy'} onClose={() => setOpen(null)} />
      <EraseDialog isOpen={open === 'erase'} onClose={() => setOpen(null)} />
    </div>
  );
}

function wayVariant(way: WayOut, isFirst: boolean): 'primary' | 'secondary' | 'quiet' {
  if (way === 'erase' || way === 'quit') return 'quiet';
  return isFirst ? 'primary' : 'secondary';
}
