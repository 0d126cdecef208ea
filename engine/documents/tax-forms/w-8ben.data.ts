import type { FormSpec } from './form-spec.ts';

export const FORM_W_8BEN: FormSpec = {
  id: 'w-8ben',
  titles: ['certificate of foreign status of beneficial owner for united', 'form w 8ben'],
  fields: [
    { name: 'name', kind: 'text', box: '1', caption: 'name of individual who is the beneficial owner' },
    { name: 'citizenship_country', kind: 'text', box: '2', caption: 'country of citizenship' },
    { name: 'permanent_street', kind: 'text', box: '3', caption: 'permanent residence address' },
    { name: 'permanent_city', kind: 'text', occurrence: 1, caption: 'city or town state or province include' },
    { name: 'permanent_country', kind: 'text', occurrence: 1, caption: 'country' },
    { name: 'mailing_street', kind: 'text', box: '4', caption: 'mailing address if different from above' },
    { name: 'mailing_city', kind: 'text', occurrence: 2, caption: 'city or town state or province include' },
    { name: 'mailing_country', kind: 'text', occurrence: 2, caption: 'country' },
    { name: 'us_tin', kind: 'tin', box: '5', caption: 'us taxpayer identification number' },
    { name: 'foreign_tin', kind: 'identifier', box: '6', caption: 'foreign tax identifying number|foreign tax identifying number see' },
    { name: 'reference_number', kind: 'identifier', box: '7', caption: 'reference number s|reference numbers' },
    { name: 'birth_date', kind: 'date', box: '8', caption: 'date of birth' },
    { name: 'treaty_country', kind: 'text', caption: 'i certify that the beneficial owner is a resident of', place: 'between', until: 'within the meaning' },
    { name: 'treaty_article', kind: 'identifier', caption: 'of the treaty identified on line', place: 'before' },
    { name: 'withholding_rate', kind: 'identifier', caption: 'above to claim a', place: 'between', until: '% rate of' },
    { name: 'income_type', kind: 'text', caption: 'explain the additional conditions', place: 'above' },
    { name: 'treaty_conditions', kind: 'text', caption: 'explain the additional conditions' },
    { name: 'signature_date', kind: 'date', caption: 'date mm dd yyyy', place: 'above' },
    { name: 'signer_name', kind: 'text', caption: 'print name of signer', place: 'above' },
    { name: 'signer_capacity', kind: 'text', caption: 'capacity in which acting', place: 'above' },
  ],
  borders: ['part ii', 'part iii', 'claim of tax treaty benefits', 'under penalties of perjury', 'signature of beneficial owner', 'special rates and conditions', 'certification'],
};
