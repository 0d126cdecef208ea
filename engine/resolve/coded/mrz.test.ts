import { expect, test } from 'vitest';
import { buildLines } from '../../layout/lines.ts';
import type { ReadPage } from '../../model.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { resolveMrz } from './mrz.ts';

// Specimens of ICAO Doc 9303, parts 4 to 7.
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const VISA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];

function read(lines: readonly string[], text = '') {
  const { pages } = documentFromText([text, ...lines].join('\n'));
  return resolveMrz(pages.map((page: ReadPage) => buildLines(page)));
}

const valuesOf = (reading: ReturnType<typeof read>) =>
  Object.fromEntries([...(reading?.choices ?? [])].map(([name, { value }]) => [name, value]));

test('a passport gives its fields, and the zone itself', () => {
  expect(valuesOf(read(TD3))).toEqual({
    document_code: 'P',
    issuing_country: 'UTO',
    document_number: 'L898902C3',
    nationality: 'UTO',
    birth_date: '1974-08-12',
    sex: 'F',
    expiry_date: '2012-04-15',
    personal_number: 'ZE184226B',
    surname: 'ERIKSSON',
    given_names: 'ANNA MARIA',
    mrz: TD3.join('\n'),
  });
});

test.each([
  ['card of three lines', TD1, 'D23145890'],
  ['card of two lines', TD2, 'D23145890'],
  ['visa', VISA, 'L8988901C'],
])('a %s is read by its own layout, proved by its check digits', (_name, lines, number) => {
  const reading = read(lines);
  expect(reading?.choices.get('document_number')).toMatchObject({ value: number, proof: true });
  expect(reading?.choices.get('surname')?.value).toBe('ERIKSSON');
});

test('a wrong digit takes the proof from its field and from the whole', () => {
  const reading = read([TD3[0] ?? '', (TD3[1] ?? '').replace('7408122', '7408132')]);
  expect(reading?.choices.get('birth_date')).toMatchObject({ proof: false });
  expect(reading?.choices.get('document_number')).toMatchObject({ proof: false });
  expect(reading?.checks).toContainEqual(expect.objectContaining({ rule: 'mrz:birth_date', ok: false }));
});

test('look-alikes are set right only where their place leaves no choice', () => {
  const reading = read([TD3[0] ?? '', (TD3[1] ?? '').replace('UTO', 'UT0').replace('1204159', '12O4159')]);
  expect(valuesOf(reading)).toMatchObject({ nationality: 'UTO', expiry_date: '2012-04-15' });
});

test('a number made right by its check digit is not proved by it', () => {
  const reading = read([TD3[0] ?? '', (TD3[1] ?? '').replace('L898902C3', 'L8989O2C3')]);
  expect(reading?.choices.get('document_number')).toMatchObject({ value: 'L898902C3', proof: false });
});

test('fillers read as letters are known by the words of the page', () => {
  const names = 'P<UTOERIKSSON<KANNAKMARIA<LLKKKLLLLLLLLLLKLK';
  const reading = read([names, TD3[1] ?? ''], 'Surname ERIKSSON Given names ANNA MARIA');
  expect(valuesOf(reading)).toMatchObject({ surname: 'ERIKSSON', given_names: 'ANNA MARIA' });
});

test('a name that ends in look-alikes keeps its letters', () => {
  const reading = read(['P<UTOMICHAEL<<KLARA<<<<<<<<<<<<<<<<<<<<<<<<<', TD3[1] ?? '']);
  expect(valuesOf(reading)).toMatchObject({ surname: 'MICHAEL', given_names: 'KLARA' });
});

test('where the first line is not recognised the second still gives its numbers, proved', () => {
  const reading = read([TD3[1] ?? '']);
  expect(valuesOf(reading)).toMatchObject({ document_number: 'L898902C3', birth_date: '1974-08-12' });
  expect(valuesOf(reading)).not.toHaveProperty('surname');
  expect(valuesOf(reading)).not.toHaveProperty('document_code');
});

test('the evidence of a field is its own characters of the line', () => {
  const [span] = read(TD3)?.choices.get('birth_date')?.spans ?? [];
  expect(span?.segment.text).toBe('740812');
  const [line] = read(TD3)?.choices.get('mrz')?.spans.slice(1) ?? [];
  const whole = line?.segment.box ?? [0, 0, 0, 0];
  expect(span?.segment.box[0]).toBeCloseTo(whole[0] + ((whole[2] - whole[0]) * 13) / 44, 1);
});

test('lines of capitals without agreeing check digits are no zone', () => {
  expect(
    read(['ORDER<<NUMBER<<ABCDEFGHIJKLMNOPQRSTUVWXYZ1234', 'L898902C37UTO7408123F1204158ZE184226B<<<<<11']),
  ).toBeUndefined();
});

const readable = 'SURNAME  ERIKSSON\nGIVEN NAMES  ANNA MARIA\nBORN  12 AUG/AOUT 74\nPASSPORT NO  L898902C3';

test('what zone and readable part state alike is shown in the readable part, and names are proved', () => {
  const reading = read(TD3, readable);
  for (const name of ['surname', 'given_names', 'document_number', 'birth_date']) {
    const choice = reading?.choices.get(name);
    expect(choice).toMatchObject({ proof: true });
    expect(choice?.checks).toContain(`mrz:printed:${name}`);
    expect(choice?.spans[0]?.segment.text).not.toContain('<');
  }
});

test('names that the zone alone states are not proved', () => {
  const reading = read(TD3, readable.replace('ERIKSSON', 'ERIKSEN'));
  expect(reading?.choices.get('surname')).toMatchObject({ value: 'ERIKSSON', proof: false });
  expect(reading?.choices.get('given_names')).toMatchObject({ proof: true });
});

test('a name set right by the word on the page is not proved by that word', () => {
  const reading = read([(TD3[0] ?? '').replace('ERIKSSON', 'ERIKSSQN'), TD3[1] ?? ''], readable);
  expect(reading?.choices.get('surname')).toMatchObject({ value: 'ERIKSSON', proof: false });
});

test('letters stripped out of other text are no zone, whatever digits hold by chance', () => {
  const rows = [
    'AccountNumber  CreatedAt  EntryCount  NetAmountTotal',
    '90267304320171851337 2024-05-12T17:00:00+01:00 2 -8736.78',
  ];
  expect(read(rows)).toBeUndefined();
  const capitals = ['ACCOUNTNUMBERCREATEDATENTRYCOUNTNETAMOUNTTOT', '902673043201718513372024051217000001002873678'];
  expect(read(capitals)).toBeUndefined();
});

test('two lines that do not follow each other, or are not flush, are no zone', () => {
  expect(read([TD3[0] ?? '', '', '', '', '', TD3[1] ?? ''])?.choices.get('surname')).toBeUndefined();
  expect(read([TD3[0] ?? '', `${' '.repeat(30)}${TD3[1] ?? ''}`])?.choices.get('surname')).toBeUndefined();
});

test('one failing digit takes the proof from every other', () => {
  for (const [good, bad] of [
    ['7408122', '7408123'],
    ['1204159', '1204158'],
    ['<<10', '<<20'],
    ['10', '11'],
  ] as const) {
    const at = (TD3[1] ?? '').lastIndexOf(good);
    const broken = (TD3[1] ?? '').slice(0, at) + bad + (TD3[1] ?? '').slice(at + good.length);
    const proved = [...(read([TD3[0] ?? '', broken])?.choices ?? [])].filter(([, choice]) => choice.proof);
    expect(proved, bad).toEqual([]);
  }
});
