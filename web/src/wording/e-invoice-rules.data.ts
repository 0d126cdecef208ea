/** Descriptions of the business rules of EN 16931-1 (table 20). */
export const E_INVOICE_RULES: Readonly<Record<string, string | undefined>> = {
  'BR-CO-10': 'the line amounts add up to the sum of lines',
  'BR-CO-11': 'the discounts add up to their sum',
  'BR-CO-12': 'the charges add up to their sum',
  'BR-CO-13': 'lines minus discounts plus charges equals the net total',
  'BR-CO-14': 'the tax lines add up to the tax total',
  'BR-CO-15': 'net total plus tax equals the total',
  'BR-CO-16': 'total minus prepayments equals the amount due',
  'BR-CO-17': 'rate × base equals the tax of each tax line',
};
