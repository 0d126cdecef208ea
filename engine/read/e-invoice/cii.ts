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

/**
 * Maps UN/CEFACT Cross Industry messages: Factur-X, ZUGFeRD 2 and XRechnung (`CrossIndustryInvoice`), ZUGFeRD 1
 * (`CrossIndustryDocument`) and Order-X (`SCRDMCCBDACIOMessageStructure`). The versions differ in the names of a few
 * wrappers; both names are passed to each lookup.
 */
export function readCii(root: XmlNode): StructuredInvoice {
  const isOrder = root.name === 'SCRDMCCBDACIOMessageStructure';
  const document = first(root, 'ExchangedDocument', 'HeaderExchangedDocument');
  const trade = first(root, 'SupplyChainTradeTransaction', 'SpecifiedSupplyChainTradeTransaction');
  const agreement = first(trade, 'ApplicableHeaderTradeAgreement', 'ApplicableSupplyChainTradeAgreement');
  const delivery = first(trade, 'ApplicableHeaderTradeDelivery', 'ApplicableSupplyChainTradeDelivery');
  const settlement = first(trade, 'ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement');
  const vendor = first(agreement, 'SellerTradeParty');
  const customer = first(agreement, 'BuyerTradeParty');
  const period = first(settlement, 'BillingSpecifiedPeriod');
  const sums = readSums(settlement);
  const number = textValue(first(document, 'ID'));
  const date = dateValue(first(document, 'IssueDateTime'));
  const fields = present({
    ...(isOrder
      ? { order_number: number, order_date: date }
      : {
          invoice_number: number,
          invoice_date: date,
          purchase_order_number: referencedId(agreement, 'BuyerOrderReferencedDocument'),
        }),
    due_date: dateValue(first(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime')),
    delivery_date: dateValue(first(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime')),
    service_start_date: dateValue(first(period, 'StartDateTime')),
    service_end_date: dateValue(first(period, 'EndDateTime')),
    currency: codeValue(first(settlement, 'InvoiceCurrencyCode', 'OrderCurrencyCode')),
    vendor_name: textValue(first(vendor, 'Name')),
    vendor_address: partyAddress(vendor),
    vendor_tax_id: taxId(vendor),
    vendor_iban: textValue(
      first(settlement, 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID'),
    ),
    customer_name: textValue(first(customer, 'Name')),
    customer_address: partyAddress(customer),
    customer_tax_id: taxId(customer),
    customer_id: textValue(first(customer, 'ID')),
    payment_reference: textValue(first(settlement, 'PaymentReference')),
    payment_terms: textValue(first(settlement, 'SpecifiedTradePaymentTerms/Description')),
    subtotal_amount: sums.taxBasis,
    tax_amount: sums.tax,
    total_amount: sums.grandTotal,
    amount_due: sums.duePayable,
    discount_amount: unlessZero(sums.allowances),
    charges_amount: unlessZero(sums.charges),
    amount_paid: unlessZero(sums.prepaid),
  });
  const lines = all(trade, 'IncludedSupplyChainTradeLineItem').map(readLine);
  return {
    syntax: 'cii',
    documentType: isOrder ? 'purchase_order' : documentType(document),
    fields,
    // ZUGFeRD 1 writes free text as an item without an amount.
    lineItems: lines.filter((line) => line['amount'] !== undefined || line['quantity'] !== undefined),
    sums,
  };
}

function documentType(document: XmlNode | undefined): DocumentType {
  return CREDIT_NOTE_CODES.has(first(document, 'TypeCode')?.text ?? '') ? 'credit_note' : 'invoice';
}

function readLine(line: XmlNode): Readonly<Record<string, StructuredValue>> {
  const product = first(line, 'SpecifiedTradeProduct');
  const agreement = first(line, 'SpecifiedLineTradeAgreement', 'SpecifiedSupplyChainTradeAgreement');
  const delivery = first(line, 'SpecifiedLineTradeDelivery', 'SpecifiedSupplyChainTradeDelivery');
  const settlement = first(line, 'SpecifiedLineTradeSettlement', 'SpecifiedSupplyChainTradeSettlement');
  const tax = first(settlement, 'ApplicableTradeTax');
  const sum = first(
    settlement,
    'SpecifiedTradeSettlementLineMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  );
  return present({
    description: textValue(first(product, 'Name', 'Description')),
    product_code: textValue(first(product, 'SellerAssignedID')),
    quantity: numberValue(first(delivery, 'BilledQuantity', 'AgreedQuantity', 'RequestedQuantity')),
    unit_price: amountValue(
      first(agreement, 'NetPriceProductTradePrice/ChargeAmount', 'GrossPriceProductTradePrice/ChargeAmount'),
    ),
    amount: amountValue(first(sum, 'LineTotalAmount')),
    tax_rate: numberValue(first(tax, 'RateApplicablePercent', 'ApplicablePercent')),
    tax_amount: amountValue(first(tax, 'CalculatedAmount')),
  });
}

function referencedId(agreement: XmlNode | undefined, document: string): StructuredValue | undefined {
  return textValue(first(agreement, `${document}/IssuerAssignedID`, `${document}/ID`));
}

function partyAddress(party: XmlNode | undefined): StructuredValue | undefined {
  const address = first(party, 'PostalTradeAddress');
  return addressValue(
    [first(address, 'LineOne'), first(address, 'LineTwo'), first(address, 'LineThree')],
    [first(address, 'PostcodeCode'), first(address, 'CityName')],
  );
}

/** The VAT identifier (scheme VA); a local tax number (FC) only if there is none. */
function taxId(party: XmlNode | undefined): StructuredValue | undefined {
  const ids = all(party, 'SpecifiedTaxRegistration/ID');
  return textValue(ids.find((id) => id.attributes['schemeID'] === 'VA') ?? ids[0]);
}

function readSums(settlement: XmlNode | undefined): StructuredSums {
  const totals = first(
    settlement,
    'SpecifiedTradeSettlementHeaderMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  );
  const currency = first(settlement, 'InvoiceCurrencyCode', 'OrderCurrencyCode')?.text;
  // There may be a second tax total, in the accounting currency (BT-111).
  const taxTotals = all(totals, 'TaxTotalAmount');
  const tax = taxTotals.find((total) => total.attributes['currencyID'] === currency) ?? taxTotals[0];
  const stated = present({
    lineNet: amountValue(first(totals, 'LineTotalAmount')),
    allowances: amountValue(first(totals, 'AllowanceTotalAmount')),
    charges: amountValue(first(totals, 'ChargeTotalAmount')),
    taxBasis: amountValue(first(totals, 'TaxBasisTotalAmount')),
    tax: amountValue(tax),
    grandTotal: amountValue(first(totals, 'GrandTotalAmount')),
    prepaid: amountValue(first(totals, 'TotalPrepaidAmount')),
    rounding: amountValue(first(totals, 'RoundingAmount')),
    duePayable: amountValue(first(totals, 'DuePayableAmount')),
  });
  const taxGroups = all(settlement, 'ApplicableTradeTax').map((group) =>
    present({ basis: amountValue(first(group, 'BasisAmount')), tax: amountValue(first(group, 'CalculatedAmount')) }),
  );
  return { ...stated, taxGroups };
}
