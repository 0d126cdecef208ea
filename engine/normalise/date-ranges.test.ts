import { expect, test } from 'vitest';
import { findDates } from './dates.ts';

const days = (text: string) => findDates(text).map(({ dayFirst, monthFirst }) => [dayFirst, monthFirst]);
const both = (day: string) => [day, day];

test.each([
  ['06/14/21-06/27/21', '2021-06-14', '2021-06-27'],
  ['Run: 11/30/2022-12/13/2022.', '2022-11-30', '2022-12-13'],
])('a range without blanks is two dates: %s', (text, from, to) => {
  expect(days(text)).toEqual([
    [undefined, from],
    [undefined, to],
  ]);
});

test.each([
  ['1.4.-30.6.21', '2021-04-01', '2021-06-30'],
  ['Zeitraum 01.12. – 31.01.2023', '2022-12-01', '2023-01-31'],
  ['05.05.2023-04.06.2023', '2023-05-05', '2023-06-04'],
  ['1.-30.6.2021', '2021-06-01', '2021-06-30'],
  ['2021-06-14/2021-06-27', '2021-06-14', '2021-06-27'],
  ['2021/06/14-2021/07/02', '2021-06-14', '2021-07-02'],
  ['12 Dec - 11 Jan 2025', '2024-12-12', '2025-01-11'],
  ['December 12 - January 11, 2025', '2024-12-12', '2025-01-11'],
])('the parts that stand once count for both: %s', (text, from, to) => {
  expect(days(text)).toEqual([both(from), both(to)]);
});

test('an order of day and month in which the range would run backwards is no reading', () => {
  // The second of March to the first of April, or the third of February to the fourth of January.
  expect(days('02/03/2024 - 01/04/2024')).toEqual([
    ['2024-03-02', undefined],
    ['2024-04-01', undefined],
  ]);
  expect(days('03/03/20-03/09/20')).toEqual([
    ['2020-03-03', '2020-03-03'],
    ['2020-09-03', '2020-03-09'],
  ]);
});

test('both halves of a range know their place', () => {
  const text = 'run dates 06/14/21-06/27/21 net';
  expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['06/14/21', '06/27/21']);
  const once = '1.4.-30.6.21';
  expect(findDates(once).map(({ start, end }) => once.slice(start, end))).toEqual(['1.4.', '30.6.21']);
});

test.each(['99/14/21-06/27/21', '12-34-56-78-90-12', '1/2-3/4-5', 'A1.4.-30.6.21x', '10.5-12.7.3'])(
  'numbers that are no days are no range: %s',
  (text) => {
    expect(days(text).length).toBeLessThan(2);
  },
);

test.each([
  ['2024. május 9.', '2024-05-09'],
  ['2024. jún. 8.', '2024-06-08'],
  ['2023-Nov-30', '2023-11-30'],
  ['令和6年7月14日', '2024-07-14'],
  ['平成31年4月1日', '2019-04-01'],
  ['14 มิ.ย. 2567 / 14/06/2567', '2024-06-14'],
])('years before their months, and years of other calendars: %s', (text, day) => {
  expect(days(text).flat()).toContain(day);
});
