import { AFRelationship, type PDFDocument } from '@cantoo/pdf-lib';
import type { Amounts, Party, SampleSpec } from './spec.ts';

const plain = (cents: number) => (cents / 100).toFixed(2);
const compact = (iso: string) => iso.replaceAll('-', '');

/** Attaches the invoice as UN/CEFACT Cross Industry Invoice under the name required by Factur-X (Factur-X 1.0, 6.2). */
export async function attachFacturX(document: PDFDocument, spec: SampleSpec, amounts: Amounts): Promise<void> {
  await document.attach(new TextEncoder().encode(invoiceXml(spec, amounts)), 'factur-x.xml', {
    mimeType: 'text/xml',
    description: 'Factur-X invoice',
    afRelationship: AFRelationship.Alternative,
    creationDate: new Date(0),
    modificationDate: new Date(0),
  });
}

function party(element: string, { name, street, city, taxId }: Party): string {
  const [postcode = '', ...place] = city.split(' ');
  const tax =
    taxId === undefined
      ? ''
      : `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${taxId}</ram:ID></ram:SpecifiedTaxRegistration>`;
  return `<ram:${element}><ram:Name>${escapeXml(name)}</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>${postcode}</ram:PostcodeCode><ram:LineOne>${escapeXml(street)}</ram:LineOne><ram:CityName>${escapeXml(place.join(' '))}</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>${tax}</ram:${element}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function tax(percent: number): string {
  return `<ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${percent}</ram:RateApplicablePercent>`;
}

function invoiceXml(spec: SampleSpec, amounts: Amounts): string {
  const lines = spec.items.map(
    (item, index) =>
      `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${index + 1}</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct>${item.code === undefined ? '' : `<ram:SellerAssignedID>${item.code}</ram:SellerAssignedID>`}<ram:Name>${escapeXml(item.description)}</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${plain(item.unitPrice)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${item.quantity / 1000}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax>${tax(item.taxPercent)}</ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${plain(amounts.rows[index] ?? 0)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`,
  );
  const taxes = amounts.taxes.map(
    (part) =>
      `<ram:ApplicableTradeTax><ram:CalculatedAmount>${plain(part.tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${plain(part.base)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${part.percent}</ram:RateApplicablePercent></ram:ApplicableTradeTax>`,
  );
  const due =
    spec.dueDate === undefined
      ? ''
      : `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">${compact(spec.dueDate)}</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>`;
  const account =
    spec.vendor.iban === undefined
      ? ''
      : `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${spec.vendor.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"><rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext><rsm:ExchangedDocument><ram:ID>${spec.number}</ram:ID><ram:TypeCode>${spec.kind === 'credit_note' ? '381' : '380'}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">${compact(spec.date)}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>${lines.join('')}<ram:ApplicableHeaderTradeAgreement>${party('SellerTradeParty', spec.vendor)}${spec.customer === undefined ? '' : party('BuyerTradeParty', spec.customer)}</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>${spec.currency}</ram:InvoiceCurrencyCode>${account}${taxes.join('')}${due}<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${plain(amounts.net - (spec.shipping ?? 0))}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${plain(amounts.net)}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="${spec.currency}">${plain(amounts.tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${plain(amounts.gross)}</ram:GrandTotalAmount><ram:DuePayableAmount>${plain(amounts.gross)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}
