/**
 * What rows that are no items begin with. Folded phrases separated by `|`; a phrase matches at the start of the
 * row's text.
 *
 * - `subtotal`: may stand between items (sections).
 * - `total`: behind the last item.
 * - `carry`: sums carried from page to page.
 * - `charge`: allowances and charges on the document or on the item above.
 */
export const ROW_LABELS = {
  subtotal:
    'subtotal|sub total|sub-total|section total|page total|total of section|lines total|total of lines|total amount of lines|item total|items total|merchandise total|zwischensumme|warenwert|positionssumme|summe positionen|summe der positionen|nettosumme positionen|zwischentotal|sous total|sous-total|total partiel|subtotale|parziale|subtotaal|suma czesciowa|delsumma|delsum|valisumma|mezisoucet|totale parziale|total lignes',
  total:
    'total|totals|grand total|net total|net amount|net|total net|total gross|total before tax|total due|total amount|total excl|total incl|total tax|total vat|total price|total pcs|invoice total|order total|amount due|balance due|balance|sum|gross total|vat|gst|hst|pst|sales tax|tax|service tax|plus vat|tax total|vat total|vat amount|tax amount|taxable|rounding|payment|paid|payments|deposit paid|prepayment|due payable|residual|cash|change|visa|mastercard|amount paid|amount tendered|card|credit card|eftpos|gesamt|gesamtbetrag|gesamtsumme|gesamt netto|gesamt brutto|summe|netto|nettobetrag|netto summe|nettosumme|netto gesamt|brutto|bruttobetrag|bruttosumme|endbetrag|endsumme|rechnungsbetrag|rechnungssumme|rechnungsendbetrag|zahlbetrag|zu zahlen|zu zahlender betrag|offener betrag|mwst|ust|umsatzsteuer|mehrwertsteuer|zzgl mwst|zzgl ust|zzgl umsatzsteuer|zzgl mehrwertsteuer|inkl mwst|enthaltene mwst|steuerbetrag|steuerbasisbetrag|bar|gegeben|ruckgeld|total ht|total ttc|total tva|total hors taxe|total net|net a payer|montant total|montant ht|montant ttc|montant tva|tva|taxes|taxe|solde a payer|solde|reste a payer|acompte|total general|total iva|total factura|total a pagar|importe total|base imponible|iva|cuota iva|totale|totale fattura|totale documento|totale iva|totale da pagare|imponibile|imposta|netto a pagare|totaal|totaalbedrag|totaal excl|totaal incl|te betalen|btw|total a pagar|total da fatura|valor total|razem|suma|do zaplaty|wartosc netto|w tym|vat razem|summa|att betala|moms|sum|a betale|i alt|total i alt|mva|yhteensa|maksettava|alv|celkem|k uhrade|dph|total de plata|tva|osszesen|fizetendo|toplam|genel toplam|ara toplam|kdv|service charge|tip|gratuity|discount total|total discount|total savings|you saved|items sold|number of items|item count|qty total|total qty|total quantity|total items|thank you',
  carry:
    'carried forward|brought forward|balance brought forward|balance forward|carry forward|carry over|ubertrag|uebertrag|vortrag|saldovortrag|report|a reporter|solde reporte|suma y sigue|riporto|transporte|transport|opening balance|closing balance|beginning balance|ending balance|starting balance|alter saldo|neuer saldo|anfangssaldo|endsaldo|saldo inicial|saldo final|ancien solde|nouveau solde|total fees|totals',
  charge:
    'discount|less discount|less|allowance|allowances|charges amount|shipping|shipping & handling|shipping and handling|freight|delivery charge|handling|rabatt|abzgl|abzuglich|zzgl|zuzuglich|abschlag|zuschlag|nachlass|sondernachlass|gesamtbetrag der zuschlage|gesamtbetrag der abschlage|remise|reduction|frais de port|frais de livraison|port et emballage|descuento|gastos de envio|portes|sconto|spese di spedizione|spese di trasporto|korting|verzendkosten|desconto|rabat|koszty wysylki|rabatt|frakt|sleva|doprava|alennus|toimituskulut',
} as const;

export type RowLabel = keyof typeof ROW_LABELS;
