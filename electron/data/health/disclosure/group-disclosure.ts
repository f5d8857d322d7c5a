/** All but this many sharing an outcome is as good as all: the others know who they are. */
const FEW_EXCEPTIONS = 2;

/**
 * Whether (nearly) all of a group share an outcome, or (nearly) none do, so that the number tells it of each of them,
 * whatever the group's size (health.md C.6). Such a count is hidden (`hideFor: 'group'` in the audit); its share is hidden
 * or shown as a bound (shares.ts).
 */
export function sharesOneOutcome(part: number, whole: number): boolean {
  return whole > 0 && (part <= FEW_EXCEPTIONS || whole - part <= FEW_EXCEPTIONS);
}
