import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  civilDateOf,
  dayNumberOf,
  dayNumberOfIsoDate,
  isoDateOf,
} from '../../../electron/data/health/calendar/civil-day.ts';
import { localDaysIn } from '../../../electron/data/health/calendar/local-days.ts';
import {
  firstDayOf,
  isComplete,
  isoEndOf,
  isoStartOf,
  lastCompletePeriod,
  PERIOD_UNITS,
  periodOf,
} from '../../../electron/data/health/calendar/periods.ts';

const HOUR = 3_600_000;
const at = (iso: string, zone: string) => DateTime.fromISO(iso, { zone }).toMillis();
const day = (iso: string) => dayNumberOfIsoDate(iso)!;

describe('day numbers', () => {
  it('counts from 1970 and back again, before and after it', () => {
    expect(dayNumberOf({ year: 1970, month: 1, day: 1 })).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 2_900_000 }), (number) => {
        expect(dayNumberOf(civilDateOf(number))).toBe(number);
      }),
    );
    expect(isoDateOf(day('2024-02-29'))).toBe('2024-02-29');
    expect(dayNumberOfIsoDate('2023-02-29')).toBeUndefined();
    expect(dayNumberOfIsoDate('2023-2-1')).toBeUndefined();
  });
});

describe('days of a zone', () => {
  it('gives a day with a clock change 23 or 25 hours', () => {
    const berlin = localDaysIn('Europe/Berlin');
    const length = (iso: string) => (berlin.startOf(day(iso) + 1) - berlin.startOf(day(iso))) / HOUR;
    expect([length('2024-03-30'), length('2024-03-31'), length('2024-10-27')]).toEqual([24, 23, 25]);
  });

  it("starts a day at one o'clock where midnight is skipped", () => {
    const cairo = localDaysIn('Africa/Cairo');
    expect(cairo.startOf(day('2024-04-26'))).toBe(at('2024-04-26T01:00', 'Africa/Cairo'));
  });

  it('keeps the repeated hour before midnight on the old day, and the first of two midnights on the new one', () => {
    const saoPaulo = localDaysIn('America/Sao_Paulo');
    const midnight = saoPaulo.startOf(day('2019-02-17'));
    expect(saoPaulo.dayOf(midnight - 1)).toBe(day('2019-02-16'));
    expect((midnight - saoPaulo.startOf(day('2019-02-16'))) / HOUR).toBe(25);
    const havana = localDaysIn('America/Havana');
    expect((havana.startOf(day('2024-11-04')) - havana.startOf(day('2024-11-03'))) / HOUR).toBe(25);
  });

  it('leaves a date empty that the zone skipped', () => {
    const apia = localDaysIn('Pacific/Apia');
    expect(apia.startOf(day('2011-12-30'))).toBe(apia.startOf(day('2011-12-31')));
    expect(apia.dayOf(apia.startOf(day('2011-12-31')))).toBe(day('2011-12-31'));
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localDaysIn('Mars/Olympus')).toThrow(RangeError);
  });

  it('agrees with luxon for any instant', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/Havana',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    );
    const instants = fc.array(fc.integer({ min: 946_684_800_000, max: 1_900_000_000_000 }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(zones, instants, (zone, times) => {
        const days = localDaysIn(zone);
        for (const time of times) {
          expect(isoDateOf(days.dayOf(time))).toBe(DateTime.fromMillis(time, { zone }).toISODate());
        }
      }),
    );
  });
});

describe('periods', () => {
  it('starts weeks on Monday', () => {
    const monday = day('2004-04-19');
    expect(isoStartOf('week', periodOf('week', monday))).toBe('2004-04-19');
    expect(periodOf('week', monday - 1)).toBe(periodOf('week', monday) - 1);
    expect(isoEndOf('week', periodOf('week', monday + 6))).toBe('2004-04-25');
  });

  it('starts quarters in January, April, July and October', () => {
    expect(isoStartOf('quarter', periodOf('quarter', day('2026-11-22')))).toBe('2026-10-01');
    expect(isoEndOf('quarter', periodOf('quarter', day('1969-12-31')))).toBe('1969-12-31');
  });

  it('covers every day once, in order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_UNITS), fc.integer({ min: -100_000, max: 100_000 }), (unit, number) => {
        const period = periodOf(unit, number);
        expect(firstDayOf(unit, period) <= number && number < firstDayOf(unit, period + 1)).toBe(true);
      }),
    );
  });

  it('calls a period complete only when its last day is', () => {
    const april = periodOf('month', day('2026-04-01'));
    expect(isComplete('month', april, day('2026-04-29'))).toBe(false);
    expect(isComplete('month', april, day('2026-04-30'))).toBe(true);
    expect(lastCompletePeriod('month', day('2026-04-29'))).toBe(april - 1);
    expect(lastCompletePeriod('month', day('2026-04-30'))).toBe(april);
  });
});
