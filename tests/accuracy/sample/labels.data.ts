import type { LocaleName } from './spec.ts';

interface Labels {
  readonly invoice: string;
  readonly creditNote: string;
  readonly receipt: string;
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly order: string;
  readonly billTo: string;
  readonly position: string;
  readonly description: string;
  readonly code: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly subtotal: string;
  readonly shipping: string;
  readonly tax: string;
  readonly total: string;
  readonly previous: string;
  readonly due_amount: string;
  readonly paid: string;
  readonly taxId: string;
  readonly account: string;
  readonly carried: string;
  readonly page: string;
}

export const LABELS: Readonly<Record<LocaleName, Labels>> = {
  'en-US': { invoice: 'INVOICE', creditNote: 'CREDIT MEMO', receipt: 'RECEIPT', number: 'Invoice No.', date: 'Invoice Date', due: 'Due Date', order: 'PO Number', billTo: 'Bill To', position: '#', description: 'Description', code: 'SKU', quantity: 'Qty', unitPrice: 'Unit Price', discount: 'Disc. %', taxRate: 'Tax %', amount: 'Amount', subtotal: 'Subtotal', shipping: 'Shipping', tax: 'Sales Tax', total: 'Total', previous: 'Previous balance', due_amount: 'Amount due', paid: 'Paid', taxId: 'Tax ID', account: 'IBAN', carried: 'Carried forward', page: 'Page' },
  'en-GB': { invoice: 'Invoice', creditNote: 'Credit Note', receipt: 'Receipt', number: 'Invoice number', date: 'Invoice date', due: 'Payment due', order: 'Your order', billTo: 'Invoice to', position: 'No.', description: 'Item', code: 'Code', quantity: 'Quantity', unitPrice: 'Price', discount: 'Discount', taxRate: 'VAT', amount: 'Net amount', subtotal: 'Net total', shipping: 'Delivery', tax: 'VAT', total: 'Total due', previous: 'Balance brought forward', due_amount: 'Balance due', paid: 'Paid', taxId: 'VAT No', account: 'IBAN', carried: 'Carried forward', page: 'Page' },
  de: { invoice: 'Rechnung', creditNote: 'Gutschrift', receipt: 'Quittung', number: 'Rechnungsnummer', date: 'Rechnungsdatum', due: 'Zahlbar bis', order: 'Bestellnummer', billTo: 'Rechnung an', position: 'Pos.', description: 'Bezeichnung', code: 'Art.-Nr.', quantity: 'Menge', unitPrice: 'Einzelpreis', discount: 'Rabatt', taxRate: 'MwSt.', amount: 'Gesamt', subtotal: 'Nettobetrag', shipping: 'Versandkosten', tax: 'MwSt.', total: 'Gesamtbetrag', previous: 'Offener Vortrag', due_amount: 'Zu zahlen', paid: 'Bereits bezahlt', taxId: 'USt-IdNr.', account: 'IBAN', carried: 'Übertrag', page: 'Seite' },
  fr: { invoice: 'Facture', creditNote: 'Avoir', receipt: 'Reçu', number: 'Numéro de facture', date: 'Date de facture', due: "Date d'échéance", order: 'Numéro de commande', billTo: 'Facturé à', position: 'N°', description: 'Désignation', code: 'Référence', quantity: 'Qté', unitPrice: 'Prix unitaire HT', discount: 'Remise', taxRate: 'TVA', amount: 'Montant HT', subtotal: 'Total HT', shipping: 'Frais de port', tax: 'TVA', total: 'Total TTC', previous: 'Solde précédent', due_amount: 'Net à payer', paid: 'Acompte versé', taxId: 'N° TVA', account: 'IBAN', carried: 'Report', page: 'Page' },
  es: { invoice: 'Factura', creditNote: 'Factura rectificativa', receipt: 'Recibo', number: 'Número de factura', date: 'Fecha de factura', due: 'Fecha de vencimiento', order: 'Pedido', billTo: 'Facturar a', position: 'N.º', description: 'Concepto', code: 'Referencia', quantity: 'Cantidad', unitPrice: 'Precio unitario', discount: 'Dto.', taxRate: 'IVA', amount: 'Importe', subtotal: 'Base imponible', shipping: 'Gastos de envío', tax: 'IVA', total: 'Total factura', previous: 'Saldo anterior', due_amount: 'Total a pagar', paid: 'Pagado', taxId: 'NIF', account: 'IBAN', carried: 'Suma y sigue', page: 'Página' },
  it: { invoice: 'Fattura', creditNote: 'Nota di credito', receipt: 'Ricevuta', number: 'Numero fattura', date: 'Data fattura', due: 'Scadenza', order: 'Ordine n.', billTo: 'Spett.le', position: 'N.', description: 'Descrizione', code: 'Codice', quantity: 'Quantità', unitPrice: 'Prezzo unitario', discount: 'Sconto', taxRate: 'IVA', amount: 'Importo', subtotal: 'Imponibile', shipping: 'Spese di spedizione', tax: 'IVA', total: 'Totale fattura', previous: 'Saldo precedente', due_amount: 'Totale da pagare', paid: 'Acconto', taxId: 'P. IVA', account: 'IBAN', carried: 'Riporto', page: 'Pagina' },
  nl: { invoice: 'Factuur', creditNote: 'Creditnota', receipt: 'Bon', number: 'Factuurnummer', date: 'Factuurdatum', due: 'Vervaldatum', order: 'Ordernummer', billTo: 'Factuur aan', position: 'Nr.', description: 'Omschrijving', code: 'Artikelcode', quantity: 'Aantal', unitPrice: 'Prijs', discount: 'Korting', taxRate: 'BTW', amount: 'Bedrag', subtotal: 'Totaal excl. btw', shipping: 'Verzendkosten', tax: 'BTW', total: 'Totaal incl. btw', previous: 'Vorig saldo', due_amount: 'Te betalen', paid: 'Betaald', taxId: 'BTW-nr.', account: 'IBAN', carried: 'Transport', page: 'Pagina' },
  pt: { invoice: 'Fatura', creditNote: 'Nota de crédito', receipt: 'Recibo', number: 'Fatura n.º', date: 'Data de emissão', due: 'Data de vencimento', order: 'Encomenda n.º', billTo: 'Cliente', position: 'N.º', description: 'Descrição', code: 'Código', quantity: 'Qtd.', unitPrice: 'Preço unitário', discount: 'Desconto', taxRate: 'IVA', amount: 'Valor', subtotal: 'Subtotal', shipping: 'Portes', tax: 'IVA', total: 'Total', previous: 'Saldo anterior', due_amount: 'Total a pagar', paid: 'Pago', taxId: 'NIF', account: 'IBAN', carried: 'Transporte', page: 'Página' },
};
