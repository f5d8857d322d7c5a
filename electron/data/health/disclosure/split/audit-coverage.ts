import type { RawShares } from '../../metrics/raw-result.ts';
import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import type { DisclosureRules } from '../rules.ts';
import type { HeldRow } from './held-rows.ts';
import { rowCells } from './row-cells.ts';

/**
 * Who answered, who preferred not to say and who said nothing are all who were asked, and with those who were not, all
 * members. How many members there are stands exactly on other screens. Answers the rows that may not be shown.
 */
export function hiddenOfCoverage(
  { raw, secret }: { readonly raw: RawShares; readonly secret: string },
  refused: ReadonlySet<string>,
  held: ReadonlyMap<string, HeldRow>,
  rules: DisclosureRules,
): ReadonlySet<string> {
  const cells: AuditCell[] = raw.rows.flatMap(({ id, part, whole }) => {
    const before = held.get(id);
    return [part, whole].flatMap((count, place) => {
      const told = before?.held[place] ? before.counts[place] : undefined;
      // Who was asked stands beside who answered: a row that may not tell who refused has nothing in it that hides that.
      const hides = () => refused.has(place === 1 && id === 'preferNotToSay' ? 'all' : id);
      const ruling = {
        hides,
        told: told === undefined ? undefined : [told],
        staysHidden: before?.staysHidden ?? false,
      };
      return rowCells([count], () => `${id} ${place}`, ruling, rules);
    });
  });
  const relations: Relation[] = [];
  const [all, silent] = ['all', 'preferNotToSay'].map((id) => raw.rows.find((row) => row.id === id));
  if (all && silent) {
    cells.push({ id: 'silent', count: all.whole - all.part - silent.part, sensitive: true, published: 'hidden' });
    relations.push({ total: 'all 1', parts: ['all 0', 'preferNotToSay 0', 'silent'], kind: 'equals' });
    relations.push({ total: 'all 1', parts: ['preferNotToSay 1'], kind: 'equals' });
  }
  addMembers(raw, cells, relations);
  const audited = auditRelease({ cells, relations, rules, otherRules: knownExactly(rules), secret });
  return new Set(
    raw.rows
      .map(({ id }) => id)
      .filter((id) => {
        if (audited.tooDetailed) return true;
        return [0, 1].some((place) => 'hidden' in (audited.cells.get(`${id} ${place}`) ?? { hidden: true }));
      }),
  );
}

/** What stands exactly on another screen is known to the last person. */
function knownExactly(rules: DisclosureRules): DisclosureRules {
  return { ...rules, threshold: 0, hideZero: false, rounding: 1 };
}

/** Members who were asked and members who were not are all members. A few who were asked may be no members any more. */
function addMembers(raw: RawShares, cells: AuditCell[], relations: Relation[]): void {
  const [all, notAsked] = ['all', 'notAsked'].map((id) => raw.rows.find((row) => row.id === id));
  if (!all || !notAsked) return;
  const asked = notAsked.whole - notAsked.part;
  const rest = asked - all.whole;
  cells.push({ id: 'members', count: notAsked.whole, sensitive: false, published: notAsked.whole });
  cells.push({ id: 'asked', count: asked, sensitive: false, published: 'hidden' });
  relations.push({ total: 'members', parts: ['asked', 'notAsked 0'], kind: 'equals' });
  relations.push({ total: 'members', parts: ['notAsked 1'], kind: 'equals' });
  if (rest === 0) relations.push({ total: 'asked', parts: ['all 1'], kind: 'equals' });
  else {
    cells.push({ id: 'rest', count: Math.abs(rest), sensitive: false, published: 'hidden' });
    relations.push(
      rest > 0
        ? { total: 'asked', parts: ['all 1', 'rest'], kind: 'equals' }
        : { total: 'all 1', parts: ['asked', 'rest'], kind: 'equals' },
    );
  }
}
