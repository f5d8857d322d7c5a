import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Trash2, Unplug } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../shared/domain/community.ts';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { TokenEndWords } from './token-end-words.tsx';

type Leaving = 'disconnect' | 'erase';

/** Disconnecting and erasing, each after a question that says what it means. */
export function CommunityMenu({ community }: { community: Community }) {
  const { t } = useTranslation('communities');
  const client = useQueryClient();
  const [asking, setAsking] = useState<Leaving | null>(null);
  const leave = useMutation({
    mutationFn: (how: Leaving) =>
      how === 'disconnect'
        ? call('communities.disconnect', { communityId: community.id })
        : call('communities.erase', { communityId: community.id, confirm: 'erase' }),
    onSuccess: () => setAsking(null),
    onSettled: () => client.invalidateQueries({ queryKey: ['communities'] }),
  });
  const canDisconnect = community.platform !== 'import' && community.connection !== 'disconnected';
  const entries: MenuEntry[] = [
    {
      id: 'disconnect',
      label: t('disconnect.action'),
      icon: Unplug,
      isDisabled: !canDisconnect,
      onAction: () => setAsking('disconnect'),
    },
    { id: 'erase', label: t('erase.action'), icon: Trash2, danger: true, onAction: () => setAsking('erase') },
  ];
  return (
    <>
      <Menu label={t('more', { name: community.name })} entries={entries}>
        <IconButton label={t('more', { name: community.name })} icon={Ellipsis} />
      </Menu>
      {(['disconnect', 'erase'] as const).map((how) => (
        <ConfirmDialog
          key={how}
          title={t(`${how}.title`, { name: community.name })}
          isOpen={asking === how}
          onClose={() => setAsking(null)}
          confirmLabel={t(`${how}.action`)}
          isPending={leave.isPending}
          onConfirm={() => leave.mutate(how)}
        >
          <p>{t(`${how}.words`)}</p>
          {how === 'disconnect' && canDisconnect && <TokenEndWords community={community} />}
          <FailureCallout error={leave.error} />
        </ConfirmDialog>
      ))}
    </>
  );
}
