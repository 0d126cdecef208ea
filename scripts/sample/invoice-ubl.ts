import { SAMPLE_INVOICE, sums } from './invoice-pdf.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const amount = (cents: number) => (cents / 100).toFixed(2);
const { currency, lines, number, date, dueDate, seller, buyer, taxPercent } = SAMPLE_INVOICE;
const { net, tax, gross } = sums(SAMPLE_INVOICE);

const party = (name = '') =>
  `<cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>${name.replace('&', '&amp;')}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>`;

/** The sample invoice as UBL 2.1. */
export const SAMPLE_UBL = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${UBL}:Invoice-2" xmlns:cbc="${UBL}:CommonBasicComponents-2" xmlns:cac="${UBL}:CommonAggregateComponents-2">
<cbc:ID>${number}</cbc:ID><cbc:IssueDate>${date}</cbc:IssueDate><cbc:DueDate>${dueDate}</cbc:DueDate>
<cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty>${party(seller[0])}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party(buyer[0])}</cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="${currency}">${amount(tax)}</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount>${amount(net)}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>${amount(gross)}</cbc:TaxInclusiveAmount><cbc:PayableAmount>${amount(gross)}</cbc:PayableAmount></cac:LegalMonetaryTotal>
${lines
  .map(
    ({ description, quantity, unitCents }) =>
      `<cac:InvoiceLine><cbc:InvoicedQuantity>${quantity}</cbc:InvoicedQuantity><cbc:LineExtensionAmount>${amount(quantity * unitCents)}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${description}</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>${taxPercent}</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount>${amount(unitCents)}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`,
  )
  .join('\n')}
</Invoice>
`;
