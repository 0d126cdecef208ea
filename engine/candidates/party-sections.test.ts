import { expect, test } from 'vitest';
import { extractFromDocument } from '../index.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { readerlessHost } from '../testing/readerless-host.ts';

async function valuesOf(text: string): Promise<Record<string, string>> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return Object.fromEntries(Object.entries(outcome.result.fields).map(([name, { value }]) => [name, value]));
}

test('keys under the caption of a party belong to that party', async () => {
  const found = await valuesOf(`RECHNUNG
Rechnungsnummer: 77

Käufer
Nummer:        5512
Name:          Baum und Sohn KG
Anschrift:     Lindenhof 12
               18055 Rostock

Verkäufer
Nummer:        31
Name:          Quelle Nord GmbH
Anschrift:     Hafenweg 3
               24103 Kiel

Gesamtbetrag   1.190,00 €`);
  expect(found).toMatchObject({
    customer_name: 'Baum und Sohn KG',
    customer_address: 'Lindenhof 12, 18055 Rostock',
    customer_id: '5512',
    vendor_name: 'Quelle Nord GmbH',
    vendor_address: 'Hafenweg 3, 24103 Kiel',
  });
});

test('sections side by side, with keys and values in one piece', async () => {
  const found = await valuesOf(`FACTURE N° 5512

Vendeur                                 Client
Nom : Atelier Soleil SARL               Nom : Quincaillerie Morel
Adresse : 4 rue Haute                   Adresse : 22 quai du Nord
Ville : 35000 Rennes                    Ville : 29200 Brest

Total TTC   240,00 €`);
  expect(found).toMatchObject({
    vendor_name: 'Atelier Soleil SARL',
    vendor_address: '4 rue Haute, 35000 Rennes',
    customer_name: 'Quincaillerie Morel',
    customer_address: '22 quai du Nord, 29200 Brest',
  });
});

test('parts of an address under keys of their own', async () => {
  const found = await valuesOf(`INVOICE 5512

Customer
Customer No    C-881
Name           Hill Farm Ltd
Street         2 Farm Rd
City           Hereford
Postcode       HR1 2AB

Total   £240.00`);
  expect(found).toMatchObject({
    customer_name: 'Hill Farm Ltd',
    customer_address: '2 Farm Rd, Hereford, HR1 2AB',
    customer_id: 'C-881',
  });
});

test('a plain block under a caption is no section', async () => {
  const found = await valuesOf(`INVOICE 5512

Bill to
Hill Farm Ltd
2 Farm Rd
Hereford HR1 2AB

Number: 44
Total   £240.00`);
  expect(found).toMatchObject({ customer_name: 'Hill Farm Ltd', customer_address: '2 Farm Rd, Hereford HR1 2AB' });
});
