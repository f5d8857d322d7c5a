import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../electron/data/health/csv-text.ts';
import { guessMapping, guessTimeFormat } from '../../../electron/data/platforms/files/guess-mapping.ts';
import { cellsOfJsonLine, pathsOfJsonLine } from '../../../electron/data/platforms/files/json-cells.ts';
import { createLineSplitter } from '../../../electron/data/platforms/files/read-lines.ts';
import { csvAssembler, type FileRecord } from '../../../electron/data/platforms/files/read-records.ts';
import { sniffCsv } from '../../../electron/data/platforms/files/sniff-csv.ts';
import { splitRecord } from '../../../electron/data/platforms/files/split-record.ts';
import { sniffEncoding } from '../../../electron/data/platforms/files/text-encoding.ts';

const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));

describe('encodings', () => {
  it.each([
    ['UTF-8', bytes('name,at\nZoë,1\n', 'utf8'), 'utf-8', false],
    ['UTF-8 with a mark', bytes('\ufeffname,at\n', 'utf8'), 'utf-8', false],
    ['UTF-16 with a mark', bytes('\ufeffname,at\n', 'utf16le'), 'utf-16le', false],
    ['UTF-16 without one', bytes('name,at\nAyşe,1\n', 'utf16le'), 'utf-16le', false],
    ['big-endian UTF-16', new Uint8Array(Buffer.from('name,at\n', 'utf16le').swap16()), 'utf-16be', false],
    ['Latin-1, as a guess', bytes('name,at\nZo\u00eb,1\n', 'latin1'), 'latin-1', true],
  ])('knows %s', (_, sample, encoding, assumed) => {
    expect(sniffEncoding(sample)).toEqual({ encoding, assumed });
  });

  it('does not mind a sample that ends inside a character', () => {
    expect(sniffEncoding(bytes('name\nZoë', 'utf8').subarray(0, -1)).encoding).toBe('utf-8');
  });

  it('refuses what is no text', () => {
    const refused = (sample: Uint8Array) =>
      expect(() => sniffEncoding(sample)).toThrow(expect.objectContaining({ code: 'file-not-text' }));
    refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
    refused(new Uint8Array(Array.from({ length: 400 }, (_, at) => (at * 37) % 256)));
    expect(() => sniffEncoding(new Uint8Array())).toThrow(expect.objectContaining({ code: 'file-empty' }));
  });
});

describe('lines', () => {
  const linesOf = (pieces: string[], longest?: number) => {
    const splitter = createLineSplitter(longest);
    const blocks = [...pieces.map((piece) => splitter.push(piece)), splitter.end('')];
    return blocks.flatMap((block) => block.lines.map((line, at) => [block.first + at, line]));
  };

  it('end with LF, CR LF or CR, wherever the pieces are cut', () => {
    expect(linesOf(['a\r', '\nb\rc', '\nd'])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it('that are too long are dropped without being kept, and counted', () => {
    expect(linesOf(['ok\nxxxxxxxx', 'xxxxxxxx', 'xxx\nfine\n'], 10)).toEqual([
      [1, 'ok'],
      [2, null],
      [3, 'fine'],
    ]);
    expect(linesOf(['xxxxxxxxxxxx'], 10)).toEqual([[1, null]]);
  });

  it('come out the same however the text is cut', () => {
    const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', ' '), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(10), (parts, cut) => {
        const whole = parts.join('');
        const pieces = whole.match(new RegExp(`[^]{1,${cut + 1}}`, 'g')) ?? [];
        const expected = whole.split(/\r\n|\n|\r/);
        if (expected.at(-1) === '') expected.pop();
        expect(linesOf(pieces).map(([, line]) => line)).toEqual(expected);
      }),
    );
  });
});

describe('CSV records', () => {
  it('keep delimiters and quotes inside quoted fields', () => {
    expect(splitRecord('a,"b,c","say ""hi""",', ',')).toEqual(['a', 'b,c', 'say "hi"', '']);
    expect(splitRecord('5" tall,x', ',')).toEqual(['5" tall', 'x']);
    expect(splitRecord('"open,x', ',')).toBe('open');
  });

  it('read back whatever is written', () => {
    const cell = fc
      .string()
      .map((text) => text.replaceAll('\r', ''))
      .filter((text) => !/^[=+\-@\t]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        expect(splitRecord(csvText([cells]).slice(0, -2), ',')).toEqual(cells);
      }),
    );
  });

  it('may run over lines, and an unclosed quote costs its own line alone', () => {
    const records: FileRecord[] = [];
    const assembler = csvAssembler({ delimiter: ',', header: true });
    const lines = ['name,text', 'a,"one', 'two"', 'b,"never closed', 'c,fine', 'd,fine'];
    for (const [at, line] of lines.entries()) assembler.line(at + 1, line, records);
    assembler.end(records);
    expect(records).toEqual([
      { line: 2, cells: ['a', 'one\ntwo'] },
      { line: 4, reason: 'quote-unclosed' },
      { line: 5, cells: ['c', 'fine'] },
      { line: 6, cells: ['d', 'fine'] },
    ]);
  });

  it('give up an open quote after a thousand lines and read on', () => {
    const records: FileRecord[] = [];
    const assembler = csvAssembler({ delimiter: ',', header: false });
    assembler.line(1, '"open,1', records);
    for (let line = 2; line <= 1500; line += 1) assembler.line(line, `m,${line}`, records);
    assembler.end(records);
    expect(records).toHaveLength(1500);
    expect(records[0]).toEqual({ line: 1, reason: 'quote-unclosed' });
    expect(records.at(-1)).toEqual({ line: 1500, cells: ['m', '1500'] });
  });
});

describe('delimiter and header', () => {
  it.each([
    [['a;b;c', '1,5;2,5;3', '2,5;3,5;4'], ';'],
    [['a\tb', '1\t2'], '\t'],
    [['a|b', '1|2'], '|'],
    [['user,text', 'x,"a;b;c"', 'y,"d;e;f"'], ','],
  ])('%j is cut by %j', (lines, delimiter) => {
    expect(sniffCsv(lines).delimiter).toBe(delimiter);
  });

  it('sees that a first line holds values, and names columns by number', () => {
    expect(sniffCsv(['1,2,1082040961', '3,4,1082155839'])).toEqual({
      delimiter: ',',
      header: false,
      columns: ['#1', '#2', '#3'],
    });
    expect(sniffCsv(['ann,bob,2004-04-15 10:00', 'x,y,2004-04-16 10:00']).header).toBe(false);
  });

  it('tells columns of one name apart', () => {
    expect(sniffCsv(['id,id,', '1,2,3']).columns).toEqual(['id', 'id (2)', '#3']);
  });
});

describe('NDJSON', () => {
  it('offers nested values by their path, and takes ids as text', () => {
    const line = '{"id":"109","account":{"id":"7","roles":["x"]},"created_at":"2026-01-01"}';
    expect(pathsOfJsonLine(line)).toEqual(['id', 'account.id', 'created_at']);
    expect(cellsOfJsonLine(line, ['account.id', 'id', 'missing'])).toEqual(['7', '109', '']);
  });

  it('refuses numbers that have lost their digits, and what is no object', () => {
    expect(cellsOfJsonLine('{"id":109123456789012345678}', ['id'])).toBe('number-too-large');
    expect(cellsOfJsonLine('[1]', ['id'])).toBe('not-json');
    expect(cellsOfJsonLine('{"id":', ['id'])).toBe('not-json');
    expect(cellsOfJsonLine('{"a":1}', ['__proto__.polluted', 'constructor.name'])).toEqual(['', '']);
  });
});

describe('the first proposal', () => {
  it('knows common names of columns', () => {
    expect(
      guessMapping(
        ['id', 'account.id', 'created_at', 'in_reply_to_account_id'],
        [['1', '2', '2026-01-01T00:00:00Z', '3']],
      ),
    ).toEqual({
      columns: { at: 'created_at', target: 'in_reply_to_account_id', member: 'account.id', id: 'id' },
      timeFormat: 'iso-8601',
      defaultKind: 'message',
    });
  });

  it('tells whom something is for from what it answers', () => {
    const columns = ['id', 'author', 'created_at', 'to', 'in_reply_to_id', 'request', 'no answer'];
    expect(guessMapping(columns, []).columns).toMatchObject({
      target: 'to',
      id: 'id',
      replyTo: 'in_reply_to_id',
      request: 'request',
      noAnswer: 'no answer',
    });
    expect(guessMapping(['id', 'author', 'created_at', 'reply_to'], []).columns).toMatchObject({ target: 'reply_to' });
  });

  it('tells seconds from milliseconds', () => {
    expect(guessTimeFormat(['1082040961'])).toBe('unix-seconds');
    expect(guessTimeFormat(['1082040961000'])).toBe('unix-milliseconds');
    expect(guessTimeFormat(['2026-01-01', ''])).toBe('iso-8601');
  });
});
