import type { SchemaTemplate } from '#core/domain/schema-template';
import { define, type FieldLine } from './define.ts';

const PARENTS: readonly FieldLine[] = [
  ['mother_name', 'text', "Mother's name|Mother|Name of mother|Mutter|Mère|Madre"],
  ['father_name', 'text', "Father's name|Father|Name of father|Vater|Père|Padre"],
];
const CERTIFICATE: readonly FieldLine[] = [
  ['certificate_number', 'identifier', 'Certificate no|Certificate number|State file number|Registration no|Registernummer|Registriernummer|Acte n°|Nº de acta|Folio'],
  ['issue_date', 'date', 'Date issued|Issue date|Date of issue|Ausgestellt am|Délivré le|Fecha de expedición'],
];
const VEHICLE: readonly FieldLine[] = [
  ['vehicle_identification_number', 'identifier', 'Vehicle identification number|VIN|E|Fahrzeug-Identifizierungsnummer|FIN|N° d’identification|Bastidor|Telaio'],
  ['license_plate', 'identifier', 'License plate|Plate number|Plate no|License no|A|Kennzeichen|Amtliches Kennzeichen|Immatriculation|Matrícula|Targa'],
  ['vehicle_make', 'text', 'Make|D.1|Marke|Marque|Marca'],
  ['vehicle_model', 'text', 'Model|D.3|Handelsbezeichnung|Modèle|Modelo|Modello'],
  ['model_year', 'number', 'Year|Model year|Yr mdl|Baujahr|Année|Año'],
  ['owner_name', 'text', 'Owner|Registered owner|Owner name|Halter|Titulaire|Titular|Intestatario'],
];

/** Documents of public authorities, and payments to them. */
export const PUBLIC_TEMPLATES: readonly SchemaTemplate[] = [
  define('public', 'other', 'birth-certificate', 'Birth certificate', 'Birth certificate|Certificate of birth|Certificate of live birth|Certification of birth|Geburtsurkunde|Acte de naissance|Extrait d’acte de naissance|Acta de nacimiento|Certificado de nacimiento|Certificato di nascita|Geboorteakte', [
    ...CERTIFICATE,
    ['person_name', 'text', "Child's name|Name of child|Name|Full name|Kind|Geburtsname|Prénoms|Nombre"],
    ['birth_date', 'date', 'Date of birth|Birth date|Geburtsdatum|Geburtstag|Date de naissance|Fecha de nacimiento|Data di nascita'],
    ['birth_place', 'text', 'Place of birth|City of birth|Geburtsort|Lieu de naissance|Lugar de nacimiento|Luogo di nascita'],
    ['sex', 'identifier', 'Sex|Geschlecht|Sexe|Sexo|Sesso'],
    ...PARENTS,
  ]),
  define('public', 'other', 'marriage-certificate', 'Marriage certificate', 'Marriage certificate|Certificate of marriage|Eheurkunde|Heiratsurkunde|Acte de mariage|Acta de matrimonio|Certificado de matrimonio|Certificato di matrimonio', [
    ...CERTIFICATE,
    ['spouse_a_name', 'text', 'Groom|Spouse A|Party A|Ehemann|Ehegatte 1|Époux|Contrayente 1|Sposo'],
    ['spouse_b_name', 'text', 'Bride|Spouse B|Party B|Ehefrau|Ehegatte 2|Épouse|Contrayente 2|Sposa'],
    ['marriage_date', 'date', 'Date of marriage|Date of ceremony|Tag der Eheschließung|Eheschließung am|Date du mariage|Fecha del matrimonio|Data del matrimonio'],
    ['marriage_place', 'text', 'Place of marriage|Ort der Eheschließung|Lieu du mariage|Lugar'],
  ]),
  define('public', 'other', 'death-certificate', 'Death certificate', 'Death certificate|Certificate of death|Sterbeurkunde|Acte de décès|Acta de defunción|Certificado de defunción|Certificato di morte', [
    ...CERTIFICATE,
    ['person_name', 'text', "Decedent's legal name|Name of deceased|Decedent|Name|Verstorbener|Nom du défunt|Nombre"],
    ['death_date', 'date', 'Date of death|Todestag|Todesdatum|Date du décès|Fecha de defunción'],
    ['birth_date', 'date', 'Date of birth|Geburtsdatum|Date de naissance|Fecha de nacimiento'],
    ['death_place', 'text', 'Place of death|Sterbeort|Lieu du décès|Lugar'],
    ['death_cause', 'text', 'Cause of death|Immediate cause|Todesursache|Causa'],
  ]),
  define('public', 'other', 'vehicle-registration', 'Vehicle registration', 'Vehicle registration|Registration card|Vehicle registration card|Vehicle registration certificate|Zulassungsbescheinigung Teil I|Fahrzeugschein|Certificat d’immatriculation|Permiso de circulación|Carta di circolazione|Kentekenbewijs', [
    ...VEHICLE,
    ['expiry_date', 'date', 'Expiration date|Expires|Exp date|Registration expires|Date d’échéance'],
    ['first_registration_date', 'date', 'B|First registration|Date of first registration|Erstzulassung|Date de première immatriculation|Fecha de matriculación'],
  ]),
  define('public', 'other', 'vehicle-title', 'Certificate of title (vehicle)', 'Certificate of title|Certificate of title of a vehicle|Vehicle title|Zulassungsbescheinigung Teil II|Fahrzeugbrief', [
    ...VEHICLE,
    ['title_number', 'identifier', 'Title number|Title no|Document number|Control number'],
    ['odometer', 'number', 'Odometer|Odometer reading|Mileage'],
    ['lien_holder_name', 'text', 'Lienholder|First lienholder|Lien holder'],
    ['issue_date', 'date', 'Date issued|Issue date|Title issue date'],
  ]),
  define('public', 'other', 'property-tax-bill', 'Property tax bill', 'Property tax bill|Property tax statement|Real estate tax bill|Tax bill|Grundsteuerbescheid|Grundbesitzabgabenbescheid|Avis de taxes foncières|Taxe foncière|Recibo del IBI', [
    ['parcel_number', 'identifier', 'Parcel number|Parcel ID|APN|Parcel no|Property ID|Steuernummer|Aktenzeichen|Référence cadastrale|Referencia catastral'],
    ['tax_year', 'number', 'Tax year|Fiscal year|Year|Kalenderjahr|Année|Ejercicio'],
    ['property_address', 'text', 'Property address|Property location|Situs|Location|Lage des Grundstücks|Adresse du bien'],
    ['assessed_value_amount', 'amount', 'Assessed value|Total assessed value|Net taxable value|Taxable value|Grundsteuermessbetrag|Valeur locative cadastrale|Valor catastral'],
    ['amount_due', 'amount', 'Total tax due|Amount due|Total due|Total taxes|Jahresbetrag|Montant à payer|Importe'],
    ['due_date', 'date', 'Due date|Due by|Delinquent after|Fällig am|Date limite de paiement'],
    ['owner_name', 'text', 'Owner|Owner name|Eigentümer|Propriétaire|Sujeto pasivo'],
  ]),
  define('public', 'other', 'business-licence', 'Business licence', 'Business license|Business licence|Business tax certificate|Certificate of incorporation|Certificate of registration|Gewerbeanmeldung|Gewerbeschein|Handelsregisterauszug|Extrait Kbis|Extrait K-bis|Licencia de actividad|Visura camerale', [
    ['license_number', 'identifier', 'License number|License no|Licence number|Account no|Certificate no|Company number|Registration number|HRB|RCS|Número de licencia'],
    ['business_name', 'text', 'Business name|Company name|Name of business|DBA|Firma|Dénomination sociale|Razón social|Denominazione'],
    ['business_address', 'text', 'Business address|Business location|Registered office|Anschrift|Siège social|Domicilio social|Sede legale'],
    ['issue_date', 'date', 'Issue date|Date issued|Effective date|Date of incorporation|Datum|Date d’immatriculation'],
    ['expiry_date', 'date', 'Expiration date|Expires|Valid until'],
    ['owner_name', 'text', 'Owner|Owner name|Licensee|Inhaber|Dirigeant|Titular'],
  ]),
  define('public', 'other', 'building-permit', 'Building permit', 'Building permit|Construction permit|Permit application|Baugenehmigung|Bauantrag|Permis de construire|Licencia de obras|Permesso di costruire', [
    ['permit_number', 'identifier', 'Permit number|Permit no|Permit #|Application no|Aktenzeichen|N° de permis|Expediente'],
    ['issue_date', 'date', 'Issue date|Date issued|Issued|Datum'],
    ['expiry_date', 'date', 'Expiration date|Expires'],
    ['property_address', 'text', 'Job address|Site address|Project address|Property address|Baugrundstück|Adresse du terrain'],
    ['work_description', 'text', 'Description of work|Work description|Bauvorhaben|Nature des travaux'],
    ['valuation_amount', 'amount', 'Valuation|Job value|Estimated cost|Project value|Rohbausumme'],
    ['fee_amount', 'amount', 'Permit fee|Total fees|Fee|Gebühr'],
    ['contractor_name', 'text', 'Contractor|General contractor|Entreprise'],
  ]),
  define('public', 'other', 'traffic-fine', 'Traffic or parking fine', 'Parking citation|Traffic citation|Penalty charge notice|Notice of violation|Uniform traffic citation|Bußgeldbescheid|Verwarnung mit Verwarnungsgeld|Avis de contravention|Notificación de denuncia|Verbale di contestazione', [
    ['citation_number', 'identifier', 'Citation number|Citation no|Notice number|PCN number|Ticket number|Aktenzeichen|N° de l’avis|Número de boletín|Verbale n.'],
    ['violation_date', 'date', 'Date of violation|Violation date|Date of contravention|Date|Tattag|Tatzeit|Date de l’infraction|Fecha'],
    ['license_plate', 'identifier', 'License plate|Plate|Vehicle registration|Kennzeichen|Immatriculation|Matrícula|Targa'],
    ['violation', 'text', 'Violation|Offense|Offence|Contravention|Tatvorwurf|Infraction|Infracción'],
    ['amount_due', 'amount', 'Amount due|Fine|Penalty|Total due|Verwarnungsgeld|Geldbuße|Gesamtbetrag|Montant|Importe|Importo'],
    ['due_date', 'date', 'Due date|Pay by|Pay before|Zahlbar bis|À payer avant'],
  ]),
  define('public', 'other', 'residence-certificate', 'Certificate of residence', 'Certificate of residence|Proof of residence|Meldebescheinigung|Meldebestätigung|Wohnsitzbescheinigung|Attestation de résidence|Certificado de empadronamiento|Certificato di residenza', [
    ['person_name', 'text', 'Name|Full name|Familienname|Nom|Nombre|Cognome'],
    ['residence_address', 'text', 'Address|Residing at|Anschrift|Hauptwohnung|Adresse|Domicilio|Indirizzo'],
    ['birth_date', 'date', 'Date of birth|Geburtsdatum|Date de naissance|Fecha de nacimiento|Data di nascita'],
    ['issue_date', 'date', 'Date|Issue date|Datum|Fait le|Fecha'],
  ]),
];
