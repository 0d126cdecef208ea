import type { DocumentType } from '#core/domain/document-types';
import type { StructuredInvoice, StructuredSums, StructuredValue } from '#engine/model';
import {
  addressValue,
  amountValue,
  codeValue,
  dateValue,
  numberValue,
  present,
  textValue,
  unlessZero,
} from './values.ts';
import type { XmlNode } from './xml-node.ts';
import { all, first } from './xml-query.ts';

/** UNTDID 1001 codes of credit notes (EN 16931 code list; 261 is self-billed). */
const CREDIT_NOTE_CODES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);

/** Maps a UBL 2.x Invoice or CreditNote (EN 16931-3-2, Peppol BIS 3) to our field names. */
export function readUbl(root: XmlNode): StructuredInvoice {
  const vendor = first(root, 'AccountingSupplierParty/Party');
  const customer = first(root, 'AccountingCustomerParty/Party');
  const delivery = first(root, 'Delivery');
  const period = first(root, 'InvoicePeriod');
  const sums = readSums(root);
  const fields = present({
    invoice_number: textValue(first(root, 'ID')),
    invoice_date: dateValue(first(root, 'IssueDate')),
    due_date: dateValue(first(root, 'DueDate', 'PaymentMeans/PaymentDueDate', 'PaymentTerms/PaymentDueDate')),
    delivery_date: dateValue(first(delivery, 'ActualDeliveryDate')),
    service_start_date: dateValue(first(period, 'StartDate')),
    service_end_date: dateValue(first(period, 'EndDate')),
    currency: codeValue(first(root, 'DocumentCurrencyCode')),
    purchase_order_number: textValue(first(root, 'OrderReference/ID')),
    vendor_name: partyName(vendor),
    vendor_address: partyAddress(vendor),
    vendor_tax_id: taxId(vendor),
    vendor_iban: textValue(first(root, 'PaymentMeans/PayeeFinancialAccount/ID')),
    customer_name: partyName(customer),
    customer_address: partyAddress(customer),
    customer_tax_id: taxId(customer),
    customer_id: textValue(first(customer, 'PartyIdentification/ID')),
    payment_reference: textValue(first(root, 'PaymentMeans/PaymentID')),
    payment_terms: textValue(first(root, 'PaymentTerms/Note')),
    subtotal_amount: sums.taxBasis,
    tax_amount: sums.tax,
    total_amount: sums.grandTotal,
    amount_due: sums.duePayable,
    discount_amount: unlessZero(sums.allowances),
    charges_amount: unlessZero(sums.charges),
    amount_paid: unlessZero(sums.prepaid),
  });
  const lines = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')];
  return { syntax: 'ubl', documentType: documentType(root), fields, lineItems: lines.map(readLine), sums };
}

function documentType(root: XmlNode): DocumentType {
  const code = first(root, 'InvoiceTypeCode', 'CreditNoteTypeCode')?.text ?? '';
  return root.name === 'CreditNote' || CREDIT_NOTE_CODES.has(code) ? 'credit_note' : 'invoice';
}

function readLine(line: XmlNode): Readonly<Record<string, StructuredValue>> {
  const item = first(line, 'Item');
  return present({
    description: textValue(first(item, 'Name', 'Description')),
    product_code: textValue(first(item, 'SellersItemIdentification/ID')),
    quantity: numberValue(first(line, 'InvoicedQuantity', 'CreditedQuantity')),
    unit_price: amountValue(first(line, 'Price/PriceAmount')),
    amount: amountValue(first(line, 'LineExtensionAmount')),
    tax_rate: numberValue(first(item, 'ClassifiedTaxCategory/Percent')),
    tax_amount: amountValue(first(line, 'TaxTotal/TaxAmount')),
  });
}

function partyName(party: XmlNode | undefined): StructuredValue | undefined {
  return textValue(first(party, 'PartyLegalEntity/RegistrationName', 'PartyName/Name'));
}

function partyAddress(party: XmlNode | undefined): StructuredValue | undefined {
  const address = first(party, 'PostalAddress');
  return addressValue(
    [first(address, 'StreetName'), first(address, 'AdditionalStreetName'), ...all(address, 'AddressLine/Line')],
    [first(address, 'PostalZone'), first(address, 'CityName')],
  );
}

/** The VAT identifier (BT-31, BT-48); a local tax number only if there is none. */
function taxId(party: XmlNode | undefined): StructuredValue | undefined {
  const schemes = all(party, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => first(scheme, 'TaxScheme/ID')?.text.toUpperCase() === 'VAT');
  return textValue(first(vat ?? schemes[0], 'CompanyID'));
}

function readSums(root: XmlNode): StructuredSums {
  const totals = first(root, 'LegalMonetaryTotal');
  const currency = first(root, 'DocumentCurrencyCode')?.text;
  // With a second TaxTotal in the accounting currency (BT-111), the one in the document currency is used.
  const taxTotals = all(root, 'TaxTotal');
  const tax =
    taxTotals.find((total) => first(total, 'TaxAmount')?.attributes['currencyID'] === currency) ?? taxTotals[0];
  const stated = present({
    lineNet: amountValue(first(totals, 'LineExtensionAmount')),
    allowances: amountValue(first(totals, 'AllowanceTotalAmount')),
    charges: amountValue(first(totals, 'ChargeTotalAmount')),
    taxBasis: amountValue(first(totals, 'TaxExclusiveAmount')),
    tax: amountValue(first(tax, 'TaxAmount')),
    grandTotal: amountValue(first(totals, 'TaxInclusiveAmount')),
    prepaid: amountValue(first(totals, 'PrepaidAmount')),
    rounding: amountValue(first(totals, 'PayableRoundingAmount')),
    duePayable: amountValue(first(totals, 'PayableAmount')),
  });
  const taxGroups = all(tax, 'TaxSubtotal').map((group) =>
    present({ basis: amountValue(first(group, 'TaxableAmount')), tax: amountValue(first(group, 'TaxAmount')) }),
  );
  return { ...stated, taxGroups };
}
