/**
 * Numbers before the data of a driving licence: Directive 2006/126/EC, annex I (as ISO/IEC 18013-1), and the AAMVA DL/ID
 * card design standard, annex B. They agree up to 4b; from there on each has its own.
 */
export const LICENCE_FIELDS: Readonly<Record<'both' | 'europe' | 'america', Readonly<Record<string, string>>>> = {
  both: { '1': 'surname', '2': 'given_names', '3': 'birth_date', '4a': 'issue_date', '4b': 'expiry_date', '8': 'address' },
  europe: { '4c': 'issuing_authority', '5': 'document_number', '9': 'category' },
  america: { '4d': 'document_number', '15': 'sex' },
};

/** Words that North American licences print between a number and its value, with the field that one names. */
export const LICENCE_WORDS =
  'dln document_number|dl# document_number|dl document_number|lic# document_number|lic document_number|iss issue_date|exp expiry_date|dob birth_date|sex sex|ln surname|fn given_names|no|id|address|addr|add';

/** States of the United States, the District of Columbia and territories that issue licences, with their postal codes. */
export const US_STATES =
  'alabama AL|alaska AK|arizona AZ|arkansas AR|california CA|colorado CO|connecticut CT|delaware DE|district of columbia DC|florida FL|georgia GA|hawaii HI|idaho ID|illinois IL|indiana IN|iowa IA|kansas KS|kentucky KY|louisiana LA|maine ME|maryland MD|massachusetts MA|michigan MI|minnesota MN|mississippi MS|missouri MO|montana MT|nebraska NE|nevada NV|new hampshire NH|new jersey NJ|new mexico NM|new york NY|north carolina NC|north dakota ND|ohio OH|oklahoma OK|oregon OR|pennsylvania PA|puerto rico PR|rhode island RI|south carolina SC|south dakota SD|tennessee TN|texas TX|utah UT|vermont VT|virginia VA|washington WA|west virginia WV|wisconsin WI|wyoming WY';
