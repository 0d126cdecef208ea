import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function statement(text: string) {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'bank_statement' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { fields, line_items: items } = outcome.result;
  return {
    amounts: items.map((item) => item['amount']?.value),
    of: (name: string) => fields[name]?.value,
  };
}

test('marks behind amounts are their signs: Soll and Haben', async () => {
  const { amounts } = await statement(`Kontoauszug Nr. 7/2024
Datum       Vorgang                       Umsatz EUR
            Alter Kontostand              820,00 H
03.07.2024  Versicherung                  120,00 S
16.07.2024  Gutschrift Honorar            950,00 H
24.07.2024  Telefon                       39,90 S
            Neuer Kontostand              1.610,10 H`);
  expect(amounts).toEqual(['-120.00', '950.00', '-39.90']);
});

test('Af and Bij, DR and CR', async () => {
  const dutch = await statement(`Rekeningafschrift
Datum       Omschrijving     Bedrag
03-07-2024  Huur             500,00 Af
16-07-2024  Salaris          950,00 Bij
24-07-2024  Telefoon         39,90 Af`);
  expect(dutch.amounts).toEqual(['-500.00', '950.00', '-39.90']);
  const english = await statement(`Account statement
Date         Details           Amount
03 Jul 2024  Rent              500.00 DR
16 Jul 2024  Salary            950.00 CR
24 Jul 2024  Telephone         39.90 DR`);
  expect(english.amounts).toEqual(['-500.00', '950.00', '-39.90']);
});

test('amounts in parentheses behind a currency sign are money out', async () => {
  const { amounts } = await statement(`Statement of Account
Beginning Balance   $1,900.00
Date        Description        Amount       Balance
11/04/2024  Check 311          $(300.00)    $1,600.00
11/12/2024  Payroll deposit    $250.00      $1,850.00
11/22/2024  Electric company   $(144.40)    $1,705.60`);
  expect(amounts).toEqual(['-300.00', '250.00', '-144.40']);
});

test('the running balance gives signs to amounts without one', async () => {
  const { amounts } = await statement(`Account statement
Opening balance   640.00
Date         Details            Amount     Balance
16 Dec 2024  Toy shop           42.50      597.50
30 Dec 2024  Interest           5.00       602.50
03 Jan 2025  From savings       200.00     802.50
09 Jan 2025  Gym                60.00      742.50`);
  expect(amounts).toEqual(['-42.50', '5.00', '200.00', '-60.00']);
});

test('balances before and after the movements are none of them', async () => {
  const { amounts, of } = await statement(`Relevé de compte
du 15/03/2024 au 14/04/2024
Date        Libellé                        Débit       Crédit
            Solde précédent au 15/03/2024              940,00
18/03/2024  Prélèvement assurance          62,30
29/03/2024  Virement salaire                           1 750,00
05/04/2024  Chèque 1180                    250,00
            Solde au 14/04/2024                        2 377,70`);
  expect(amounts).toEqual(['-62.30', '1750.00', '-250.00']);
  expect([of('opening_balance'), of('closing_balance')]).toEqual(['940.00', '2377.70']);
});

test('the headings of columns of money out and in name no sums', async () => {
  const { of } = await statement(`Account statement
Opening balance   £640.00
Closing balance   £597.50
Date         Details            Paid out   Paid in    Balance
16 Dec 2024  Toy shop           42.50                 597.50`);
  expect(of('total_withdrawals')).toBeUndefined();
});
