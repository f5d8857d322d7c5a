import { readFontFile } from './read-font-file.ts';

/** A font and the characters it is there for, as CSS writes them. */
interface Font {
  readonly family: string;
  readonly packageName: string;
  /** The start of its file names; the weight follows. */
  readonly name: string;
  readonly range: string;
}

const weights = [400, 600] as const;

/**
 * Fonts of one weight a file. The variable fonts of the screen would become drawings in a PDF: larger, and with words
 * that fall apart when they are copied or read aloud. The Arabic font is another than on the screen for the same reason:
 * Noto sets a letter and its dots as two glyphs, and a reader of the PDF finds a letter without dots. Ranges are those
 * their makers split the fonts by.
 */
const fonts: readonly Font[] = [
  {
    family: 'Report',
    packageName: '@fontsource/inter',
    name: 'inter-latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200B,U+200F-2029,U+202F-2065,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    family: 'Report',
    packageName: '@fontsource/inter',
    name: 'inter-latin-ext',
    range:
      'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    family: 'Report Arabic',
    packageName: '@fontsource/ibm-plex-sans-arabic',
    name: 'ibm-plex-sans-arabic-arabic',
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
  const needed = fonts.filter((font) => coverage(font.range).test(text));
  const faces = await Promise.all(needed.flatMap((font) => weights.map((weight) => fontFace(font, weight))));
  return faces.join('\n');
}

async function fontFace({ family, packageName, name, range }: Font, weight: number): Promise<string> {
  const data = (await readFontFile(packageName, `${name}-${weight}-normal.woff2`)).toString('base64');
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-display: block; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
}

/** A unicode-range as a pattern that finds its characters. All of them lie in the first plane. */
function coverage(range: string): RegExp {
  const escaped = range.replaceAll(
    /U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?,?/g,
    (_, from: string, to?: string) => `\\u${from}-\\u${to ?? from}`,
  );
  return new RegExp(`[${escaped}]`);
}
