import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { StructuredInvoice } from '#engine/model';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { readDocument } from '../index.ts';
import { readEInvoice } from './index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const readXml = (xml: string) => readEInvoice(utf8(xml), async () => undefined);

async function invoiceOf(xml: string): Promise<StructuredInvoice> {
  const reading = await readXml(xml);
  if (reading.kind !== 'invoice') throw new Error(`not an invoice: ${reading.kind}`);
  return reading.invoice;
}

const valuesOf = (fields: StructuredInvoice['fields']) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));

const UBL_NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd';

const ubl = (kind: 'Invoice' | 'CreditNote', extra = '') => `<?xml version="1.0"?>
<${kind} xmlns="${UBL_NAMESPACE}:${kind}-2" xmlns:cbc="urn:b" xmlns:cac="urn:a">
  <cbc:ID>R-7</cbc:ID><cbc:IssueDate>2024-02-29</cbc:IssueDate>${extra}
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PostalAddress><cbc:StreetName>Hof 1</cbc:StreetName><cbc:CityName>Köln</cbc:CityName><cbc:PostalZone>50667</cbc:PostalZone></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>12/345</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Hof &amp; Sohn</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">99</cbc:TaxAmount></cac:TaxTotal>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1.9</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount>10</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>11.9</cbc:TaxInclusiveAmount>
    <cbc:AllowanceTotalAmount>0.00</cbc:AllowanceTotalAmount><cbc:PayableAmount>11.90</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:${kind}Line><cbc:${kind === 'Invoice' ? 'Invoiced' : 'Credited'}Quantity>4.000</cbc:${kind === 'Invoice' ? 'Invoiced' : 'Credited'}Quantity>
    <cbc:LineExtensionAmount>10</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Egg
      box</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>19.00</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price><cbc:PriceAmount>2.5000</cbc:PriceAmount></cac:Price></cac:${kind}Line>
</${kind}>`;

describe('UBL', () => {
  it('maps an invoice to our field names and forms', async () => {
    const invoice = await invoiceOf(ubl('Invoice'));
    expect(invoice.documentType).toBe('invoice');
    expect(valuesOf(invoice.fields)).toEqual({
      invoice_number: 'R-7',
      invoice_date: '2024-02-29',
      currency: 'EUR',
      vendor_name: 'Hof & Sohn',
      vendor_address: 'Hof 1, 50667 Köln',
      vendor_tax_id: 'DE123456789',
      subtotal_amount: '10.00',
      tax_amount: '1.90',
      total_amount: '11.90',
      amount_due: '11.90',
    });
    expect(invoice.lineItems.map(valuesOf)).toEqual([
      { description: 'Egg box', quantity: '4', unit_price: '2.50', amount: '10.00', tax_rate: '19' },
    ]);
    expect(invoice.fields['tax_amount']?.path).toBe('/Invoice/TaxTotal[2]/TaxAmount');
  });

  it('maps a credit note, by its root or by its type code', async () => {
    expect((await invoiceOf(ubl('CreditNote'))).documentType).toBe('credit_note');
    expect((await invoiceOf(ubl('CreditNote'))).lineItems).toHaveLength(1);
    const coded = ubl('Invoice', '<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>');
    expect((await invoiceOf(coded)).documentType).toBe('credit_note');
  });

  it('is found in its Peppol envelope', async () => {
    const body = ubl('Invoice').replace('<?xml version="1.0"?>', '');
    const invoice = await invoiceOf(
      `<StandardBusinessDocument><StandardBusinessDocumentHeader/>${body}</StandardBusinessDocument>`,
    );
    expect(invoice.fields['invoice_number']).toEqual({ value: 'R-7', path: '/StandardBusinessDocument/Invoice/ID' });
  });

  it('takes no other file with the root Invoice for one', async () => {
    expect((await readXml('<Invoice xmlns="urn:other"><ID>1</ID></Invoice>')).kind).toBe('other-xml');
  });
});

const CII_TRADE = `<ram:SellerTradeParty><ram:Name>Hof</ram:Name><ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">1</ram:ID></ram:SpecifiedTaxRegistration>
  <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE1</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>`;

const CII_2 = `<rsm:CrossIndustryInvoice xmlns:rsm="urn:r" xmlns:ram="urn:m" xmlns:udt="urn:u">
  <rsm:ExchangedDocument><ram:ID>F1</ram:ID><ram:TypeCode>381</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20240131</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Egg</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>2.5</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity>4</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:RateApplicablePercent>5.50</ram:RateApplicablePercent></ram:ApplicableTradeTax>
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>10</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>${CII_TRADE}</ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>10.55</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;

const CII_1 = `<rsm:CrossIndustryDocument xmlns:rsm="urn:r" xmlns:ram="urn:m" xmlns:udt="urn:u">
  <rsm:HeaderExchangedDocument><ram:ID>F0</ram:ID><ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20130605</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
  <rsm:SpecifiedSupplyChainTradeTransaction>
    <ram:ApplicableSupplyChainTradeAgreement>${CII_TRADE}<ram:BuyerOrderReferencedDocument><ram:ID>B-9</ram:ID></ram:BuyerOrderReferencedDocument></ram:ApplicableSupplyChainTradeAgreement>
    <ram:ApplicableSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:GrandTotalAmount>5.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:ApplicableSupplyChainTradeSettlement>
    <ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:IncludedNote/></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>
    <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeDelivery><ram:BilledQuantity>1.0000</ram:BilledQuantity></ram:SpecifiedSupplyChainTradeDelivery>
      <ram:SpecifiedTradeProduct><ram:Name>Pfand</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
  </rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`;

const ORDER = CII_2.replaceAll('CrossIndustryInvoice', 'SCRDMCCBDACIOMessageStructure')
  .replace('BilledQuantity>4</ram:BilledQuantity', 'RequestedQuantity>4</ram:RequestedQuantity')
  .replace('InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode', 'OrderCurrencyCode>EUR</ram:OrderCurrencyCode');

describe('CII', () => {
  it('maps Factur-X and ZUGFeRD 2', async () => {
    const invoice = await invoiceOf(CII_2);
    expect(invoice.documentType).toBe('credit_note');
    expect(valuesOf(invoice.fields)).toMatchObject({
      invoice_number: 'F1',
      invoice_date: '2024-01-31',
      vendor_name: 'Hof',
      vendor_tax_id: 'DE1',
      total_amount: '10.55',
    });
    expect(invoice.lineItems.map(valuesOf)).toEqual([
      { description: 'Egg', quantity: '4', unit_price: '2.50', amount: '10.00', tax_rate: '5.5' },
    ]);
  });

  it('maps ZUGFeRD 1 and leaves out its lines of free text', async () => {
    const invoice = await invoiceOf(CII_1);
    expect(valuesOf(invoice.fields)).toMatchObject({
      invoice_number: 'F0',
      purchase_order_number: 'B-9',
      total_amount: '5.00',
    });
    expect(invoice.lineItems.map(valuesOf)).toEqual([{ description: 'Pfand', quantity: '1' }]);
  });

  it('maps an Order-X order to the fields of a purchase order', async () => {
    const order = await invoiceOf(ORDER);
    expect(order.documentType).toBe('purchase_order');
    expect(valuesOf(order.fields)).toMatchObject({ order_number: 'F1', order_date: '2024-01-31', currency: 'EUR' });
    expect(order.fields['invoice_number']).toBeUndefined();
    expect(order.lineItems[0]?.['quantity']?.value).toBe('4');
  });
});

const FATTURA_BODY = `<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD04</TipoDocumento><Divisa>EUR</Divisa>
  <Data>2017-01-09</Data><Numero>9/A</Numero></DatiGeneraliDocumento></DatiGenerali>
  <DatiBeniServizi><DettaglioLinee><Descrizione>Olio</Descrizione><PrezzoTotale>100.00000000</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
  <DatiRiepilogo><ImponibileImporto>60.10</ImponibileImporto><Imposta>13.22</Imposta></DatiRiepilogo>
  <DatiRiepilogo><ImponibileImporto>39.90</ImponibileImporto><Imposta>8.78</Imposta></DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody>`;

const fattura = (bodies: string) => `<p:FatturaElettronica xmlns:p="urn:it"><FatturaElettronicaHeader>
  <CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>02241740360</IdCodice></IdFiscaleIVA>
    <Anagrafica><Nome>Anna</Nome><Cognome>Bianchi</Cognome></Anagrafica></DatiAnagrafici>
    <Sede><Indirizzo>Via Roma</Indirizzo><NumeroCivico>5</NumeroCivico><CAP>41124</CAP><Comune>Modena</Comune><Provincia>MO</Provincia></Sede></CedentePrestatore>
  </FatturaElettronicaHeader>${bodies}</p:FatturaElettronica>`;

describe('FatturaPA', () => {
  it('sums the VAT summary where the file states no totals', async () => {
    const invoice = await invoiceOf(fattura(FATTURA_BODY));
    expect(invoice.documentType).toBe('credit_note');
    expect(valuesOf(invoice.fields)).toEqual({
      invoice_number: '9/A',
      invoice_date: '2017-01-09',
      currency: 'EUR',
      vendor_name: 'Anna Bianchi',
      vendor_address: 'Via Roma 5, 41124 Modena MO',
      vendor_tax_id: 'IT02241740360',
      subtotal_amount: '100.00',
      tax_amount: '22.00',
      total_amount: '122.00',
    });
    expect(invoice.lineItems.map(valuesOf)).toEqual([{ description: 'Olio', amount: '100.00', tax_rate: '22' }]);
  });

  it('tells how many invoices of the file were not read', async () => {
    expect((await invoiceOf(fattura(FATTURA_BODY))).furtherInvoices).toBeUndefined();
    expect((await invoiceOf(fattura(FATTURA_BODY.repeat(3)))).furtherInvoices).toBe(2);
  });
});

describe('an e-invoice in a document', () => {
  it('is found in a PDF by its content, whatever its name', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    await pdf.attach(utf8('just a note'), 'factur-x.xml', { mimeType: 'text/xml' });
    await pdf.attach(utf8(CII_2), 'Anhang 1.bin', { mimeType: 'application/octet-stream' });
    const outcome = await readDocument(await pdf.save(), nodeEngineHost());
    expect(outcome.ok && outcome.document.structured?.fields['invoice_number']?.value).toBe('F1');
  });

  it('is a document without pages when it comes alone', async () => {
    const outcome = await readDocument(utf8(ubl('Invoice')), nodeEngineHost());
    expect(outcome).toMatchObject({
      ok: true,
      document: { method: 'e-invoice', mediaType: 'application/xml', pages: [] },
    });
  });

  it('is refused with its reason otherwise', async () => {
    const codeOf = async (xml: string) => {
      const outcome = await readDocument(utf8(xml), nodeEngineHost());
      return outcome.ok ? 'read' : outcome.error.code;
    };
    expect(await codeOf('<?xml version="1.0"?><rss/>')).toBe('unsupported_media_type');
    expect(await codeOf(ubl('Invoice').slice(0, 900))).toBe('damaged');
    expect(await codeOf('<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x "y">]><Invoice>&x;</Invoice>')).toBe(
      'damaged',
    );
  });
});
