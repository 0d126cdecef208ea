import { expect, test } from 'vitest';
import { foreignLanguage } from './foreign-language.ts';

const read = (text: string, confidence = 0.9) => text.split(' ').map((word) => ({ text: word, confidence }));

test.each([
  ['de', 'Rechnung Nr 4711 Wir liefern Ihnen mit der Bestellung vom 3 Mai und bitten um Zahlung'],
  ['fr', 'Facture du 3 mai pour notre client avec nos remerciements le montant de la prestation'],
  ['pl', 'Faktura nr 12 Sprzedawca Nabywca Kwota do zaplaty razem wartosc'],
  ['cs', 'Faktura Dodavatel Odberatel Castka celkem DPH splatnost'],
  ['tr', 'Fatura Tarihi Toplam tutar KDV dahil ve vergi dairesi'],
])('%s is told by words that an English reader gets right', (language, text) => {
  expect(foreignLanguage(read(text))).toBe(language);
});

test.each([
  [
    'an English page with a name of elsewhere',
    'Invoice from Casa de la Paz to the office of your total amount due date is to be paid',
  ],
  ['a Malay receipt', 'KEDAI RUNCIT SDN BHD NO 12 JALAN BUKIT TUNAI BAKI TERIMA KASIH SILA DATANG LAGI'],
  ['a language without a model', 'Faktura till kund och belopp att betala summa moms antal pris datum med oss ni'],
])('%s stays with English', (_, text) => {
  expect(foreignLanguage(read(text))).toBeUndefined();
});

test('words that neighbours share decide nothing before one of their own is read', () => {
  expect(foreignLanguage(read('Factura de la'))).toBeUndefined();
  expect(foreignLanguage(read('Factura de la Fecha Vence el pedido'))).toBe('es');
});

test('uncertain words tell nothing', () => {
  expect(foreignLanguage(read('der die das und mit wir ihre', 0.3))).toBeUndefined();
});
