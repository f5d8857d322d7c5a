import { readFontFile } from './read-font-file.ts';

/** One font file and the characters it is there for, as CSS writes them. */
interface FontFile {
  readonly family: string;
  /** Name of the package that brings it, and of the file in it. */
  readonly from: readonly [packageName: string, file: string];
  readonly range: string;
}

/** Ranges as their makers split the fonts; Arabic without the signs of mathematics and old scripts. */
const files: readonly FontFile[] = [
  {
    family: 'Report',
    from: ['@fontsource-variable/inter', 'inter-latin-wght-normal.woff2'],
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200B,U+200F-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    family: 'Report',
    from: ['@fontsource-variable/inter', 'inter-latin-ext-wght-normal.woff2'],
    range:
      'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    family: 'Report Arabic',
    from: ['@fontsource-variable/noto-sans-arabic', 'noto-sans-arabic-arabic-wght-normal.woff2'],
    range:
      'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC',
  },
];

/** The font stack of a report: fonts it carries itself, then whatever the reader's machine has for other scripts. */
export const reportFonts = '"Report", "Report Arabic", system-ui, sans-serif';

/**
 * @font-face rules with the fonts themselves in them, for exactly the scripts a text is written in: the page looks the
 * same on a machine that has no font for its language, and carries none it does not need.
 */
export async function fontFaces(text: string): Promise<string> {
  const needed = files.filter((font) => coverage(font.range).test(text));
  const faces = await Promise.all(
    needed.map(async ({ family, from, range }) => {
      const data = (await readFontFile(...from)).toString('base64');
      return `@font-face { font-family: "${family}"; font-weight: 100 900; font-display: block; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
    }),
  );
  return faces.join('\n');
}

/** A unicode-range as a pattern that finds its characters. All of them lie in the first plane. */
function coverage(range: string): RegExp {
  const escaped = range.replaceAll(
    /U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?,?/g,
    (_, from: string, to?: string) => `\\u${from}-\\u${to ?? from}`,
  );
  return new RegExp(`[${escaped}]`);
}
