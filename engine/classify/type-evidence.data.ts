import type { DocumentType } from '#core/domain/document-types';

/**
 * Phrases that speak for a document type, folded, separated by `|`, with a weight. A title counts when it stands alone
 * in the upper part of a page, large, bold or in capitals, and little elsewhere; other phrases count wherever they stand.
 */
export const TYPE_EVIDENCE: readonly {
  readonly type: DocumentType;
  readonly weight: number;
  readonly title: boolean;
  readonly phrases: string;
}[] = [
  { type: 'invoice', title: true, weight: 7, phrases: 'invoice|commercial invoice|proforma invoice|sales invoice|rechnung|facture|factura|fattura|factuur|fatura|faktura|faktura vat|lasku|szamla|handelsrechnung|e rechnung|project statement|nota fiscal|fatura recibo|facture acquittee|schlussrechnung|teilrechnung' },
  // Tills in many countries print it over receipts too.
  { type: 'invoice', title: true, weight: 4, phrases: 'tax invoice' },
  { type: 'invoice', title: false, weight: 2, phrases: 'invoice number|invoice no|invoice date|invoice #|rechnungsnummer|rechnungsdatum|rechnungsnr|numero de facture|date de facture|factuurnummer|factuurdatum|numero de factura|fecha de factura|numero fattura|data fattura|fakturanummer|fakturadatum|data wystawienia|faktura nr|belegnummer|fatura no|laskun numero|szamlaszam|facture no|rechnung nr|rechnung #|cislo faktury' },
  { type: 'invoice', title: false, weight: 0.6, phrases: 'bill to|due date|payment terms|subtotal|vat|unit price|amount due|sold to|net total' },
  { type: 'invoice', title: false, weight: 14, phrases: 'selbst ausgestellte rechnung|self billed invoice|self billing invoice|autofacturation|autofactura' },
  { type: 'credit_note', title: true, weight: 11, phrases: 'credit note|credit memo|credit memorandum|credit invoice|avoir|gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung|nota de credito|factura rectificativa|nota di credito|creditnota|creditfactuur|kreditnota|kreditfaktura|faktura korygujaca|facture d avoir|hyvityslasku|opravny danovy doklad|tax credit note' },
  { type: 'credit_note', title: false, weight: 4, phrases: 'credit note number|credit note no|credit note date|credit memo number|credit memo no|gutschriftsnummer|gutschrift nr|numero d avoir|avoir no' },
  { type: 'receipt', title: true, weight: 7, phrases: 'receipt|payment receipt|sales receipt|cash receipt|official receipt|kassenbon|quittung|ticket de caisse|recibo|ricevuta|scontrino|kassabon|paragon|paragon fiskalny|simplified tax invoice|cash bill|customer copy|merchant copy|cash sale|bon de caisse|factura simplificada|documento commerciale' },
  { type: 'receipt', title: false, weight: 1.5, phrases: 'cashier|change due|cash|change|tendered|visa|mastercard|server|guests|goods sold are not returnable|thank you for shopping|register|rounding|cash tendered|check #|auth code|approval code|total tendered|tip|gratuity|gst summary|cash sales|customer s payment|total tendered|visa card|sub total|take away|items sold|wechselgeld|rendu|especes|receipt #|receipt no|thank you please come again|please come again|gst summary|your cashier|terminal|order id|till|bar gegeben|efectivo|contanti|contant|resto|cambio|dine in|take out|qty item|chk' },
  { type: 'purchase_order', title: true, weight: 8, phrases: 'purchase order|order|contract|order confirmation|sales order|bestellung|bestellbestatigung|auftragsbestatigung|bon de commande|orden de compra|ordine di acquisto|inkooporder|ordem de compra|zamowienie|insertion order|broadcast order|confirmation|change order' },
  { type: 'purchase_order', title: false, weight: 1.6, phrases: 'contract agreement between|flight dates|contract dates|contract revision|order rev|original date rev|original date revision|alt order #|product codes|bill plan|purchase order id|ship to address|buyer requisitionner|requisitioned by|vendor id|flight start|order type' },
  { type: 'utility_bill', title: false, weight: 3, phrases: 'electricity bill|gas bill|water bill|utility bill|meter reading|meter number|kwh used|kwh|electric charges|energy charges|stromrechnung|zahlerstand|zahlernummer|facture d electricite|compteur|suministro|consumo electrico|fornitura|contatore|meterstand|electric service|phone bill|numero de ligne|forfaits|abonnements|kilowatt hours|billing days|usage charges|previous reading|present reading|verbrauchsstelle|point de livraison|cups|pod' },
  { type: 'bank_statement', title: false, weight: 3.4, phrases: 'bank statement|statement of account|account statement|checking summary|opening balance|closing balance|beginning balance|ending balance|kontoauszug|releve de compte|releve bancaire|extracto bancario|estratto conto|rekeningoverzicht|extrato bancario|wyciag bankowy|deposits and additions|electronic withdrawals|daily ending balance|account value|checking account|savings account|your portfolio|member fdic|statement period|total deposits|total withdrawals|investment report|beginning account value|ending account value' },
  { type: 'card_statement', title: false, weight: 3.2, phrases: 'credit card statement|card statement|minimum payment due|credit limit|available credit|minimum payment|kreditkartenabrechnung|releve de carte|total credit limit|cash advance|cash advances|payment due date minimum' },
  { type: 'tax_form', title: false, weight: 6, phrases: 'form w 2|w 2 wage and tax statement|wage and tax statement|form w 9|form w 8ben|form 1099|1099 misc|1099 int|1099 div|1099 nec|1099 b|1099 g|1099 r|1099 k|form 1098|mortgage interest statement|department of the treasury|internal revenue service|omb no|request for taxpayer identification number|student loan interest statement|certificate of foreign status' },
  { type: 'id_document', title: false, weight: 4, phrases: 'passport|passeport|reisepass|driver license|driving licence|driver s license|drivers license|identity card|personalausweis|carte nationale d identite|permis de conduire|fuhrerschein|nationality|place of birth|given names' },
  { type: 'contract', title: false, weight: 3, phrases: 'this agreement is made|hereinafter referred to as|in witness whereof|lease agreement|employment agreement|non disclosure agreement|governing law|whereas' },
  { type: 'hearing_transcript', title: false, weight: 4, phrases: 'hearing transcript|committee hearing|transcript of proceedings|the chairman|subcommittee on|proceedings of the' },
];
