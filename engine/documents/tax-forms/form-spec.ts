/** A printed form: its titles and its boxes. */
export interface FormSpec {
  /** `w-2`, `1099-misc`. */
  readonly id: string;
  /** Folded titles, one of which must be on the page; the longest match among all forms wins. */
  readonly titles: readonly string[];
  readonly fields: readonly FormField[];
  /** The form is for one calendar year, printed in large type. */
  readonly yearly?: true;
  /** Captions of boxes that are not read but delimit the others. */
  readonly borders: readonly string[];
}

export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Number printed before the caption. May be missing in recognised text. */
  readonly box?: string;
  /** First line of the caption, folded; versions of the form are separated by `|`. */
  readonly caption: string;
  /** Words of the caption's further lines, inside the box. */
  readonly more?: string;
  /** Position of the value; below the caption by default. */
  readonly place?: FieldPlace;
  /** For `between`: the phrase that ends the value. */
  readonly until?: string;
  /** The box has several lines: the first is a name, the others its address. */
  readonly part?: 'first-line' | 'other-lines';
  /** Which of several equal captions it is, counted from the top, from 1; by default the first copy of all. */
  readonly occurrence?: number;
  /** A value in several boxes, joined in table order. */
  readonly joined?: true;
  /** Options with a check mark beside them, and the value of each. */
  readonly options?: readonly (readonly [caption: string, value: string])[];
}

export type FieldPlace = 'below' | 'above' | 'right' | 'before' | 'between';

/**
 * `amount`, `date`, `tin` and `identifier` are read by their form; `text` is the first line of the box, `lines` all of
 * it; `letters` is a code of one or two capitals; `mark` is the option with a check mark beside it; `checkbox` is one
 * box that is `selected` or `unselected`.
 */
export type FieldKind = 'amount' | 'date' | 'tin' | 'identifier' | 'text' | 'lines' | 'mark' | 'letters' | 'checkbox';
