import type { SeededRandom } from './random.ts';

const rightToLeftOverride = '\u202E';
const popDirection = '\u202C';
const rightToLeftIsolate = '\u2067';
const zeroWidthJoiner = '\u200D';

/** Now and then, what real posts also hold: text that turns its direction, runs of emoji, stacked marks, great length. */
export function withOddity(random: SeededRandom, text: string): string {
  const oddity = random.weighted({ none: 82, turned: 4, isolate: 3, emoji: 5, long: 3, stacked: 2, markup: 1 });
  switch (oddity) {
    case 'turned':
      return `${text} ${rightToLeftOverride}${text.slice(0, 24)}${popDirection}`;
    case 'isolate':
      // Left open on purpose: whoever shows this has to close it.
      return `${rightToLeftIsolate}${text}`;
    case 'emoji':
      return `${text} 🏳️‍🌈🏳️‍⚧️ ${'🫶🏽'.repeat(12)} 👩${zeroWidthJoiner}❤️${zeroWidthJoiner}👩`;
    case 'long':
      return Array.from({ length: 60 }, () => text).join('\n\n');
    case 'stacked':
      return [...text].map((character) => `${character}\u0300\u0301\u0302`).join('');
    case 'markup':
      return `${text} <img src=x onerror=alert(1)> <script>alert(1)</script> &lt;b&gt; [click](javascript:alert(1))`;
    default:
      return text;
  }
}
