/** People who join in the months of a made-up community. Some of them too few for a percentage, some to be hidden. */
export const joiningByMonth = [182, 161, 148, 134, 13, 3] as const;

/**
 * The lines of a CSV file: who wrote to whom, and when. In each month the given number of people joins on weekdays spread
 * over twenty days; one in so many stays a month longer than the next. The same every time.
 */
export function activityFile(joining: readonly number[] = joiningByMonth, firstYear = 2026): string {
  const lines: string[] = [];
  for (const [month, size] of joining.entries()) {
    for (let person = 0; person < size; person += 1) {
      const stays = (person % (joining.length - month)) + 1;
      for (let later = 0; later < stays; later += 1) {
        const at = new Date(Date.UTC(firstYear, month + later, 3 + (person % 20), 12)).toISOString();
        lines.push(`p${month}-${person},p${month}-${(person + 1 + later) % size},${at}`);
      }
    }
  }
  return `from,to,at\n${lines.join('\n')}\n`;
}
