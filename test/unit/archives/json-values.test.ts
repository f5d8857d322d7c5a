import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundValue, JsonOptions } from '../../../electron/data/platforms/archives/json/json-reader.ts';
import { looseEscapes } from '../../../electron/data/platforms/archives/json/loose-escapes.ts';
import { readJsonValues } from '../../../electron/data/platforms/archives/json/read-json-values.ts';

async function* pieces(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Uint8Array, options: JsonOptions, size = 7): Promise<FoundValue[]> {
  const found: FoundValue[] = [];
  for await (const { values } of readJsonValues(pieces(text, size), options)) found.push(...values);
  return found;
}

const paths = ['$.name', '$.list.*'];

describe('values of a JSON document', () => {
  it('are what JSON.parse gives, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.string(),
        fc.integer({ min: 1, max: 40 }),
        async (list, name, size) => {
          const text = JSON.stringify({ name, other: { list: [1, 2] }, list });
          const found = await read(text, { paths }, size);
          expect(found.map(({ value }) => value)).toEqual([name, ...(JSON.parse(JSON.stringify(list)) as unknown[])]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('come with the keys that lead to them', async () => {
    const found = await read('{"chats":{"list":[{"id":1,"messages":[{"a":1},{"a":2}]}]}}', {
      paths: ['$.chats.list.*.messages.*'],
    });
    expect(found).toEqual([
      { path: ['chats', 'list', 0, 'messages', 0], value: { a: 1 } },
      { path: ['chats', 'list', 0, 'messages', 1], value: { a: 2 } },
    ]);
  });

  it('stand behind a prefix', async () => {
    const prefix = /^\s*window\.YTD\.\w+\.part\d+\s*=\s*/;
    expect(await read('window.YTD.tweets.part0 = [ {"a":1} ]', { paths: ['$.*'], prefix })).toHaveLength(1);
    await expect(read('alert(1)', { paths: ['$.*'], prefix })).rejects.toMatchObject({ code: 'archive-cut-off' });
    await expect(read(`${'x'.repeat(3_000)}[1]`, { paths: ['$.*'], prefix })).rejects.toMatchObject({
      code: 'archive-damaged',
    });
  });

  it('are handed on before a fault is told', async () => {
    const seen: unknown[] = [];
    const reading = (async () => {
      const text = '{"list":[1,2,3,oops';
      for await (const { values } of readJsonValues(pieces(text, 1_000), { paths }))
        seen.push(...values.map((one) => one.value));
    })();
    await expect(reading).rejects.toMatchObject({ code: 'archive-damaged' });
    expect(seen).toEqual([1, 2, 3]);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['a document that ends too early', '{"list":[{"a":1},{"a"', 'archive-cut-off'],
    ['a character that ends too early', Buffer.from('{"list":["Zoë').subarray(0, -1), 'archive-cut-off'],
    ['no JSON', '<html></html>', 'archive-damaged'],
    ['Latin-1', Buffer.from('{"list":["Zo\u00eb"]}', 'latin1'), 'file-encoding'],
    ['Latin-1 further on', Buffer.from(`{"list":["${'a'.repeat(300)}","Zo\u00eb"]}`, 'latin1'), 'file-encoding'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), 'file-not-text'],
    ['a nest without a floor', '['.repeat(5_000), 'archive-damaged'],
  ])('refuse %s', async (_, text, code) => {
    await expect(read(text, { paths }, 64)).rejects.toMatchObject({ code });
  });

  it('never grow beyond what can be meant', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"list":[{"a":"');
      const chunk = Buffer.alloc(1024 ** 2, 'a');
      for (let at = 0; at < 100; at += 1) yield chunk;
    }
    const reading = (async () => {
      for await (const { values } of readJsonValues(endless(), { paths })) void values;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it('keep a key that would change objects as a plain key', async () => {
    const [found] = await read('{"list":[{"__proto__":{"isBot":true}}]}', { paths });
    expect(found).toBeDefined();
    expect(Object.getPrototypeOf(found?.value)).toBe(Object.prototype);
  });
});

describe('escapes that no JSON knows', () => {
  it('are mended wherever the text is cut, and nothing else is changed', () => {
    const text = String.raw`"a\x1Fb\\x1F\\\x0Ac\u0041\"\x7"`;
    const mended = String.raw`"a\u001Fb\\x1F\\\u000Ac\u0041\"\x7"`;
    for (let cut = 0; cut <= text.length; cut += 1) {
      const escapes = looseEscapes();
      expect(escapes.push(text.slice(0, cut)) + escapes.push(text.slice(cut)) + escapes.end()).toBe(mended);
    }
  });
});
