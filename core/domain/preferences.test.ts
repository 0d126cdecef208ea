import { expect, test } from 'vitest';
import { canonicalLocale, canonicalTimeZone } from './preferences.ts';

test.each([
  ['de-ch', 'de-CH'],
  ['EN', 'en'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['', null],
  ['german', 'german'],
  ['de_CH', null],
  ['<script>', null],
])('the locale %j is %j', (text, canonical) => {
  expect(canonicalLocale(text)).toBe(canonical);
});

test.each([
  ['Europe/Zurich', 'Europe/Zurich'],
  ['europe/zurich', 'Europe/Zurich'],
  ['UTC', 'UTC'],
  ['+02:00', null],
  ['Mars/Olympus', null],
  ['', null],
])('the time zone %j is %j', (text, canonical) => {
  expect(canonicalTimeZone(text)).toBe(canonical);
});
