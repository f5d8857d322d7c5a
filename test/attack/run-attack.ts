import { parseArgs } from 'node:util';
import { seededRandom } from '../bench/seeded-random.ts';
import { attackExports } from './attack-exports.ts';
import { attackLedger } from './attack-ledger.ts';
import { attackReleases } from './attack-releases.ts';
import { attackSurveys } from './attack-surveys.ts';
import { attackWeeks } from './attack-weeks.ts';

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return count;
}

const { values } = parseArgs({
  options: { tables: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const tables = readCount('tables', values.tables);
const random = seededRandom(readCount('seed', values.seed));

const began = performance.now();
const tallies = attackReleases(tables, random);
const ledger = attackLedger(Math.ceil(tables / 2), random);
const surveys = attackSurveys(Math.ceil(tables / 10), random);
const exports = attackExports(Math.ceil(tables / 5), random);
const weeks = attackWeeks(Math.ceil(tables / 20), random);

const least = (left: number) => (Number.isFinite(left) ? String(left) : '-');
const headings = [
  'release',
  'tables',
  'too detailed',
  'secrets',
  'hidden for others',
  'found without',
  'found',
  'least left',
];
const rows = tallies.map((one) => [
  ...[one.kind, one.tables, one.tooDetailed, one.secrets, one.secondary, one.foundWithout, one.found].map(String),
  least(one.leastLeft),
]);
const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]!.length)));
const line = (cells: readonly string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
console.log([headings, ...rows].map(line).join('\n'));

const sum = (of: (tally: (typeof tallies)[number]) => number) => tallies.reduce((all, tally) => all + of(tally), 0);
const leastLeft = Math.min(...tallies.map((tally) => tally.leastLeft), exports.leastLeft);
const undecided = sum((tally) => tally.undecided) + exports.undecided;
const bites = [
  sum((tally) => tally.foundWithout),
  ledger.foundWithout,
  surveys.foundWithout,
  exports.foundWithout,
  weeks.foundWithout,
].every((found) => found > 0);
const differenced = ledger.found + surveys.found + weeks.found;

console.log(
  `\n"found without": what the same reader finds when small counts alone are hidden, and every question answered`,
);
console.log(
  `ledger: ${ledger.asked} questions in ${ledger.sequences} sequences, ${ledger.answered} answered; ` +
    `${ledger.foundWithout} sequences would have told few people apart`,
);
console.log(
  `surveys: ${surveys.surveys} of three questions each, with groups, all others, wholes and quarters; ` +
    `${surveys.shown} of ${surveys.rows} rows told; ${surveys.foundWithout} would have told few people apart`,
);
console.log(
  `exports: ${exports.exports} of several charts about the same people; ${exports.secrets} small counts, ` +
    `${exports.foundWithout} of them found if each chart is told by itself, ${exports.found} as they are told; ` +
    `${exports.largeHidden} of ${exports.large} larger counts not told for their sake`,
);
console.log(
  `weeks: ${weeks.communities} communities over ${weeks.weeks} weeks of renamed routes, roles, new names and weeks asked again; ` +
    `${weeks.shown} of ${weeks.rows} rows told; ${weeks.foundWithout} would have told few people apart`,
);
console.log(`took ${Math.round((performance.now() - began) / 1000)} s, seed ${values.seed}\n`);
console.log(`tables: ${tables}`);
console.log(`hidden cells: ${sum((tally) => tally.secrets + tally.secondary) + exports.secrets + exports.largeHidden}`);
console.log(`least number of values left for a hidden small count: ${least(leastLeft)} (must be at least 5)`);
console.log(`questions the reader gave up on: ${undecided} (must be 0)`);
console.log(
  `refused: ${sum((tally) => tally.tooDetailed)} releases as too detailed, ${ledger.refused} questions by the ledger`,
);
console.log(`differencing successes: ${differenced} (must be 0)`);
if (!bites) console.log('the attack found nothing to find even without protection: try more tables');
process.exitCode = leastLeft >= 5 && undecided === 0 && differenced === 0 && bites ? 0 : 1;
