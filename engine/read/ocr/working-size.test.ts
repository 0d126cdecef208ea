import { describe, expect, test } from 'vitest';
import { readerlessHost as host } from '#engine/testing/readerless-host';
import { clear, drawLetters, drawTexture, sheet } from './print-for-tests.ts';
import { estimateLetterHeight, toWorkingSize } from './working-size.ts';

describe('the height of letters', () => {
  test.each([24, 40, 64, 96])('of %i pixels is found on the small copy within a sixth', async (height) => {
    const picture = sheet(2000, 1600);
    drawLetters(picture, height, [100, 100, 1900, 1500]);
    const found = (await estimateLetterHeight(picture, host)) ?? 0;
    expect(Math.abs(found - height)).toBeLessThan(height / 6);
  });

  test('is that of the print, not of the texture around it', async () => {
    const picture = sheet(2400, 2000);
    drawTexture(picture, 60, 130, 7);
    clear(picture, [600, 300, 1800, 1700]);
    drawLetters(picture, 60, [660, 360, 1740, 1640]);
    const found = (await estimateLetterHeight(picture, host)) ?? 0;
    expect(found).toBeGreaterThan(50);
    expect(found).toBeLessThan(70);
  });

  test('is not known where there is nothing', async () => {
    expect(await estimateLetterHeight(sheet(800, 600), host)).toBeUndefined();
  });
});

test('a photo with large letters is made smaller until they are as the recogniser likes them', async () => {
  const picture = sheet(2800, 2800);
  drawLetters(picture, 96, [100, 100, 2700, 2700]);
  const { width, height } = await toWorkingSize(picture, host);
  expect(width).toBeGreaterThan(2800 / 3.6);
  expect(width).toBeLessThan(2800 / 2.5);
  expect(height).toBe(width);
});

test('a scan whose letters are not large stays as it is', async () => {
  const picture = sheet(1600, 1200);
  drawLetters(picture, 28, [100, 100, 1500, 1100]);
  expect(await toWorkingSize(picture, host)).toBe(picture);
});
