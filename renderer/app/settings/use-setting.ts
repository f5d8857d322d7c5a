import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useMemo, useState } from 'react';
import {
  completeSettings,
  type SettingKey,
  type SettingValueOf,
  type SettingValues,
} from '../../../shared/settings/settings.ts';
import { call } from '../api.ts';
import { readStoredLooks } from './stored-looks.ts';

export interface SettingsAccess {
  readonly values: SettingValues;
  readonly set: <Key extends SettingKey>(key: Key, value: SettingValueOf<Key>) => void;
}

export const SettingsContext = createContext<SettingsAccess | null>(null);

/** One setting and how to change it. A change shows at once and is kept by the store when that is open. */
export function useSetting<Key extends SettingKey>(
  key: Key,
): [SettingValueOf<Key>, (value: SettingValueOf<Key>) => void] {
  const { values, set } = useSettings();
  return [values[key] as SettingValueOf<Key>, useCallback((value) => set(key, value), [key, set])];
}

/** All settings. */
export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (!access) throw new Error('no settings above');
  return access;
}

const mutationKey = ['settings', 'set'];

/** Settings of the store; before that answers, the looks of the last time. For the provider. */
export function useSettingsSource(): SettingsAccess {
  const client = useQueryClient();
  const stored = useQuery({ queryKey: ['settings'], queryFn: () => call('settings.getAll', null) });
  const [looks] = useState(readStoredLooks);
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ key, value }: { key: SettingKey; value: SettingValues[SettingKey] }) =>
      call('settings.set', { key, value }),
    // While another change is on its way, asking again would show the value before it for a moment.
    onSettled: () => client.isMutating({ mutationKey }) <= 1 && client.invalidateQueries({ queryKey: ['settings'] }),
  });
  const values = useMemo(() => completeSettings({ ...looks, ...stored.data }), [looks, stored.data]);
  const set = useCallback<SettingsAccess['set']>(
    (key, value) => {
      client.setQueryData(['settings'], (before: object | undefined) => ({ ...before, [key]: value }));
      mutate({ key, value });
    },
    [client, mutate],
  );
  return useMemo(() => ({ values, set }), [values, set]);
}
