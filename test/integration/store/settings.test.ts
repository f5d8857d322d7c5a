import { expect, it } from 'vitest';
import {
  getAllSettings,
  getSetting,
  removeSetting,
  setSetting,
} from '../../../electron/data/store/settings/settings.ts';
import { aStore } from '../../builders/store.ts';

it('keeps any JSON value under its key until it is forgotten', () => {
  const store = aStore();
  const values = { text: 'ك', number: 1.5, flag: false, nothing: null, list: ['a', 'b'], map: { b: 'x', a: 'y' } };
  store.transaction((db) => {
    for (const [key, value] of Object.entries(values)) setSetting(db, key, value);
    setSetting(db, 'number', 2);
  });
  expect(getSetting(store.read, 'map')).toEqual(values.map);
  expect(getSetting(store.read, 'nothing')).toBeNull();
  expect(getSetting(store.read, 'never set')).toBeUndefined();
  expect(Object.fromEntries(getAllSettings(store.read))).toEqual({ ...values, number: 2 });
  store.transaction((db) => removeSetting(db, 'text'));
  expect(getSetting(store.read, 'text')).toBeUndefined();
});
