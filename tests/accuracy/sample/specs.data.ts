import { item } from './item.ts';
import type { Party, SampleSpec } from './spec.ts';

/** Invented parties; account numbers are the published examples of their countries' formats. */
const HARBOUR: Party = { name: 'Harbour & Finch Ltd', street: '14 Quayside Road', city: 'Bristol BS1 6XL', taxId: 'GB999999973', iban: 'GB29NWBK60161331926819' };
const NORDLICHT: Party = { name: 'Nordlicht Werkzeuge GmbH', street: 'Hafenstraße 22', city: '20457 Hamburg', taxId: 'DE136695976', iban: 'DE89370400440532013000' };
const MARCHAND: Party = { name: 'Atelier Marchand SARL', street: '8 rue des Tanneurs', city: '69005 Lyon', taxId: 'FR40303265045', iban: 'FR1420041010050500013M02606' };
const OLIVAR: Party = { name: 'Olivar del Sur S.L.', street: 'Calle Molino 31', city: '14001 Córdoba', taxId: 'ESB58378431', iban: 'ES9121000418450200051332' };
const BOTTEGA: Party = { name: 'Bottega Ferrante S.r.l.', street: 'Via dei Mulini 5', city: '40121 Bologna', taxId: 'IT00743110157', iban: 'IT60X0542811101000000123456' };
const POLDER: Party = { name: 'Polder Drukwerk B.V.', street: 'Vaartkade 90', city: '3511 RK Utrecht', taxId: 'NL004495445B01', iban: 'NL91ABNA0417164300' };
const RIBEIRA: Party = { name: 'Oficina Ribeira Lda', street: 'Rua das Flores 112', city: '4050-262 Porto', taxId: 'PT501964843', iban: 'PT50000201231234567890154' };
const CEDAR: Party = { name: 'Cedar Ridge Supply Co.', street: '482 Mill Creek Road', city: 'Boulder, CO 80302', phone: '(303) 555-0142' };

const BUYER_EN: Party = { name: 'Maple Street Dental', street: '77 Maple Street', city: 'Leeds LS1 4AP' };
const BUYER_US: Party = { name: 'Juniper Hall School', street: '9 Juniper Avenue', city: 'Denver, CO 80203' };
const BUYER_DE: Party = { name: 'Weber & Söhne KG', street: 'Lindenallee 3', city: '50667 Köln' };
const BUYER_FR: Party = { name: 'Hôtel des Acacias', street: '21 avenue Foch', city: '67000 Strasbourg' };
const BUYER_ES: Party = { name: 'Restaurante La Encina', street: 'Plaza Mayor 4', city: '37002 Salamanca' };
const BUYER_IT: Party = { name: 'Studio Bianchi', street: 'Corso Italia 18', city: '20122 Milano' };
const BUYER_NL: Party = { name: 'Boekhandel De Brug', street: 'Kerkstraat 12', city: '2311 GN Leiden' };
const BUYER_PT: Party = { name: 'Padaria Central', street: 'Avenida da Liberdade 40', city: '1250-144 Lisboa' };

const TOOLS_DE = [
  item('Schlagbohrmaschine 850 W', 2, 12990, 19, { code: 'SB-850' }),
  item('Bohrersatz Metall 19-teilig', 4, 2450, 19, { code: 'BS-19' }),
  item('Fachbuch Holzverbindungen', 3, 2990, 7, { code: 'FB-77' }),
];

const PRINT_NL = Array.from({ length: 42 }, (_, index) =>
  item(`Drukwerk oplage ${index + 1}`, 1 + (index % 5), 1150 + 275 * (index % 7), 21, { code: `DW-${100 + index}` }),
);

export const SAMPLE_SPECS: readonly SampleSpec[] = [
  { name: 'classic-en', layout: 'classic', locale: 'en-GB', kind: 'invoice', currency: 'GBP', vendor: HARBOUR, customer: BUYER_EN, number: 'HF-20418', date: '2024-05-17', dueDate: '2024-06-16', orderNumber: 'PO-7731', items: [item('Waiting room chair, oak', 6, 8450, 20), item('Side table', 2, 6200, 20), item('Delivery and assembly', 1, 9500, 20)] },
  { name: 'classic-de', layout: 'classic', locale: 'de', kind: 'invoice', currency: 'EUR', vendor: NORDLICHT, customer: BUYER_DE, number: 'RE-2024-1187', date: '2024-03-22', dueDate: '2024-04-21', items: TOOLS_DE },
  { name: 'classic-fr', layout: 'classic', locale: 'fr', kind: 'invoice', currency: 'EUR', vendor: MARCHAND, customer: BUYER_FR, number: 'F2024-0093', date: '2024-09-26', dueDate: '2024-10-26', items: [item('Fauteuil tapissé velours', 4, 31250, 20), item('Guide des tissus', 2, 1950, 5.5)] },
  { name: 'classic-it-wrapped', layout: 'classic', locale: 'it', kind: 'invoice', currency: 'EUR', vendor: BOTTEGA, customer: BUYER_IT, number: '318/2024', date: '2024-07-15', items: [item('Scrivania in rovere massello con due cassetti e passacavi integrato', 1, 78000, 22), item('Lampada da tavolo con braccio regolabile in ottone satinato', 3, 12400, 22), item('Mensola', 5, 2800, 22)] },
  { name: 'classic-nl-pages', layout: 'classic', locale: 'nl', kind: 'invoice', currency: 'EUR', vendor: POLDER, customer: BUYER_NL, number: '2024-3307', date: '2024-11-28', dueDate: '2024-12-28', items: PRINT_NL },
  { name: 'classic-de-hybrid', layout: 'classic', locale: 'de', kind: 'invoice', currency: 'EUR', vendor: NORDLICHT, customer: BUYER_DE, number: 'RE-2024-1203', date: '2024-04-18', dueDate: '2024-05-18', items: TOOLS_DE.slice(0, 2), hybrid: true },
  { name: 'letter-de-discount', layout: 'letter', locale: 'de', kind: 'invoice', currency: 'EUR', vendor: NORDLICHT, customer: BUYER_DE, number: 'RE-2024-1240', date: '2024-06-13', dueDate: '2024-07-13', items: [item('Akkuschrauber 18 V', 5, 9900, 19, { code: 'AS-18', discountPercent: 10 }), item('Ladegerät', 5, 3500, 19, { code: 'LG-2' })] },
  { name: 'letter-de-credit', layout: 'letter', locale: 'de', kind: 'credit_note', currency: 'EUR', vendor: NORDLICHT, customer: BUYER_DE, number: 'GS-2024-018', date: '2024-06-27', items: [item('Akkuschrauber 18 V, Rücksendung', 1, 9900, 19, { code: 'AS-18' }), item('Ladegerät, Rücksendung', 2, 3500, 19, { code: 'LG-2' })] },
  { name: 'letter-fr-shipping', layout: 'letter', locale: 'fr', kind: 'invoice', currency: 'EUR', vendor: MARCHAND, customer: BUYER_FR, number: 'F2024-0117', date: '2024-10-31', items: [item('Coussin lin lavé 45 × 45', 12, 2950, 20, { code: 'CL45' }), item('Plaid laine', 3, 6480, 20, { code: 'PL1' })], shipping: 1890 },
  { name: 'letter-es', layout: 'letter', locale: 'es', kind: 'invoice', currency: 'EUR', vendor: OLIVAR, customer: BUYER_ES, number: 'FV24-0552', date: '2024-02-19', dueDate: '2024-03-20', items: [item('Aceite de oliva virgen extra 5 l', 24, 3890, 10, { code: 'AOVE5' }), item('Aceituna manzanilla', 10, 1275, 10, { code: 'ACM' })] },
  { name: 'letter-pt', layout: 'letter', locale: 'pt', kind: 'invoice', currency: 'EUR', vendor: RIBEIRA, customer: BUYER_PT, number: 'FT-2024-77', date: '2024-08-29', items: [item('Reparação de forno industrial', 6.5, 4800, 23, { code: 'SRV1', unit: 'h' }), item('Resistência 2000 W', 2, 8730, 23, { code: 'RS2000' })] },
  { name: 'letter-nl-remarks', layout: 'letter', locale: 'nl', kind: 'invoice', currency: 'EUR', vendor: POLDER, customer: BUYER_NL, number: '2024-3350', date: '2024-12-16', items: [item('Visitekaartjes 350 g', 500, 18, 21, { code: 'VK350', remark: 'Bestand ontvangen op 2 december' }), item('Briefpapier', 1000, 12, 21, { code: 'BP90', remark: 'Levering in 2 dozen' })] },
  { name: 'boxed-us', layout: 'boxed', locale: 'en-US', kind: 'invoice', currency: 'USD', vendor: CEDAR, customer: BUYER_US, number: '100482', date: '2024-01-24', dueDate: '2024-02-23', orderNumber: 'JH-5521', items: [item('Classroom whiteboard 4 x 6 ft', 3, 18999, 8, { code: 'WB46' }), item('Dry erase markers, box of 12', 20, 1149, 8, { code: 'DEM12' }), item('Wall mounting kit', 3, 2400, 8, { code: 'WMK' })] },
  { name: 'boxed-us-sections', layout: 'boxed', locale: 'en-US', kind: 'invoice', currency: 'USD', vendor: CEDAR, customer: BUYER_US, number: '100517', date: '2024-03-29', items: [item('Folding table', 4, 7450, 8, { code: 'FT4' }), item('Stacking chair', 40, 2895, 8, { code: 'SC1' }), item('Projector rental', 2, 15000, 8, { code: 'PR' }), item('Screen rental', 2, 4500, 8, { code: 'SR' })], sections: { 0: 'Furniture', 2: 'Rental' } },
  { name: 'boxed-gb-many', layout: 'boxed', locale: 'en-GB', kind: 'invoice', currency: 'GBP', vendor: HARBOUR, customer: BUYER_EN, number: 'HF-20533', date: '2024-08-22', items: Array.from({ length: 16 }, (_, index) => item(`Cabinet fitting type ${index + 1}`, 2 + index, 325 + 40 * index, 20, { code: `CF${10 + index}` })) },
  { name: 'airy-fr', layout: 'airy', locale: 'fr', kind: 'invoice', currency: 'EUR', vendor: MARCHAND, customer: BUYER_FR, number: 'F2024-0131', date: '2024-12-18', items: [item('Réfection complète de six chaises Louis XVI', 6, 21500, 20), item('Fourniture de crin animal', 8, 1860, 20)] },
  { name: 'airy-it', layout: 'airy', locale: 'it', kind: 'invoice', currency: 'EUR', vendor: BOTTEGA, customer: BUYER_IT, number: '352/2024', date: '2024-09-30', items: [item('Consulenza arredo', 12, 6500, 22), item('Rilievo misure', 2, 9000, 22)] },
  { name: 'airy-gb-part-paid', layout: 'airy', locale: 'en-GB', kind: 'invoice', currency: 'GBP', vendor: HARBOUR, customer: BUYER_EN, number: 'HF-20561', date: '2024-10-15', items: [item('Reception desk, curved', 1, 249000, 20), item('Cable tray', 4, 1875, 20)], paid: 50000 },
  { name: 'till-de', layout: 'till', locale: 'de', kind: 'receipt', currency: 'EUR', vendor: { name: 'Café Morgenrot', street: 'Marktplatz 6', city: '79098 Freiburg' }, number: '4471', date: '2024-05-30', taxIncluded: true, items: [item('Cappuccino', 2, 380, 19), item('Käsekuchen', 1, 420, 19), item('Apfelschorle', 3, 350, 19)] },
  { name: 'till-us', layout: 'till', locale: 'en-US', kind: 'receipt', currency: 'USD', vendor: { name: 'Blue Heron Deli', street: '310 Front Street', city: 'Portland, ME 04101', phone: '(207) 555-0187' }, number: '88213', date: '2024-07-26', items: [item('Turkey club', 1, 1195, 8), item('Lemonade', 2, 325, 8), item('Potato chips', 1, 250, 8)] },
  { name: 'printed-gb-hinted', layout: 'classic', locale: 'en-GB', kind: 'invoice', currency: 'GBP', vendor: HARBOUR, customer: BUYER_EN, number: 'HF-20581', date: '2024-11-04', dueDate: '2024-12-04', items: [item('Boiler service', 1, 10000, 20), item('Filing cabinet, four drawers', 2, 18450, 20)], print: { pixel: 0.75 } },
  { name: 'printed-de-small-serif', layout: 'letter', locale: 'de', kind: 'invoice', currency: 'EUR', vendor: NORDLICHT, customer: BUYER_DE, number: 'RE-2024-1290', date: '2024-09-12', dueDate: '2024-10-12', items: [item('Stichsäge', 2, 11900, 19, { code: 'ST-2' }), item('Sägeblätter, 10 Stück', 6, 1290, 19, { code: 'SB-10' })], print: { pixel: 0.75, scale: 0.8 } },
  { name: 'printed-us-letter-spaced', layout: 'boxed', locale: 'en-US', kind: 'invoice', currency: 'USD', vendor: CEDAR, customer: BUYER_US, number: '100561', date: '2024-05-16', dueDate: '2024-06-15', items: [item('Lectern', 1, 32500, 8, { code: 'LT1' }), item('Cork board', 4, 6250, 8, { code: 'CB4' })], print: { pixel: 0.75, letterSpacing: 1.5, scale: 0.75 } },
  { name: 'printed-fr-large-pixels', layout: 'airy', locale: 'fr', kind: 'invoice', currency: 'EUR', vendor: MARCHAND, customer: BUYER_FR, number: 'F2024-0140', date: '2024-12-27', items: [item('Canapé deux places', 1, 148000, 20), item('Repose-pieds', 2, 12650, 20)], print: { pixel: 1, serif: true } },
  { name: 'decoy-total-digit', layout: 'classic', locale: 'en-GB', kind: 'invoice', currency: 'GBP', vendor: HARBOUR, customer: BUYER_EN, number: 'HF-20602', date: '2024-11-14', items: [item('Desk lamp', 8, 3450, 20), item('Footstool', 3, 5625, 20)], decoy: { kind: 'total_digit' } },
  { name: 'decoy-row-amount', layout: 'letter', locale: 'de', kind: 'invoice', currency: 'EUR', vendor: NORDLICHT, customer: BUYER_DE, number: 'RE-2024-1311', date: '2024-10-24', items: [item('Winkelschleifer', 3, 8900, 19, { code: 'WS-1' }), item('Trennscheibe', 25, 240, 19, { code: 'TS-25' })], decoy: { kind: 'row_amount', row: 1 } },
  { name: 'decoy-iban-digit', layout: 'letter', locale: 'nl', kind: 'invoice', currency: 'EUR', vendor: POLDER, customer: BUYER_NL, number: '2024-3391', date: '2024-12-30', items: [item('Poster A1', 15, 895, 21, { code: 'PA1' })], decoy: { kind: 'iban_digit' } },
  { name: 'decoy-previous-balance', layout: 'boxed', locale: 'en-US', kind: 'invoice', currency: 'USD', vendor: CEDAR, customer: BUYER_US, number: '100590', date: '2024-06-21', items: [item('Bookshelf, 5 tier', 4, 12500, 8, { code: 'BK5' }), item('Reading lamp', 4, 3750, 8, { code: 'RL1' })], previousBalance: 70200 },
  { name: 'decoy-open-date', layout: 'airy', locale: 'en-GB', kind: 'invoice', currency: 'GBP', vendor: HARBOUR, customer: BUYER_EN, number: 'HF-20644', date: '2024-04-03', items: [item('Coat stand', 2, 7900, 20)], decoy: { kind: 'open_date' } },
];
