import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../shared/ipc/topics/vault.ts';
import { LooksCorner } from '../../app/settings/looks-corner.tsx';
import { Stage } from '../../ui/stage.tsx';
import { type WayOut, WaysOut } from './ways-out.tsx';
import './lock.css';

export type StoreFailure = Extract<VaultState, { state: 'failed' }>['code'];

/** What helps against what. Erasing is offered only where the file can't be opened by anything else. */
const waysOut: Readonly<Record<StoreFailure, readonly WayOut[]>> = {
  'key-missing': ['again', 'restore', 'erase'],
  'key-damaged': ['restore', 'again', 'erase'],
  'keychain-unavailable': ['again', 'restore'],
  'store-damaged': ['restore', 'restoreCopy', 'again', 'erase'],
  'store-newer': ['restoreCopy', 'restore', 'quit'],
  'store-in-use': ['again', 'quit'],
  'store-read-only': ['again', 'quit'],
  'disk-full': ['again', 'quit'],
  'migration-failed': ['restoreCopy', 'again', 'restore'],
};

/** The store did not open: what happened, what it means, what can be done. One screen for each reason. */
export function FailedStore({ code, hasMigrationCopies }: { code: StoreFailure; hasMigrationCopies: boolean }) {
  const { t } = useTranslation('vault');
  return (
    <Stage
      picture={<CircleAlert className="lock-picture lock-picture-failed" aria-hidden />}
      title={t(`failed.${code}.title`)}
      lead={t(`failed.${code}.words`)}
      corner={<LooksCorner />}
    >
      <p className="ui-description">{t('failed.untouched')}</p>
      <WaysOut ways={waysOut[code].filter((way) => way !== 'restoreCopy' || hasMigrationCopies)} />
    </Stage>
  );
}
