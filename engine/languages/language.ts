import { PLAIN_FIELDS, type PlainRole } from '#core/domain/field-roles';

/**
 * The words of one language. All are folded with `foldText`: lower case, no accents, no dots, hyphens as spaces. Lists
 * have one phrase per line, so that changes are easy to review.
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** Where two languages share a word, the lower number decides. Unique; in steps of ten, so that one fits between. */
  readonly precedence: number;
  /** What it has no words for yet. The test of this folder fails for a gap that is missing here, and for a closed one. */
  readonly lacks?: readonly string[];
  /** From January: names and printed abbreviations. */
  readonly months?: readonly (readonly string[])[];
  /**
   * From Sunday. No two-letter words, and none that is a word of another language beside a date (`mar`, `do`, `sab`).
   */
  readonly weekdays?: readonly (readonly string[])[];
  /** Short words that are frequent in this language and rare in others; used for language detection. */
  readonly frequentWords?: readonly string[];
  /** Words that may occur between a label and its value. */
  readonly fillers?: readonly string[];
  /** Words that may follow the label of a row: `Tax 15 % on`, `Netto EUR`. Any other word makes the row an item. */
  readonly connectives?: readonly string[];
  /** "With" and "without" before the name of a tax: `Total incl. VAT`, `Summe ohne USt`. */
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  /** Final parts of compounds that are labels by themselves: `Handelsrechnung`, `Sondernachlass`. */
  readonly compoundHeads?: readonly string[];
  /** Word parts related to money. */
  readonly moneyWords?: readonly string[];
  /**
   * Printed labels by role. A leading `~` marks a phrase that is weak alone, because it also occurs in titles or prose.
   */
  readonly labels?: Partial<Readonly<Record<NamedRole, readonly string[]>>>;
  /** Phrases that suggest a document type; their weights are in `engine/classify/type-evidence.data.ts`. */
  readonly typeEvidence?: Partial<Readonly<Record<TypeEvidenceName, readonly string[]>>>;
  /** Column headings of item and transaction tables. */
  readonly headings?: Partial<Readonly<Record<HeadingRole, readonly string[]>>>;
  /** First words of rows that are not items. */
  readonly rowLabels?: Partial<Readonly<Record<RowLabel, readonly string[]>>>;
  /** Legal forms of companies as printed, as patterns: case and dots tell them from words. */
  readonly legalForms?: readonly string[];
  /** Legal forms and trade words that end a name on a receipt, as patterns; upper and lower case are the same. */
  readonly legalFormsAtEnd?: readonly string[];
  /** What leads to the registered name under a trading name: `operated by`. */
  readonly ownedBy?: readonly string[];
  /** Words of streets and buildings. `-weg` is the end of a word (`Feldweg`), `-strasse-` any part of one. */
  readonly streetWords?: readonly string[];
  /** Words of buildings, quarters and regions in addresses without a number. */
  readonly placeWords?: readonly string[];
  /** Countries as the last line of an address. */
  readonly countries?: readonly string[];
  /** Beginnings of lines that name a person (`attn`) or only greet, as patterns. */
  readonly salutations?: readonly string[];
  /** Keys of name and address (`Company: …`), and of numbers, inside the block of a party. */
  readonly nameKeys?: readonly string[];
  readonly numberKeys?: readonly string[];
}

/**
 * Roles of labels; those of `PLAIN_FIELDS` are added. Roles without a field (`page`, `quantity`, ...) keep their values
 * from being assigned to other fields.
 */
const NAMED_ROLES = [
  'invoice_number',
  'invoice_date',
  'date',
  'print_date',
  'due_date',
  'delivery_date',
  'order_date',
  'purchase_order_number',
  'order_number',
  'contract_number',
  'customer_id',
  'account_number',
  'payment_reference',
  'reference',
  'total',
  'amount_due',
  'subtotal',
  'tax',
  'tax_rate',
  'discount',
  'charges',
  'shipping',
  'tip',
  'rounding',
  'amount_paid',
  'tendered',
  'previous_balance',
  'closing_balance',
  'deposits',
  'withdrawals',
  'checks_total',
  'statement_date',
  'gross_amount',
  'net_amount',
  'advertiser',
  'agency',
  'service_period',
  'period',
  'period_start',
  'period_end',
  'payment_terms',
  'vendor',
  'customer',
  'ship_to',
  'vendor_bank_label',
  'tax_id',
  'registration',
  'iban',
  'bic',
  'phone',
  'fax',
  'email',
  'currency',
  'time',
  'service_address',
  'address',
  'page',
  'quantity',
  'unit_price',
  'line_total',
] as const;
export type NamedRole = (typeof NAMED_ROLES)[number] | PlainRole;
export const LABEL_ROLES: readonly NamedRole[] = [...NAMED_ROLES, ...PLAIN_FIELDS.map(({ role }) => role)];

/** `tax_base`, `payment` and `due` mark tables that are not item tables. */
export const HEADING_ROLES = [
  'position',
  'description',
  'product_code',
  'quantity',
  'unit',
  'unit_price',
  'amount',
  'gross_amount',
  'tax_rate',
  'tax_amount',
  'discount',
  'date',
  'balance',
  'withdrawal',
  'deposit',
  'tax_base',
  'payment',
  'other',
] as const;
export type HeadingRole = (typeof HEADING_ROLES)[number];

/**
 * - `carry`: sums carried from page to page.
 * - `subtotal`: may occur between items (sections).
 * - `total`: after the last item.
 * - `charge`: allowances and charges on the document or on the item above.
 *
 * A phrase listed under two kinds belongs to the earlier one.
 */
export const ROW_LABELS = ['carry', 'subtotal', 'total', 'charge'] as const;
export type RowLabel = (typeof ROW_LABELS)[number];

export const TYPE_EVIDENCE_NAMES = [
  'invoice_title',
  'invoice_till_title',
  'invoice_reference',
  'invoice_terms',
  'self_billing',
  'credit_note_title',
  'credit_note_reference',
  'receipt_title',
  'receipt_words',
  'purchase_order_title',
  'purchase_order_words',
  'utility_bill_words',
  'bank_statement_title',
  'bank_statement_words',
  'card_statement_words',
  'tax_form_words',
  'identity_title',
  'identity_other_title',
  'identity_labels',
  'licence_numbers',
  'contract_title',
  'contract_words',
  'hearing_words',
  'trade_paper_title',
  'other_title',
  'other_words',
] as const;
export type TypeEvidenceName = (typeof TYPE_EVIDENCE_NAMES)[number];
