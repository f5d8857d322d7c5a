import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recogniseArchive } from '../../../electron/data/platforms/archives/recognise-archive.ts';
import { openZip } from '../../../electron/data/platforms/archives/zip/open-zip.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { aDiscordMessage, discordExport } from '../../builders/archives/discord-export.ts';
import { activitiesOf, readArchiveInto } from '../../builders/archives/import-archive.ts';
import { writeZip } from '../../builders/archives/zip-file.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const path = (name: string) => join(store.folder, name);
const good = discordExport(Array.from({ length: 400 }, (_, at) => aDiscordMessage({ id: String(at + 1) })));

/** A whole zip in which some bytes were changed: every place where `from` stands becomes `to`, of the same length. */
async function changedZip(
  from: string | Buffer,
  to: string | Buffer,
  entries: Record<string, string>,
): Promise<string> {
  const file = await writeZip(path('changed.zip'), entries);
  const bytes = readFileSync(file);
  const [old, next] = [Buffer.from(from as string), Buffer.from(to as string)];
  for (let at = bytes.indexOf(old); at !== -1; at = bytes.indexOf(old, at + 1)) next.copy(bytes, at);
  writeFileSync(file, bytes);
  return file;
}

/** Changes the one central entry: the field at `offset` of its header. */
async function changedEntry(offset: number, value: Buffer): Promise<string> {
  const file = await writeZip(path('entry.zip'), { 'a.json': good });
  const bytes = readFileSync(file);
  value.copy(bytes, bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + offset);
  writeFileSync(file, bytes);
  return file;
}

const le32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

describe('a zip that no platform wrote', () => {
  it.each([
    ['leads up', 'aaaaaaaa.json', '../../a1.json'],
    ['is absolute', 'aaaaaaaa.json', '/etc/a12.json'],
    ['names a drive', 'aaaaaaaa.json', 'C:/aaaaa.json'],
    ['leads up the other way', 'aaaaaaaa.json', String.raw`..\..\a1.json`],
  ])('is refused where a path %s', async (_, from, to) => {
    const file = await changedZip(from, to, { [from]: good });
    await expect(recogniseArchive(file)).rejects.toMatchObject({ code: 'archive-unsafe' });
  });

  it('is refused with links and with two entries of one name', async () => {
    const link = await changedEntry(38, le32(0o120777 * 2 ** 16));
    await expect(recogniseArchive(link)).rejects.toMatchObject({ code: 'archive-unsafe' });
    const twice = await changedZip('b.json', 'a.json', { 'a.json': good, 'b.json': good });
    await expect(recogniseArchive(twice)).rejects.toMatchObject({ code: 'archive-unsafe' });
  });

  it('is refused when it would grow beyond measure', async () => {
    const bomb = await writeZip(path('bomb.zip'), { 'a.json': Buffer.alloc(30 * 1024 ** 2, '0') });
    await expect(recogniseArchive(bomb)).rejects.toMatchObject({ code: 'archive-bomb' });
    const overlap = await changedEntry(20, le32(10_000_000));
    await expect(openZip(overlap, ['json'])).rejects.toMatchObject({ code: 'archive-bomb' });
  });

  it('is refused with a password', async () => {
    const locked = await changedEntry(8, Buffer.from([0x01, 0x08]));
    await expect(recogniseArchive(locked)).rejects.toMatchObject({ code: 'archive-encrypted' });
  });

  it('ends where its sizes lie, and gives no byte more than it said', async () => {
    const lying = await changedEntry(24, le32(good.length - 5_000));
    await expect(readArchiveInto(store, lying)).rejects.toMatchObject({ code: 'archive-damaged' });
    expect(activitiesOf(store).length).toBeLessThan(400);
  });

  it('is refused when it is cut off, empty or of an unknown kind', async () => {
    const whole = readFileSync(await writeZip(path('a.zip'), { 'a.json': good }));
    writeFileSync(path('cut.zip'), whole.subarray(0, whole.length - 60));
    await expect(recogniseArchive(path('cut.zip'))).rejects.toMatchObject({ code: 'archive-damaged' });
    const other = await writeZip(path('other.zip'), { 'notes.json': '{"a":1}', 'picture.png': 'x' });
    await expect(recogniseArchive(other)).rejects.toMatchObject({ code: 'archive-unknown' });
    const pages = await writeZip(path('pages.zip'), { 'start_here.html': '<html>', 'a/b.html': '<html>' });
    await expect(recogniseArchive(pages)).rejects.toMatchObject({ code: 'archive-html' });
    await expect(recogniseArchive(path('gone.zip'))).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(recogniseArchive(store.folder)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('leaves the store as it was', async () => {
    const damaged = await writeZip(path('damaged.zip'), { 'a.json': good });
    const bytes = readFileSync(damaged);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(damaged, bytes);
    await expect(readArchiveInto(store, damaged)).rejects.toMatchObject({ code: expect.stringMatching(/^archive-/) });
    const whole = await writeZip(path('whole.zip'), { 'a.json': good });
    const kept = activitiesOf(store).length;
    expect(await readArchiveInto(store, whole)).toMatchObject({ added: 400 - kept, alreadyKnown: kept });
  });

  it('is a table when it is no archive', async () => {
    writeFileSync(path('a.csv'), 'from,to,at\na,b,2025-01-01\n');
    expect(await recogniseArchive(path('a.csv'))).toBeNull();
    writeFileSync(path('a.ndjson'), '{"from":"a","at":"2025-01-01"}\n');
    expect(await recogniseArchive(path('a.ndjson'))).toBeNull();
  });
});
