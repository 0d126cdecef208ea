import type { FormSpec } from '../tax-forms/form-spec.ts';

const SURNAME =
  'surname nom|surname|last name|family name|primary identifier|identifiant primaire|nom de famille|nom|apellidos|apellido|primer apellido|familienname|nachname|cognome|nazwisko|prijmeni|priezvisko|prezime|priimek|sukunimi|efternavn|efternamn|etternavn|achternaam|numele|csaladi nev|pavarde|uzvards|perekonnanimi|apelidos|apelido|soyadi|mbiemri|ln';
const GIVEN =
  'given names prenoms|given names|given name|first name|first names|secondary identifier|identifiant secondaire|prenoms|prenom|nombres|nombre|vornamen|vorname|imiona|imie|jmeno|meno|etunimet|fornavn|fornamn|voornamen|prenumele|prenume|utonev|vardas|vards|eesnimi|nome proprio|emri|fn';
const NUMBER =
  'uscis #|license number|licence number|license no|licence no|document number|document no|numero de document|passport no|passport number|no de passeport|pass nr|passnummer|card number|card no|identity card no|id no|dl no|lic #|dln|dl|lic|ausweisnummer|numero de documento|num soporte|numero del documento|documentnummer|nr dokumentu|cislo dokladu';
const BIRTH =
  'date of birth|birth date|dob|geburtsdatum|geburtstag|date de naissance|fecha de nacimiento|data di nascita|data de nascimento|geboortedatum|data urodzenia|datum narozeni|datum narodenia|datum rodenja|datum rojstva|fodselsdato|fodselsdag|fodelsedatum|syntymaaika|data nasterii|szuletesi ido|gimimo data|dzimsanas datums|sunniaeg|dogum tarihi';
const ISSUE =
  'date of issue|issue date|date issued|issued|iss|date de delivrance|ausstellungsdatum|ausgestellt am|fecha de expedicion|fecha de emision|data di rilascio|data di emissione|data de emissao|datum van afgifte|datum van verstrekking|data wydania|datum vydani|datum izdavanja|udstedelsesdato|utstedelsesdato|utfardad|resident since|valid from';
const EXPIRY =
  'card expires|date of expiry|expiry date|expiration date|valid until|valid thru|expires|exp|date d expiration|valide jusqu au|gultig bis|fecha de caducidad|fecha de validez|fecha de vencimiento|valido hasta|validez|data di scadenza|scadenza|data de validade|valido ate|geldig tot|termin waznosci|data waznosci|platnost do|datum isteka|vazi do|udlobsdato|utlopsdato|giltigt till|voimassa|son gecerlilik';
const PLACE_OF_BIRTH =
  'country of birth|place of birth|lieu de naissance|geburtsort|lugar de nacimiento|luogo di nascita|geboorteplaats|miejsce urodzenia|misto narozeni';

/**
 * Human-readable part of licences and cards, by the labels they share (ISO/IEC 18013-1, AAMVA card design, ICAO 9303),
 * in the languages that issuing states print besides English. Each value is searched for beside its label, then below
 * it.
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
    { name: 'sex', kind: 'letters', caption: 'sex sexe|sex|sexe|geschlecht|sexo|sesso|plec|pohlavi|kjonn|kon' },
    { name: 'birth_place', kind: 'text', caption: PLACE_OF_BIRTH },
    { name: 'category', kind: 'identifier', caption: 'category' },
  ],
  borders: [
    'nationality',
    'nationalite',
    'staatsangehorigkeit',
    'nacionalidad',
    'signature',
    'authority',
    'height',
    'eyes',
    'hgt',
    'wgt',
    'class',
    'restrictions',
    'donor',
    'personal number',
    'type',
    'country code',
  ],
};

/**
 * Card of the Social Security Administration: a number, the sentence that introduces its holder, and on later issues a
 * date.
 */
export const SOCIAL_SECURITY_CARD: FormSpec = {
  id: 'social-security-card',
  titles: ['this number has been established for'],
  fields: [
    { name: 'document_number', kind: 'tin', caption: 'this number has been established for', place: 'above' },
    { name: 'full_name', kind: 'text', caption: 'this number has been established for' },
    { name: 'issue_date', kind: 'date', caption: 'signature', place: 'right' },
  ],
  borders: [],
};
