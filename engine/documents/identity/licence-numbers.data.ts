/**
 * Field numbers of a driving licence: Directive 2006/126/EC, annex I (as ISO/IEC 18013-1), and the AAMVA DL/ID card
 * design standard, annex B. They agree up to 4b and differ from there on.
 */
export const LICENCE_FIELDS: Readonly<Record<'both' | 'europe' | 'america', Readonly<Record<string, string>>>> = {
  both: { '1': 'surname', '2': 'given_names', '3': 'birth_date', '4a': 'issue_date', '4b': 'expiry_date', '8': 'address' },
  europe: { '4c': 'issuing_authority', '5': 'document_number', '9': 'category' },
  america: { '4d': 'document_number', '15': 'sex' },
};

/** Words that North American licences print between a number and its value, with their field. */
export const LICENCE_WORDS =
  'dln document_number|dl# document_number|dl document_number|lic# document_number|lic document_number|iss issue_date|exp expiry_date|dob birth_date|sex sex|ln surname|fn given_names|no|id|address|addr|add';
