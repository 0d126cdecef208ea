import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { ReadDocument, Word } from '#engine/model';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { readDocument } from '../index.ts';
import { MAX_PAGES } from '../limits.ts';
import { buildPdf } from './pdf-for-tests.ts';

const host = nodeEngineHost();

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const outcome = await readDocument(bytes, host);
  if (!outcome.ok) throw new Error(`not read: ${outcome.error.code}`);
  return outcome.document;
}

async function wordsOf(content: string, entries = ''): Promise<readonly Word[]> {
  const { pages } = await read(buildPdf([{ content, entries }]));
  return pages[0]?.words ?? [];
}

async function errorOf(bytes: Uint8Array): Promise<string> {
  const outcome = await readDocument(bytes, host);
  return outcome.ok ? 'read' : outcome.error.code;
}

const near = (expected: number) => expect.closeTo(expected, 0);

describe('the text layer of a PDF', () => {
  it('gives words with boxes from the visible top left', async () => {
    const words = await wordsOf('BT /F1 20 Tf 100 300 Td (Total 12.50) Tj ET');
    // Helvetica: "Total" is 2.223 em wide, a space 0.278 em.
    expect(words.map(({ text, box }) => [text, ...box])).toEqual([
      ['Total', near(100), near(85), near(144), near(104)],
      ['12.50', near(150), near(85), near(200), near(104)],
    ]);
    expect(words[0]).toMatchObject({ size: 20, bold: false });
  });

  it('joins a kerned word and parts words moved apart without a space', async () => {
    const words = await wordsOf('BT /F2 20 Tf 100 300 Td [(In) 60 (voi) -20 (ce) -2000 (No)] TJ ET');
    expect(words.map(({ text, bold }) => [text, bold])).toEqual([
      ['Invoice', true],
      ['No', true],
    ]);
  });

  it('maps rotated pages into the frame a reader sees', async () => {
    const content = 'BT /F1 20 Tf 100 300 Td (Net) Tj ET';
    const { pages } = await read(buildPdf([{ content, entries: '/Rotate 90' }]));
    expect(pages[0]).toMatchObject({ width: 400, height: 600 });
    // Clockwise by 90°: the baseline y = 300 becomes x = 300, text runs down from y = 100; 1.556 em of Helvetica.
    expect(pages[0]?.words[0]?.box).toEqual([near(296), near(100), near(315), near(131)]);
  });

  it('reads text written sideways as whole words', async () => {
    const words = await wordsOf('BT /F1 20 Tf 0 1 -1 0 200 100 Tm (Net due) Tj ET');
    expect(words.map(({ text }) => text)).toEqual(['Net', 'due']);
    const [net] = words;
    expect(net?.box[3]).toBeCloseTo(300, 0);
    expect((net?.box[3] ?? 0) - (net?.box[1] ?? 0)).toBeGreaterThan(30);
  });

  it('leaves out text beyond the page', async () => {
    const words = await wordsOf('BT /F1 20 Tf 900 300 Td (gone) Tj ET BT /F1 20 Tf 10 10 Td (here) Tj ET');
    expect(words.map(({ text }) => text)).toEqual(['here']);
  });

  it('lists a page without text as one without a source', async () => {
    const document = await read(buildPdf([{ content: '' }, { content: 'BT /F1 20 Tf 10 10 Td (two) Tj ET' }]));
    expect(document.pages.map(({ page, source }) => [page, source])).toEqual([
      [1, 'none'],
      [2, 'text-layer'],
    ]);
  });

  it('reads the other pages when one is broken', async () => {
    const bytes = buildPdf([
      { content: 'BT /F1 20 Tf 10 10 Td (first) Tj ET' },
      { content: 'BT /F1 20 Tf 10 10 Td (third) Tj ET' },
    ]);
    const text = Buffer.from(bytes).toString('latin1').replace('/Kids [5 0 R 7 0 R]', '/Kids [3 0 R 7 0 R]');
    const document = await read(Uint8Array.from(Buffer.from(text, 'latin1')));
    expect(document.pages.flatMap((page) => page.words.map((word) => word.text))).toEqual(['third']);
  });

  it('includes what a person typed into a form', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([300, 200]);
    const field = pdf.getForm().createTextField('amount');
    field.setText('Forty-two');
    field.addToPage(page, { x: 50, y: 100, width: 150, height: 20 });
    const { pages } = await read(await pdf.save());
    const word = pages[0]?.words.find(({ text }) => text === 'Forty-two');
    expect(word?.box[0]).toBeGreaterThanOrEqual(50);
    expect(word?.box[1]).toBeGreaterThan(75);
    expect(word?.box[3]).toBeLessThan(105);
  });
});

describe('a PDF that cannot be read', () => {
  it('asks for a password only where a reader would need one', async () => {
    const user = await PDFDocument.create();
    user.addPage();
    user.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    expect(await errorOf(await user.save())).toBe('encrypted');
    const owner = await PDFDocument.create();
    owner.addPage();
    owner.encrypt({ userPassword: '', ownerPassword: 'owner' });
    expect(await errorOf(await owner.save())).toBe('read');
  });

  it('is damaged when nothing can be made of it', async () => {
    expect(await errorOf(Uint8Array.from(Buffer.from('%PDF-1.7 and then nothing')))).toBe('damaged');
  });

  it('reads a file whose first line was cut off, starting anywhere before its first object', async () => {
    const whole = buildPdf([{ content: 'BT /F1 20 Tf 100 300 Td (Total 12.50) Tj ET' }]);
    expect(new TextDecoder('latin1').decode(whole.subarray(0, 9))).toBe('%PDF-1.4\n');
    const { pages } = await read(whole.subarray(9));
    expect(pages[0]?.words.map(({ text }) => text)).toEqual(['Total', '12.50']);
  });

  it('reads the same from a Buffer of Node and from plain bytes, also what only the second reader opens', async () => {
    // The cross-reference table swaps the offsets of the page (5) and its content (6).
    const text = new TextDecoder('latin1').decode(buildPdf([{ content: 'BT /F1 20 Tf 100 300 Td (Total) Tj ET' }]));
    const rows = [...text.matchAll(/\d{10} 00000 n /g)];
    const [page, content] = [rows[4]?.[0] ?? '', rows[5]?.[0] ?? ''];
    const exchanged = text.replace(`${page}\n${content}`, `${content}\n${page}`);
    const bytes = Buffer.from(exchanged, 'latin1');
    const { pages } = await read(bytes);
    expect(pages[0]?.words.map((word) => word.text)).toEqual(['Total']);
    expect(await read(new Uint8Array(bytes))).toEqual(await read(bytes));
  });

  it('is empty without bytes', async () => {
    expect(await errorOf(new Uint8Array())).toBe('empty');
  });

  it('is too large when it unpacks to more than memory holds', async () => {
    const form = '<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Length 11 >>\nstream\n/X Do /X Do\nendstream';
    const looping = form.replace('/BBox', '/Resources << /XObject << /X 7 0 R >> >> /BBox');
    const page = { content: '/X Do', entries: '/Resources << /XObject << /X 7 0 R >> >>' };
    expect(await errorOf(buildPdf([page], [looping]))).toBe('too_large');
  });

  it('is too large beyond the page limit', async () => {
    const pages = Array.from({ length: MAX_PAGES + 1 }, () => ({ content: '' }));
    expect(await errorOf(buildPdf(pages))).toBe('too_large');
  });
});

it('gives the event loop a turn for every page', async () => {
  let turns = 0;
  const counting = { ...host, pause: () => host.pause().finally(() => turns++) };
  await readDocument(buildPdf(Array.from({ length: 20 }, () => ({ content: 'BT /F1 9 Tf (x) Tj ET' }))), counting);
  expect(turns).toBeGreaterThanOrEqual(20);
});

describe('what a file says of itself', () => {
  it('gives its title and the day it was made', async () => {
    const file = await PDFDocument.create();
    file.addPage([200, 200]);
    file.setTitle('Invoice 4711 – Köln');
    file.setCreationDate(new Date('2024-03-05T12:00:00Z'));
    const { properties } = await read(await file.save());
    expect(properties).toEqual({ title: 'Invoice 4711 – Köln', created: '2024-03-05' });
  });

  it('says nothing for a file without an information dictionary', async () => {
    const { properties } = await read(buildPdf([{ content: '' }]));
    expect(properties).toEqual({});
  });
});
