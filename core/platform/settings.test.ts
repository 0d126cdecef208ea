import { expect, test } from 'vitest';
import { highestValue, readSettings, SETTINGS, type SettingName } from './settings.ts';

test('without variables every setting has its default, and every one says what it means', () => {
  const settings = readSettings({});
  for (const [name, { default: value, meaning }] of Object.entries(SETTINGS)) {
    expect(settings).toHaveProperty(name, value);
    expect(meaning.length).toBeGreaterThan(10);
  }
});

test('a variable replaces its default, as text or number; an empty one does not', () => {
  expect(readSettings({ ACCESS_TOKEN_SECONDS: '5' }).ACCESS_TOKEN_SECONDS).toBe(5);
  expect(readSettings({ ACCESS_TOKEN_SECONDS: 5 }).ACCESS_TOKEN_SECONDS).toBe(5);
  expect(readSettings({ ACCESS_TOKEN_SECONDS: '0' }).ACCESS_TOKEN_SECONDS).toBe(0);
  expect(readSettings({ ACCESS_TOKEN_SECONDS: '' }).ACCESS_TOKEN_SECONDS).toBe(SETTINGS.ACCESS_TOKEN_SECONDS.default);
});

const UNREADABLE = ['15m', '-1', '1.5', '1e3', '0x10', ' ', 'NaN', '9007199254740993', -1, 1.5, {}, [], true, null];

test.each(UNREADABLE.map((value) => [value] as const))('%j is refused by name, never replaced in silence', (value) => {
  expect(() => readSettings({ ACCESS_TOKEN_SECONDS: value })).toThrow(/ACCESS_TOKEN_SECONDS/);
});

test('no lifetime of a credential can be set beyond its bound, and no other setting without end', () => {
  const tokens = [
    'ACCESS_TOKEN_SECONDS',
    'REFRESH_TOKEN_SECONDS',
    'IMPERSONATION_SECONDS',
    'RESET_PASSWORD_SECONDS',
  ] as const;
  for (const name of tokens) {
    expect(highestValue(name)).toBeLessThanOrEqual(90 * 86_400);
    expect(() => readSettings({ [name]: String(highestValue(name) + 1) })).toThrow(new RegExp(`^${name} `));
    expect(readSettings({ [name]: String(highestValue(name)) })[name]).toBe(highestValue(name));
  }
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    expect(SETTINGS[name].default, name).toBeLessThanOrEqual(highestValue(name));
    expect(() => readSettings({ [name]: String(Number.MAX_SAFE_INTEGER) })).toThrow(new RegExp(`^${name} `));
  }
});

test('a refusal never repeats the value: it may be a secret in the wrong place', () => {
  expect(() => readSettings({ ACCESS_TOKEN_SECONDS: 'hunter2' })).not.toThrow(/hunter2/);
});
