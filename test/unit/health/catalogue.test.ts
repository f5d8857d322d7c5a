import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import { dataNeeds } from '../../../electron/data/health/metrics/raw-result.ts';
import { strings } from '../../../shared/strings/en.ts';
import { listKeys } from '../../../shared/strings/plural-forms.ts';

const numbered = (section: string, count: number) => Array.from({ length: count }, (_, at) => `${section}${at + 1}`);
const all = [...catalogue, ...groupMetrics];
const isExtra = (id: string) => id.includes('_');

describe('the catalogue', () => {
  it('has each of its 64 metrics once', () => {
    const ids = all.map(({ id }) => id).filter((id) => !isExtra(id));
    const expected = [...numbered('R', 16), ...numbered('A', 10), ...numbered('Z', 25), ...numbered('M', 13)];
    expect([...ids].sort()).toEqual([...expected].sort());
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('stars the 28 of the document', () => {
    const starred = all.filter(({ id, isCore }) => isCore && !isExtra(id)).map(({ id }) => id);
    const expected =
      'R1 R2 R3 R7 R8 R9 R13 R15 A1 A4 A6 Z2 Z3 Z4 Z8 Z9 Z15 Z17 Z18 Z20 Z21 M1 M2 M3 M6 M7 M9 M13'.split(' ');
    expect(expected).toHaveLength(28);
    expect([...starred].sort()).toEqual([...expected].sort());
  });

  it('is in the order of the document, extra charts behind their metric', () => {
    const own = catalogue.map(({ id }) => id);
    const sections = [...new Set(own.map((id) => id.charAt(0)))];
    expect(sections).toEqual(['R', 'A', 'Z', 'M']);
    for (const section of sections) {
      const numbers = own.filter((id) => id.startsWith(section)).map((id) => Number.parseInt(id.slice(1), 10));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
    for (const [at, id] of own.entries()) {
      if (isExtra(id)) expect(own[at - 1]?.split('_')[0]).toBe(id.split('_')[0]);
    }
  });

  it('keeps with the team what must stay there', () => {
    const team = all.filter(({ place }) => place === 'team').map(({ id }) => id);
    expect(team).toEqual(expect.arrayContaining(['M3', 'M7', 'M9', 'M10', 'M11']));
  });

  it.each(all.map((metric) => [metric.id, metric] as const))(
    '%s is described in words, with needs and a source',
    (id, metric) => {
      const keys = new Set(listKeys(strings[metric.dashboard]));
      for (const part of ['title', 'definition', 'caveat', 'finding']) expect(keys).toContain(`${id}.${part}`);
      expect(metric.source).not.toBe('');
      expect(metric.definitionVersion).toBeGreaterThanOrEqual(1);
      for (const need of metric.needs) expect(dataNeeds).toContain(need);
    },
  );
});
