import { describe, expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

const SALE = `RECEIPT
Cashier: Ana
Tea            2.50
TOTAL          2.50
CASH           5.00
CHANGE         2.50`;

async function vendor(head: string): Promise<readonly [name: string | undefined, address: string | undefined]> {
  const outcome = await extractFromDocument(documentFromText(`${head}\n${SALE}`), host, { documentType: 'receipt' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { vendor_name, vendor_address } = outcome.result.fields;
  return [vendor_name?.value, vendor_address?.value];
}

const PLACE = `12, HIGH STREET,
NORTH PARK
50200 EXAMPLETON`;
const ADDRESS = '12, HIGH STREET, NORTH PARK, 50200 EXAMPLETON';

describe('the name at the head of a receipt', () => {
  test('is the registered one, without its company number, where a trading name stands above it', async () => {
    expect(await vendor(`CORNER CAFE\nGREEN LEAF FOODS SDN BHD (123456-X)\n${PLACE}`)).toEqual([
      'GREEN LEAF FOODS SDN BHD',
      ADDRESS,
    ]);
  });

  test('goes on over two lines where the second is little more than the legal form', async () => {
    expect(await vendor(`GREEN LEAF BOOKS\nCO. (M) SDN BHD\n(CO. NO. 123456-X)\n${PLACE}`)).toEqual([
      'GREEN LEAF BOOKS CO. (M) SDN BHD',
      ADDRESS,
    ]);
  });

  test('is not the welcome, the title or the slogan', async () => {
    expect((await vendor(`WELCOME TO\nTAX INVOICE\nGREEN LEAF BAKERY\n${PLACE}\nTHANK YOU`))[0]).toBe(
      'GREEN LEAF BAKERY',
    );
  });

  test('is not the owner named under the address, where a trading name stands above it', async () => {
    expect((await vendor(`GREEN LEAF SHOP\n${PLACE}\nTEL: 03-1234 5678\nOWNED BY :\nBLUE LEAF LTD`))[0]).toBe(
      'GREEN LEAF SHOP',
    );
  });

  test('is found without the words that lead to it', async () => {
    expect((await vendor(`CORNER CAFE\nOWNED BY: GREEN LEAF FOODS LTD\n${PLACE}`))[0]).toBe('GREEN LEAF FOODS LTD');
  });

  test('is not how the meal is taken', async () => {
    expect((await vendor(`DINE IN\nGREEN LEAF NOODLES\n${PLACE}`))[0]).toBe('GREEN LEAF NOODLES');
  });

  test('is found though its legal form was read with a wrong letter', async () => {
    expect((await vendor(`CORNER CAFE\nGREEN LEAF FOODS SON BHD\n${PLACE}`))[0]).toBe('GREEN LEAF FOODS SON BHD');
  });
});

describe('the address at the head of a receipt', () => {
  test('ends before telephone and tax number, on a line of their own or behind it', async () => {
    expect((await vendor(`GREEN LEAF LTD\n12, HIGH STREET,\n50200 EXAMPLETON, TEL NO.: 03-1234 5678`))[1]).toBe(
      '12, HIGH STREET, 50200 EXAMPLETON',
    );
    expect((await vendor(`GREEN LEAF LTD\n${PLACE}\nGST ID: 000181747712\nOUTLET 7`))[1]).toBe(ADDRESS);
  });

  test('is not made of what is sold', async () => {
    const outcome = await extractFromDocument(documentFromText(`GREEN LEAF LTD\n${SALE}`), host, {
      documentType: 'receipt',
    });
    expect(outcome.ok && outcome.result.fields['vendor_address']).toBeUndefined();
  });

  test('and the name are never proved', async () => {
    const outcome = await extractFromDocument(documentFromText(`GREEN LEAF LTD\n${PLACE}\n${SALE}`), host, {
      documentType: 'receipt',
    });
    if (!outcome.ok) throw new Error(outcome.error.message);
    expect(outcome.result.fields['vendor_name']?.state).not.toBe('proved');
    expect(outcome.result.fields['vendor_address']?.state).not.toBe('proved');
  });
});

test('an address whose words run together is found', async () => {
  expect((await vendor('GreenLeafDiner\n145EClaytonSt\nAthens,GA30601\n(706)555-8773'))[1]).toBe(
    '145EClaytonSt, Athens,GA30601',
  );
});

test('the telephone number at the head is given with and without a word before it, the fax never', async () => {
  for (const line of ['TEL: 03-1234 5678', '03-1234 5678', 'FAX: 03-8765 4321\nTEL: 03-1234 5678']) {
    const text = `GREEN LEAF LTD\n${PLACE}\n${line}\n${SALE}`;
    const outcome = await extractFromDocument(documentFromText(text), host, { documentType: 'receipt' });
    if (!outcome.ok) throw new Error(outcome.error.message);
    expect(outcome.result.fields['vendor_phone']?.value.replace(/\D/g, '')).toBe('0312345678');
  }
});

test('a state and ZIP code that run into the town make the month stand first', async () => {
  const date = async (place: string) => {
    const text = `GREEN LEAF\n${place}\n04/07/2018  12:30\n${SALE}`;
    const outcome = await extractFromDocument(documentFromText(text), host, { documentType: 'receipt' });
    return outcome.ok ? outcome.result.fields['transaction_date']?.value : undefined;
  };
  expect(await date('Athens,GA30601')).toBe('2018-04-07');
  expect(await date('50200 EXAMPLETON')).toBe('2018-07-04');
});

describe('the head of a recognised receipt', () => {
  type Line = readonly (readonly [text: string, x: number, confidence: number])[];

  async function vendorOf(lines: readonly Line[], size = 20) {
    const words = lines.flatMap((line, row) =>
      line.map(([text, x, confidence]) => ({
        text,
        box: [x, row * 30, x + text.length * 10, row * 30 + size] as const,
        size,
        bold: false,
        confidence,
      })),
    );
    const sums = documentFromText(`\n\n\n\n\n\n\n\n\n\n${SALE}`).pages[0]?.words ?? [];
    const placed = sums.map((word) => ({ ...word, confidence: 0.9 }));
    const outcome = await extractFromDocument(
      {
        mediaType: 'image/png',
        method: 'ocr',
        pages: [{ page: 1, width: 600, height: 800, unit: 'px', source: 'ocr', words: [...words, ...placed] }],
      },
      host,
      { documentType: 'receipt' },
    );
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.result.fields['vendor_name']?.value;
  }

  test('holds no stray signs that stand apart and are unsure', async () => {
    expect(
      await vendorOf([
        [
          ['GREEN', 0, 0.9],
          ['LEAF', 60, 0.9],
          ['0', 400, 0.6],
        ],
      ]),
    ).toBe('GREEN LEAF');
  });

  test('keeps short words that are sure', async () => {
    expect(
      await vendorOf([
        [
          ['GREEN', 0, 0.9],
          ['LEAF', 60, 0.9],
          ['II', 400, 0.95],
        ],
      ]),
    ).toBe('GREEN LEAF II');
  });

  test('names nobody by a few letters that are unsure where a name follows', async () => {
    expect(
      await vendorOf([
        [['hnt', 0, 0.7]],
        [
          ['GREEN', 0, 0.9],
          ['LEAF', 60, 0.9],
        ],
      ]),
    ).toBe('GREEN LEAF');
  });
});
