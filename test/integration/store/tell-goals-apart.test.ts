import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../electron/data/store/migrations/all.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { insertRow, testNow } from '../../builders/insert-row.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const at = (date: string): number => Date.parse(`${date}T12:00:00Z`);

describe('goals of a file from before they were told apart', () => {
  it('keep what was put away, also of a number that belongs to no period', () => {
    const file = join(aTempFolder(), 'hearth.db');
    const key = aKey();
    const old = openStore({ file, key, migrations: migrations.filter(({ version }) => version < 220) });
    old.transaction((db) => {
      const community = insertRow(db, 'communities', {
        name: 'Quiet Garden',
        platform: 'import',
        connection: 'disconnected',
        created_at: testNow,
      });
      const goals = ['R1', 'A4', 'Z15'].map((metric_id) =>
        insertRow(db, 'health_goals', {
          community_id: community,
          metric_id,
          direction: 'at-least',
          target: 5,
          created_at: 1,
        }),
      );
      const notices = [
        { goal_id: goals[0] ?? 0, period: '2026-04-01', noticed_at: at('2026-07-03') },
        { goal_id: goals[1] ?? 0, period: '1970-01-01', noticed_at: at('2025-02-01'), dismissed_at: at('2026-01-02') },
        { goal_id: goals[2] ?? 0, period: '1970-01-01', noticed_at: at('2026-08-31') },
      ];
      for (const notice of notices) insertRow(db, 'health_notices', notice);
    });
    old.close();
    const store = openStore({ file, key });
    const rows = store.read
      .prepare(
        `SELECT g.metric_id AS metric, g.aim, n.period, n.dismissed_at IS NOT NULL AS away, n.read_at IS NOT NULL AS seen
         FROM health_goals g JOIN health_notices n ON n.goal_id = g.id ORDER BY g.id`,
      )
      .all();
    expect(rows).toEqual([
      { metric: 'R1', aim: '', period: '2026-04-01', away: 0, seen: 1 },
      // Put away in the first quarter of 2026, when the fourth of 2025 was the newest complete one.
      { metric: 'A4', aim: '', period: '2025-10-01', away: 1, seen: 1 },
      { metric: 'Z15', aim: '', period: '2026-04-01', away: 0, seen: 1 },
    ]);
    store.close();
  });
});
