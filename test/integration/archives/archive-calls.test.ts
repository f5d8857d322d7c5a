import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArchiveResult } from '../../../shared/ipc/topics/archives.ts';
import { aDiscordMessage, discordExport } from '../../builders/archives/discord-export.ts';
import { anOpenService } from '../../builders/data-service.ts';
import { aCommandLine } from '../cli/run-hearth.ts';

const text = discordExport([aDiscordMessage(), aDiscordMessage({ id: '2', type: 'ThreadCreated' })]);

describe('the calls about archives', () => {
  it('recognise, read, and keep people one way for each community', async () => {
    const service = await anOpenService();
    const file = join(service.directory, 'support.json');
    writeFileSync(file, text);
    const { id: communityId } = await service.call('communities.createForImport', {
      name: 'Garden',
      timeZone: 'UTC',
      holdsPersonalData: true,
    });
    const first = await service.call('archives.inspect', { file });
    expect(first).toEqual({ archive: { source: 'discord', documents: 1, bytes: Buffer.byteLength(text) }, keptAs: {} });
    const { importId } = await service.call('archives.start', { file, communityId, people: 'pseudonyms' });
    await expect.poll(async () => (await service.call('imports.list', {}))[0]?.state).toBe('finished');
    expect(await service.call('imports.list', {})).toMatchObject([{ importId, added: 1, rejected: 0 }]);
    expect((await service.call('archives.inspect', { file })).keptAs).toEqual({ [communityId]: 'pseudonyms' });
    const otherwise = service.call('archives.start', { file, communityId, people: 'names' });
    await expect(otherwise).rejects.toMatchObject({ code: 'people-otherwise' });
    expect(await service.call('imports.list', {})).toHaveLength(1);
    // The key never leaves the data process, and goes with the community.
    expect(JSON.stringify(await service.call('settings.getAll', null))).not.toContain('archivePeople');
    await service.call('communities.erase', { communityId, confirm: 'erase' });
    expect((await service.call('archives.inspect', { file })).keptAs).toEqual({});
  });

  it('are one command', async () => {
    const line = aCommandLine();
    const file = join(line.folder, 'support.json');
    writeFileSync(file, text);
    const result = await line.json<ArchiveResult>('import', file, '--new', 'Garden', '--pseudonyms');
    expect(result).toMatchObject({ source: 'discord', state: 'finished', added: 1, leftOut: 1, figures: 0 });
    const { code, out } = await line.run(['import', file, '--community', 'Garden', '--pseudonyms']);
    expect(code).toBe(0);
    expect(out).toContain('added 0, already known 1, figures 0, left out 1, not readable 0 (community 1).');
    expect((await line.run(['import', file, '--community', 'Garden'])).code).toBe(5);
    line.remove();
  });
});
