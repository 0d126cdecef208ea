/** What rules of EN 16931-1 (table 20, business rules of conditions) ask, for people who do not know their numbers. */
export const E_INVOICE_RULES: Readonly<Record<string, string | undefined>> = {
  'BR-CO-10': 'the lines add up to the sum of lines',
  'BR-CO-11': 'the discounts add up',
  'BR-CO-12': 'the charges add up',
  'BR-CO-13': 'lines, discounts and charges give the net total',
  'BR-CO-14': 'the tax lines add up to the tax',
  'BR-CO-15': 'net total and tax give the total',
  'BR-CO-16': 'total less prepayments gives the amount due',
  'BR-CO-17': 'rate and base give the tax of a tax line',
};
