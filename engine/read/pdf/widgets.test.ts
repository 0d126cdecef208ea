import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { readDocument } from '../index.ts';

test('fields of a fillable form are given with their values and states, where a reader sees them', async () => {
  const file = await PDFDocument.create();
  const page = file.addPage([400, 300]);
  const form = file.getForm();
  const name = form.createTextField('a');
  name.setText('Lakeside Tools');
  name.addToPage(page, { x: 50, y: 200, width: 120, height: 20, borderWidth: 0 });
  const empty = form.createTextField('b');
  empty.addToPage(page, { x: 50, y: 150, width: 120, height: 20 });
  for (const [id, y] of [
    ['yes', 100],
    ['no', 60],
  ] as const) {
    const box = form.createCheckBox(id);
    box.addToPage(page, { x: 50, y, width: 12, height: 12, borderWidth: 0 });
    if (id === 'yes') box.check();
  }
  const outcome = await readDocument(await file.save(), nodeEngineHost());
  const widgets = outcome.ok ? outcome.document.pages[0]?.widgets : undefined;
  expect(widgets?.map(({ value, checked }) => value ?? checked)).toEqual(['Lakeside Tools', true, false]);
  expect(widgets?.[0]?.box.map(Math.round)).toEqual([50, 80, 170, 100]);
});
