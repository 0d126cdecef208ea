import { FORM_1098, FORM_1098_E, FORM_1098_T } from './1098.data.ts';
import { FORM_1099_OID, FORM_1099_Q, FORM_1099_R, FORM_1099_SA } from './1099-distributions.data.ts';
import { FORM_1099_DIV } from './1099-div.data.ts';
import { FORM_1099_INT } from './1099-int.data.ts';
import { FORM_1099_MISC } from './1099-misc.data.ts';
import { FORM_1099_NEC } from './1099-nec.data.ts';
import { FORM_1099_G, FORM_1099_H, FORM_1099_K } from './1099-payments.data.ts';
import { FORM_1099_A, FORM_1099_B, FORM_1099_C, FORM_1099_CAP, FORM_1099_S } from './1099-sales.data.ts';
import type { FormSpec } from './form-spec.ts';
import { FORM_W_2 } from './w-2.data.ts';
import { FORM_W_8BEN } from './w-8ben.data.ts';
import { FORM_W_9 } from './w-9.data.ts';

export type { FieldKind, FieldPlace, FormField, FormSpec } from './form-spec.ts';

/** All supported forms. */
export const TAX_FORMS: readonly FormSpec[] = [
  FORM_W_2,
  FORM_W_9,
  FORM_W_8BEN,
  FORM_1098,
  FORM_1098_E,
  FORM_1098_T,
  FORM_1099_A,
  FORM_1099_B,
  FORM_1099_C,
  FORM_1099_CAP,
  FORM_1099_DIV,
  FORM_1099_G,
  FORM_1099_H,
  FORM_1099_INT,
  FORM_1099_K,
  FORM_1099_MISC,
  FORM_1099_NEC,
  FORM_1099_OID,
  FORM_1099_Q,
  FORM_1099_R,
  FORM_1099_S,
  FORM_1099_SA,
];
