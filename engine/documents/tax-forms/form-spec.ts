/** A printed form: its titles and its boxes. */
export interface FormSpec {
  /** `w-2`, `1099-misc`. */
  readonly id: string;
  /** Folded phrases of which one must stand on the page; the longest of all forms wins. */
  readonly titles: readonly string[];
  readonly fields: readonly FormField[];
  /** The form is of one calendar year, printed large. */
  readonly yearly?: true;
  /** Captions of boxes that are not read but part the ones that are. */
  readonly borders: readonly string[];
}

export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Number printed before the caption. It may be missing in a recognised text. */
  readonly box?: string;
  /** First line of the caption, folded; versions of the form parted by `|`. */
  readonly caption: string;
  /** Words of the caption's further lines, which stand inside the box. */
  readonly more?: string;
  /** Where the value stands; below the caption unless said. */
  readonly place?: FieldPlace;
  /** `between`: the phrase that ends the value. */
  readonly until?: string;
  /** The box has several lines: the first is a name, the others its address. */
  readonly part?: 'first-line' | 'other-lines';
  /** Which of several equal captions it is, from the top, from 1; the first copy of all otherwise. */
  readonly occurrence?: number;
  /** A value in several boxes: they are joined in the order of the table. */
  readonly joined?: true;
  /** Choices beside which a mark may stand, with the value each gives. */
  readonly options?: readonly (readonly [caption: string, value: string])[];
}

export type FieldPlace = 'below' | 'above' | 'right' | 'before' | 'between';

/**
 * `amount`, `date`, `tin` and `identifier` are read by their form; `text` is the first line of the box, `lines` all of
 * it; `letters` is a code of one or two capitals; `mark` is the option beside which a mark stands; `checkbox` is one
 * box that is `selected` or `unselected`.
 */
export type FieldKind = 'amount' | 'date' | 'tin' | 'identifier' | 'text' | 'lines' | 'mark' | 'letters' | 'checkbox';
