import { useTranslation } from 'react-i18next';
import { navigate, type RoomProps } from '../../app/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AboutPart } from './about-part.tsx';
import { DataPart } from './data-part.tsx';
import { KeyboardPart } from './keyboard-part.tsx';
import { LockPart } from './lock-part.tsx';
import { LooksPart } from './looks-part.tsx';
import { WorkPart } from './work-part.tsx';
import './settings.css';

/** All settings, in parts. The open part is in the address, so that a link can lead to it. */
export function SettingsScreen({ rest }: RoomProps) {
  const { t } = useTranslation('settings');
  const tabs = [
    { id: 'looks', label: t('looks.title'), content: <LooksPart /> },
    { id: 'work', label: t('work.title'), content: <WorkPart /> },
    { id: 'lock', label: t('lock.title'), content: <LockPart /> },
    { id: 'keyboard', label: t('keys.title'), content: <KeyboardPart /> },
    { id: 'data', label: t('data.title'), content: <DataPart /> },
    { id: 'about', label: t('about.title'), content: <AboutPart /> },
  ];
  const open = tabs.find(({ id }) => id === rest[0])?.id ?? 'looks';
  return (
    <Page title={t('title')}>
      <Tabs label={t('tabs')} tabs={tabs} selected={open} onSelect={(id) => navigate('settings', id)} />
    </Page>
  );
}
