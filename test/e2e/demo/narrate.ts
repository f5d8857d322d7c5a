/** A result that differs from what was decided; its message is said to the person as it is. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

/** Throws with this sentence unless the condition holds. */
export function hold(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Difference(sentence);
}

/** Carries out one step of the demo and prints one line about it: what the work answers, and how long it took. */
export async function step<T>(name: string, work: () => Promise<{ say: string; value: T }>): Promise<T> {
  const began = performance.now();
  try {
    const { say, value } = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`  ${name}: ${say} (${seconds} s)\n`);
    return value;
  } catch (error) {
    process.stdout.write(`  ${name}: stopped\n`);
    throw error;
  }
}
