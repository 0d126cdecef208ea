import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toIso } from './calendar.ts';
import { findDates } from './dates.ts';
import { MONTH_NAMES } from './month-names.ts';

describe('findDates', () => {
  test.each([
    ['2024-05-17', '2024-05-17'],
    ['2024/5/7', '2024-05-07'],
    ['17.05.2024', '2024-05-17'],
    ['05.06.24', '2024-06-05'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['August 3 , 2014', '2014-08-03'],
    ['Jan 1, 2022', '2022-01-01'],
    ['7. Mai 2014', '2014-05-07'],
    ['1er janvier 2020', '2020-01-01'],
    ['02 Juillet 2015', '2015-07-02'],
    ['3 de marzo de 2021', '2021-03-03'],
    ['15 grudnia 2023', '2023-12-15'],
    ["04NOV'17", '2017-11-04'],
    ["APR11'17", '2017-04-11'],
    ['Tuesday25-4-2011', '2011-04-25'],
    ['Date25/4/2011', '2011-04-25'],
    ['25/4/201113:59', '2011-04-25'],
    ['12 AUG/AOÛT 74', '1974-08-12'],
    ['2024年3月5日', '2024-03-05'],
  ])('%s has one reading', (text, iso) => {
    const [date, ...more] = findDates(`on ${text} we`);
    expect(more).toEqual([]);
    expect(date?.ambiguous).toBe(false);
    expect(date?.dayFirst ?? date?.monthFirst).toBe(iso);
  });

  test('two numbers up to twelve leave the order open', () => {
    expect(findDates('03/04/2024')[0]).toMatchObject({
      dayFirst: '2024-04-03',
      monthFirst: '2024-03-04',
      ambiguous: true,
    });
  });

  test('a range that names its year once is two dates', () => {
    const iso = (text: string) => findDates(text).map((date) => date.dayFirst);
    expect(iso('July 1 - July 31 , 2014')).toEqual(['2014-07-01', '2014-07-31']);
    expect(iso('du 1er au 31 Juillet 2015')).toEqual(['2015-07-01', '2015-07-31']);
  });

  test.each(['31/02/2024', '192.168.1.10', '78.46.77.79', '1234567890', 'Form 1099'])('%s is no date', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  test('a printed day reads back in every known month name', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 12 })
          .chain((month) => fc.tuple(fc.constant(month), fc.constantFrom(...(MONTH_NAMES[month - 1] ?? [])))),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1990, max: 2060 }),
        ([month, name], day, year) => {
          fc.pre(name.length > 2);
          expect(findDates(`${day} ${name} ${year}`)[0]?.dayFirst).toBe(toIso(year, month, day));
        },
      ),
    );
  });
});
