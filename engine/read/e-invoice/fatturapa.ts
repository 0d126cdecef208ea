import type { StructuredInvoice, StructuredSums, StructuredValue } from '#engine/model';
import { formatUnits, toUnits } from '#engine/normalise/decimal';
import {
  addressValue,
  amountValue,
  codeValue,
  dateValue,
  joinedValue,
  numberValue,
  present,
  textValue,
  unlessZero,
} from './values.ts';
import type { XmlNode } from './xml-node.ts';
import { all, first } from './xml-query.ts';

/** TipoDocumento of credit notes (FatturaPA 1.2.2, table TD): TD04 and the simplified TD08. */
const CREDIT_NOTE_TYPES = new Set(['TD04', 'TD08']);

/**
 * Maps an Italian FatturaPA file. A file may hold several invoices under one header: the first is mapped, the others
 * are counted. Tax and subtotal are summed from the VAT summary (`DatiRiepilogo`), since the format has no totals.
 */
export function readFatturaPa(root: XmlNode): StructuredInvoice | undefined {
  const bodies = all(root, 'FatturaElettronicaBody');
  const [body] = bodies;
  if (body === undefined) return undefined;
  const vendor = first(root, 'FatturaElettronicaHeader/CedentePrestatore');
  const customer = first(root, 'FatturaElettronicaHeader/CessionarioCommittente');
  const document = first(body, 'DatiGenerali/DatiGeneraliDocumento');
  const payment = all(body, 'DatiPagamento/DettaglioPagamento');
  const sums = readSums(body, document);
  const fields = present({
    invoice_number: textValue(first(document, 'Numero')),
    invoice_date: dateValue(first(document, 'Data')),
    due_date: dateValue(first(body, 'DatiPagamento/DettaglioPagamento/DataScadenzaPagamento')),
    delivery_date: dateValue(first(body, 'DatiGenerali/DatiTrasporto/DataOraConsegna')),
    currency: codeValue(first(document, 'Divisa')),
    purchase_order_number: textValue(first(body, 'DatiGenerali/DatiOrdineAcquisto/IdDocumento')),
    vendor_name: partyName(vendor),
    vendor_address: partyAddress(vendor),
    vendor_tax_id: taxId(vendor),
    vendor_iban: textValue(first(body, 'DatiPagamento/DettaglioPagamento/IBAN')),
    customer_name: partyName(customer),
    customer_address: partyAddress(customer),
    customer_tax_id: taxId(customer),
    payment_reference: textValue(first(body, 'DatiPagamento/DettaglioPagamento/CodicePagamento')),
    subtotal_amount: sums.taxBasis,
    tax_amount: sums.tax,
    total_amount: sums.grandTotal,
    // Several instalments have several amounts; the amount due is known only if there is a single payment.
    amount_due: payment.length === 1 ? amountValue(first(payment[0], 'ImportoPagamento')) : undefined,
    discount_amount: unlessZero(documentDiscount(document)),
  });
  const lines = all(body, 'DatiBeniServizi/DettaglioLinee').map(readLine);
  const type = first(document, 'TipoDocumento')?.text ?? '';
  return {
    syntax: 'fatturapa',
    documentType: CREDIT_NOTE_TYPES.has(type) ? 'credit_note' : 'invoice',
    fields,
    lineItems: lines,
    sums,
    ...(bodies.length > 1 ? { furtherInvoices: bodies.length - 1 } : {}),
  };
}

function readLine(line: XmlNode): Readonly<Record<string, StructuredValue>> {
  return present({
    description: textValue(first(line, 'Descrizione')),
    product_code: textValue(first(line, 'CodiceArticolo/CodiceValore')),
    quantity: numberValue(first(line, 'Quantita')),
    unit_price: amountValue(first(line, 'PrezzoUnitario')),
    amount: amountValue(first(line, 'PrezzoTotale')),
    tax_rate: numberValue(first(line, 'AliquotaIVA')),
  });
}

/** A company's name, or a person's given name and surname. */
function partyName(party: XmlNode | undefined): StructuredValue | undefined {
  const name = first(party, 'DatiAnagrafici/Anagrafica');
  return (
    textValue(first(name, 'Denominazione')) ??
    joinedValue([textValue(first(name, 'Nome')), textValue(first(name, 'Cognome'))], ' ')
  );
}

function partyAddress(party: XmlNode | undefined): StructuredValue | undefined {
  const seat = first(party, 'Sede');
  const street = joinedValue([textValue(first(seat, 'Indirizzo')), textValue(first(seat, 'NumeroCivico'))], ' ');
  const city = addressValue([], [first(seat, 'CAP'), first(seat, 'Comune'), first(seat, 'Provincia')]);
  return joinedValue([street, city], ', ');
}

/** Country prefix and number of the VAT registration; the tax code (CodiceFiscale) if there is none. */
function taxId(party: XmlNode | undefined): StructuredValue | undefined {
  const registration = first(party, 'DatiAnagrafici/IdFiscaleIVA');
  return (
    joinedValue([textValue(first(registration, 'IdPaese')), textValue(first(registration, 'IdCodice'))], '') ??
    textValue(first(party, 'DatiAnagrafici/CodiceFiscale'))
  );
}

function documentDiscount(document: XmlNode | undefined): StructuredValue | undefined {
  const discounts = all(document, 'ScontoMaggiorazione').filter((node) => first(node, 'Tipo')?.text === 'SC');
  return sumOf(discounts.map((node) => amountValue(first(node, 'Importo'))));
}

function readSums(body: XmlNode, document: XmlNode | undefined): StructuredSums {
  const summaries = all(body, 'DatiBeniServizi/DatiRiepilogo');
  const taxBasis = sumOf(summaries.map((node) => amountValue(first(node, 'ImponibileImporto'))));
  const tax = sumOf(summaries.map((node) => amountValue(first(node, 'Imposta'))));
  const rounding = amountValue(first(document, 'Arrotondamento'));
  const grandTotal = amountValue(first(document, 'ImportoTotaleDocumento')) ?? sumOf([taxBasis, tax, rounding]);
  const taxGroups = summaries.map((node) =>
    present({ basis: amountValue(first(node, 'ImponibileImporto')), tax: amountValue(first(node, 'Imposta')) }),
  );
  return { ...present({ taxBasis, tax, grandTotal, rounding }), taxGroups };
}

/** Sums the values that are present, with the path of the first; undefined if one of them is not a plain amount. */
function sumOf(values: readonly (StructuredValue | undefined)[]): StructuredValue | undefined {
  const there = values.filter((value) => value !== undefined);
  const [head] = there;
  if (head === undefined) return undefined;
  if (there.length === 1) return head;
  let total = 0;
  for (const { value } of there) {
    const units = toUnits(value);
    if (units === undefined) return undefined;
    total += units;
  }
  return { value: formatUnits(total), path: head.path };
}
