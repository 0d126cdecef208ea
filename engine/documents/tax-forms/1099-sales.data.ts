import type { FormSpec } from './form-spec.ts';
import { box, PAYER_AND_RECIPIENT, partyFields, RETURN_BORDERS } from './information-return.ts';

/** Sales and exchanges: brokers, acquired or abandoned property, corporate changes, cancelled debt. */
export const FORM_1099_B: FormSpec = {
  id: '1099-b',
  yearly: true,
  titles: ['form 1099 b', '1099 b', 'form 1099b', 'proceeds from broker and', 'omb no 1545 0715'],
  fields: [
    ...partyFields(PAYER_AND_RECIPIENT),
    box('1a', 'box1a_description', 'description of property', 'text', 'example 100 sh xyz co'),
    box('1b', 'box1b_date_acquired', 'date acquired', 'date'),
    box('1c', 'box1c_date_sold', 'date sold or disposed', 'date'),
    box('1d', 'box1d_proceeds', 'proceeds'),
    box('1e', 'box1e_cost_basis', 'cost or other basis'),
    box('1f', 'box1f_accrued_market_discount', 'accrued market discount'),
    box('1g', 'box1g_wash_sale_loss', 'wash sale loss disallowed'),
    box('4', 'box4_federal_tax_withheld', 'federal income tax withheld'),
    box('8', 'box8_profit_realized', 'profit or loss realized in', 'amount', 'on closed contracts'),
    box('9', 'box9_unrealized_profit', 'unrealized profit or loss on', 'amount', 'open contracts'),
    box('11', 'box11_aggregate_profit', 'aggregate profit or loss', 'amount', 'on contracts'),
  ],
  borders: [
    ...RETURN_BORDERS,
    'applicable checkbox on form',
    'short term gain or loss',
    'if checked proceeds from',
    'if checked noncovered',
    'reported to irs',
    'if checked loss is not allowed',
    'unrealized profit or loss on',
    'cusip number',
    'state name',
    'if checked basis reported',
    'bartering',
  ],
};

export const FORM_1099_A: FormSpec = {
  id: '1099-a',
  yearly: true,
  titles: ['form 1099 a', 'acquisition or abandonment of secured', 'omb no 1545 0877'],
  fields: [
    ...partyFields({ payer: 'lenders|payers', recipient: 'borrowers|recipients' }),
    box('1', 'box1_acquisition_date', 'date of lenders acquisition or|date of lenders acquisition', 'date', 'knowledge of abandonment'),
    box('2', 'box2_principal_outstanding', 'balance of principal', 'amount', 'outstanding'),
    box('4', 'box4_fair_market_value', 'fair market value of property|fair market value'),
  ],
  borders: [...RETURN_BORDERS, 'check if the borrower was', 'if checked the borrower was', 'description of property'],
};

export const FORM_1099_C: FormSpec = {
  id: '1099-c',
  yearly: true,
  titles: ['form 1099 c', 'cancellation of debt', 'omb no 1545 1424'],
  fields: [
    ...partyFields({ payer: 'creditors|payers', recipient: 'debtors|recipients' }),
    box('1', 'box1_identifiable_event_date', 'date of identifiable event', 'date'),
    box('2', 'box2_debt_discharged', 'amount of debt discharged'),
    box('3', 'box3_interest_included', 'interest if included in box 2|interest if included', 'amount', '2'),
    box('6', 'box6_event_code', 'identifiable event code', 'identifier'),
    box('7', 'box7_fair_market_value', 'fair market value of property|fair market value'),
  ],
  borders: [...RETURN_BORDERS, 'debt description', 'check here if the debtor was', 'if checked the debtor was'],
};

export const FORM_1099_CAP: FormSpec = {
  id: '1099-cap',
  yearly: true,
  titles: ['form 1099 cap', 'changes in corporate control', 'omb no 1545 1814'],
  fields: [
    ...partyFields({ payer: 'corporations|payers', recipient: 'shareholders|recipients' }),
    box('1', 'box1_sale_date', 'date of sale or exchange', 'date'),
    box('2', 'box2_aggregate_amount', 'aggregate amount recd|aggregate amount received|aggregate amount'),
    box('3', 'box3_number_of_shares', 'number of shares exchanged|no of shares exchanged|number of shares', 'amount'),
    box('4', 'box4_classes_exchanged', 'classes of stock exchanged|classes of stock', 'identifier'),
  ],
  borders: RETURN_BORDERS,
};

export const FORM_1099_S: FormSpec = {
  id: '1099-s',
  yearly: true,
  titles: ['form 1099 s', '1099 s', 'proceeds from real estate', 'omb no 1545 0997'],
  fields: [
    ...partyFields({ payer: 'filers', recipient: 'transferors' }),
    box('1', 'box1_closing_date', 'date of closing', 'date'),
    box('2', 'box2_gross_proceeds', 'gross proceeds'),
    box('3', 'box3_property', 'address including city state and zip|address or legal description', 'lines', 'code or legal description'),
    box('4', 'box4_property_or_services', 'transferor received or will|check here if the transferor', 'checkbox'),
    box('6', 'box6_buyers_real_estate_tax', 'buyers part of real estate tax|buyers part of real'),
  ],
  borders: [...RETURN_BORDERS, 'if checked transferor is a', 'check here if the transferor is a'],
};
