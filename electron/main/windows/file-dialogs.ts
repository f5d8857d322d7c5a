import { basename } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { Words } from '../words.ts';

const openKinds = {
  import: {
    title: 'window:dialog.openImport',
    name: 'window:dialog.tables',
    extensions: ['csv', 'tsv', 'txt', 'ndjson', 'jsonl', 'json', 'zip', 'xlsx'],
  },
  restore: { title: 'window:dialog.openRestore', name: 'window:dialog.backups', extensions: ['hearth-backup'] },
} as const;

const saveKinds = {
  backup: { title: 'window:dialog.saveBackup', name: 'window:dialog.backups', extensions: ['hearth-backup'] },
  csv: { title: 'window:dialog.saveCsv', name: 'window:dialog.tables', extensions: ['csv'] },
  audit: { title: 'window:dialog.saveAudit', name: 'window:dialog.logs', extensions: ['ndjson'] },
  access: { title: 'window:dialog.saveAccess', name: 'window:dialog.records', extensions: ['json'] },
  picture: { title: 'window:dialog.savePicture', name: 'window:dialog.pictures', extensions: ['svg'] },
} as const;

/** Lets the person choose a file to read; null when they changed their mind. */
export async function chooseFile(
  window: BrowserWindow,
  purpose: keyof typeof openKinds,
  { translate }: Words,
): Promise<string | null> {
  const { title, name, extensions } = openKinds[purpose];
  const filters: FileFilter[] = [
    { name: translate(name), extensions: [...extensions] },
    { name: translate('window:dialog.allFiles'), extensions: ['*'] },
  ];
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: translate(title),
    properties: ['openFile', 'dontAddToRecent'],
    filters,
  });
  return filePaths[0] ?? null;
}

/** Lets the person choose where to save; null when they changed their mind. A suggested folder is ignored. */
export async function chooseSave(
  window: BrowserWindow,
  purpose: keyof typeof saveKinds,
  suggestedName: string,
  { translate }: Words,
): Promise<string | null> {
  const { title, name, extensions } = saveKinds[purpose];
  const { filePath } = await dialog.showSaveDialog(window, {
    title: translate(title),
    defaultPath: basename(suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    filters: [{ name: translate(name), extensions: [...extensions] }],
  });
  return filePath || null;
}

/** Lets the person choose a folder to write into; null when they changed their mind. */
export async function chooseFolder(window: BrowserWindow, { translate }: Words): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: translate('window:dialog.folderReport'),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return filePaths[0] ?? null;
}
