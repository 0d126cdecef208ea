import type { FormSpec } from '../tax-forms/form-spec.ts';

const SURNAME = 'surname nom|surname|last name|family name|primary identifier|identifiant primaire|nom|ln';
const GIVEN = 'given names prenoms|given names|given name|first name|secondary identifier|identifiant secondaire|prenoms|fn';
const NUMBER =
  'uscis #|license number|licence number|license no|licence no|document no|passport no|passport number|card no|dl no|lic #|dln|dl|lic';
const BIRTH = 'date of birth|birth date|dob|geburtsdatum|date de naissance';
const ISSUE = 'date of issue|issue date|date issued|issued|iss';
const EXPIRY = 'card expires|date of expiry|expiry date|expiration date|valid until|expires|exp';

/**
 * The readable part of licences and cards, by the labels they share (ISO/IEC 18013-1, AAMVA card design, ICAO 9303).
 * Each is looked for beside its label, then below it.
 */
export const IDENTITY_CARD: FormSpec = {
  id: 'identity-card',
  titles: [],
  fields: [
    { name: 'surname', kind: 'text', caption: SURNAME },
    { name: 'given_names', kind: 'text', caption: GIVEN },
    { name: 'document_number', kind: 'identifier', caption: NUMBER },
    { name: 'birth_date', kind: 'date', caption: BIRTH },
    { name: 'issue_date', kind: 'date', caption: ISSUE },
    { name: 'expiry_date', kind: 'date', caption: EXPIRY },
    { name: 'sex', kind: 'letters', caption: 'sex sexe|sex' },
    { name: 'category', kind: 'identifier', caption: 'category' },
  ],
  borders: [
    'country of birth',
    'place of birth',
    'nationality',
    'signature',
    'authority',
    'height',
    'eyes',
    'hgt',
    'wgt',
    'class',
    'restrictions',
    'donor',
  ],
};
