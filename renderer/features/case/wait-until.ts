export const waitChoices = ['hours', 'tomorrow', 'days', 'week'] as const;
export type WaitChoice = (typeof waitChoices)[number];

const hour = 3_600_000;
const morning = 9;

/** The moment a choice stands for, in milliseconds since 1970, by the clock of this machine; whole days end in the morning. */
export function waitUntil(choice: WaitChoice, now: number): number {
  if (choice === 'hours') return now + 4 * hour;
  const days = { tomorrow: 1, days: 3, week: 7 }[choice];
  const then = new Date(now);
  then.setDate(then.getDate() + days);
  then.setHours(morning, 0, 0, 0);
  return then.getTime();
}
