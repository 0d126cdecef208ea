/** Content of a sample document, which a layout program and a locale turn into pages. Money is in whole cents. */
export interface SampleSpec {
  readonly name: string;
  readonly layout: 'classic' | 'letter' | 'boxed' | 'airy' | 'till';
  readonly locale: LocaleName;
  readonly kind: 'invoice' | 'credit_note' | 'receipt';
  readonly currency: 'EUR' | 'USD' | 'GBP' | 'CHF';
  readonly vendor: Party;
  readonly customer?: Party;
  readonly number: string;
  /** ISO 8601. */
  readonly date: string;
  readonly dueDate?: string;
  readonly orderNumber?: string;
  readonly items: readonly SampleItem[];
  /** Printed between the items, each before the item of its index. */
  readonly sections?: Readonly<Record<number, string>>;
  readonly shipping?: number;
  /** Tax already inside the prices, as on a receipt. */
  readonly taxIncluded?: boolean;
  /** An open balance of an earlier document, printed below the total. */
  readonly previousBalance?: number;
  readonly paid?: number;
  /** The machine-readable invoice is attached (Factur-X). */
  readonly hybrid?: boolean;
  /** How glyphs are placed; as whole strings if absent. */
  readonly print?: Print;
  /** A decoy: the printed content is changed so that a check fails. */
  readonly decoy?: Decoy;
}

/** HTML printed to PDF on a server: glyphs are placed one by one, their widths rounded to whole pixels (hinting). */
export interface Print {
  /** Points per pixel: 0.75 at 96 dots per inch. */
  readonly pixel: number;
  /** CSS `letter-spacing`, in points. */
  readonly letterSpacing?: number;
  readonly serif?: boolean;
  /** Factor of the layout's font sizes. */
  readonly scale?: number;
}

export type LocaleName = 'en-US' | 'en-GB' | 'de' | 'fr' | 'es' | 'it' | 'nl' | 'pt';

export interface Party {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly taxId?: string;
  readonly iban?: string;
  readonly phone?: string;
}

export interface SampleItem {
  readonly description: string;
  readonly code?: string;
  /** In thousandths, so that 1.5 hours are exact. */
  readonly quantity: number;
  readonly unit?: string;
  readonly unitPrice: number;
  readonly discountPercent?: number;
  readonly taxPercent: number;
  /** Printed below the description, but not part of it. */
  readonly remark?: string;
}

export type Decoy =
  /** One digit of the printed total is wrong. */
  | { readonly kind: 'total_digit' }
  /** One row's printed amount is not quantity × price. */
  | { readonly kind: 'row_amount'; readonly row: number }
  /** The account number fails its checksum. */
  | { readonly kind: 'iban_digit' }
  /** Day and month of the date are ambiguous. */
  | { readonly kind: 'open_date' };

/** The subset of the drawing API that layouts use. */
export interface Amounts {
  /** Per item, after its discount. */
  readonly rows: readonly number[];
  /** Sum of the rows and shipping, without tax. */
  readonly net: number;
  /** Tax rate in percent → base and tax, in the order of the rates. */
  readonly taxes: readonly { readonly percent: number; readonly base: number; readonly tax: number }[];
  readonly tax: number;
  readonly gross: number;
}

/** The arithmetic of a sample, each row and each rate rounded to the cent. */
export function computeAmounts(spec: SampleSpec): Amounts {
  const rows = spec.items.map((item) =>
    Math.round(((item.quantity * item.unitPrice) / 1000) * (1 - (item.discountPercent ?? 0) / 100)),
  );
  const percents = [...new Set(spec.items.map((item) => item.taxPercent))].sort((a, b) => a - b);
  const sum = rows.reduce((total, row) => total + row, 0) + (spec.shipping ?? 0);
  const taxes = percents.map((percent, index) => {
    const own = rows.reduce((total, row, at) => total + (spec.items[at]?.taxPercent === percent ? row : 0), 0);
    const base = own + (index === percents.length - 1 ? (spec.shipping ?? 0) : 0);
    const tax = spec.taxIncluded ? Math.round(base - base / (1 + percent / 100)) : Math.round((base * percent) / 100);
    return { percent, base: spec.taxIncluded ? base - tax : base, tax };
  });
  const tax = taxes.reduce((total, part) => total + part.tax, 0);
  return spec.taxIncluded
    ? { rows, net: sum - tax, taxes, tax, gross: sum }
    : { rows, net: sum, taxes, tax, gross: sum + tax };
}
