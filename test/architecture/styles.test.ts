import { describe, expect, it } from 'vitest';
import { findLines, readSourceFiles, type SourceFile } from './source-files.ts';

/** Whatever names a side by left or right breaks when the page turns round for Arabic. */
const physical =
  /(^|[\s;{])((margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right)|border-(top|bottom)-(left|right)-radius|left|right)(-\w+)?\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;
const physicalInCode = /\b(margin|padding|border)(Left|Right)\w*\s*[:=]|textAlign:\s*['"](left|right)['"]/;
/** The window has a fixed policy: nothing in a style sheet may come from elsewhere or from a data: address. */
const foreign = /url\(\s*['"]?(https?:|data:|\/\/)|@import\s+['"](https?:|\/\/)/;

const planted = (text: string): SourceFile[] => [{ path: 'planted.css', text }];

describe('style sheets', () => {
  it('name no side by left or right', () => {
    expect(findLines(readSourceFiles(/^renderer\/.*\.css$/), physical)).toEqual([]);
    expect(findLines(readSourceFiles(/^renderer\/.*\.tsx?$/), physicalInCode)).toEqual([]);
  });

  it('load nothing from elsewhere', () => {
    expect(findLines(readSourceFiles(/^renderer\/.*\.css$/), foreign)).toEqual([]);
  });

  it.each([
    'a { margin-left: 4px; }',
    '  padding-right: 1px;',
    '  left: 0;',
    '  text-align: right;',
    '  border-top-left-radius: 2px;',
    '  float:left',
  ])('are caught with %s', (text) => {
    expect(findLines(planted(text), physical)).toHaveLength(1);
  });

  it.each(['margin-inline-start: 4px;', 'text-align: start;', '--left: 1;', 'inset-inline-end: 0;', '.left-rail {'])(
    'are free to say %s',
    (text) => {
      expect(findLines(planted(text), physical)).toEqual([]);
    },
  );
});
