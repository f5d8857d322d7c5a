/**
 * Whether the team is left out of a metric where a community does not count it among members:
 * - `in-period`: it counts members who did something in a period. Nobody counts in a quarter in which they are on the team.
 * - `by-joining`: it follows people from when they joined. Who was on the team by then is left out; who joined the team later
 *   stays, for a change of role is no leaving, and taking them out of a cohort afterwards would tell who they are.
 * - else why the team is in it all the same.
 */
export type TeamInCounts = 'in-period' | 'by-joining' | TeamStays;
export type TeamStays =
  /** It is about those who help, and the team are they. */
  | 'helpers'
  /** It counts messages, threads, ties, reports or groups, whoever is behind them: a reply by the team is one of another human. */
  | 'things'
  /** Nobody knows whose answer or act is whose. */
  | 'nameless'
  /** Groups are shown with everybody who answered: the same split with and without a few people would tell these apart (C.9). */
  | 'groups';

const helpers = ['Z15', 'Z22', 'M9', 'M10'];
const things = [
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R10',
  'R11',
  'Z25',
  'M2',
  'M3',
  'M4',
  'M5',
  'M6',
  'M8',
  'M12',
];
const nameless = ['R15', 'R16', 'A8', 'A9', 'M11', 'M13'];
const groups = ['Z17', 'Z18', 'Z19', 'Z21', 'M7', 'R1_group', 'Z3_group'];
const inPeriod = ['R9', 'R12', 'R13', 'A1', 'A2', 'A3', 'A4', 'A5', 'A7', 'A10', 'Z11', 'Z12', 'Z16', 'Z24', 'M1'];
const byJoining = [
  'R1',
  'R14',
  'A6',
  'Z1',
  'Z2',
  'Z3',
  'Z4',
  'Z5',
  'Z6',
  'Z7',
  'Z8',
  'Z9',
  'Z10',
  'Z13',
  'Z14',
  'Z20',
  'Z23',
];

const ways = new Map<string, TeamInCounts>([
  ...helpers.map((id) => [id, 'helpers'] as const),
  ...things.map((id) => [id, 'things'] as const),
  ...nameless.map((id) => [id, 'nameless'] as const),
  ...groups.map((id) => [id, 'groups'] as const),
  ...inPeriod.map((id) => [id, 'in-period'] as const),
  ...byJoining.map((id) => [id, 'by-joining'] as const),
]);

/** How a metric, or an extra chart of one, takes the team. */
export function teamInCounts(metricId: string): TeamInCounts {
  const way = ways.get(metricId) ?? ways.get(metricId.split('_')[0] ?? '');
  if (!way) throw new RangeError(`nobody said how a metric takes the team: ${metricId}`);
  return way;
}
