import type { SchemaTemplate } from '#core/domain/schema-template';
import { define, type FieldLine, party } from './define.ts';

const DATES: readonly FieldLine[] = [
  ['agreement_date', 'date', 'Date of agreement|Agreement date|Dated|Date|Vertragsdatum|Date du contrat|Fecha del contrato|Fecha|Data'],
  ['effective_date', 'date', 'Effective date|Commencement date|Start date|Begin|Vertragsbeginn|Beginn|Date d’effet|Fecha de inicio|Data di inizio|Decorrenza|Ingangsdatum'],
  ['end_date', 'date', 'End date|Expiration date|Termination date|Term ends|Ende|Vertragsende|Date de fin|Fecha de fin|Data di fine|Scadenza|Einddatum'],
];

/** Agreements: the labelled heads of contracts. Clauses are text, not fields. */
export const LEGAL_TEMPLATES: readonly SchemaTemplate[] = [
  define('legal', 'contract', 'lease-agreement', 'Lease agreement', 'Lease agreement|Residential lease agreement|Commercial lease agreement|Rental agreement|Tenancy agreement|Mietvertrag|Wohnraummietvertrag|Contrat de location|Bail d’habitation|Contrat de bail|Contrato de arrendamiento|Contratto di locazione|Huurovereenkomst|Contrato de locação', [
    ...party('landlord', 'Landlord|Lessor|Owner|Vermieter|Bailleur|Arrendador|Locatore|Verhuurder'),
    ...party('tenant', 'Tenant|Lessee|Resident|Mieter|Locataire|Preneur|Arrendatario|Conduttore|Huurder'),
    ['property_address', 'text', 'Property|Premises|Property address|Address of premises|Mietobjekt|Mietsache|Adresse du logement|Inmueble|Immobile|Gehuurde'],
    ['rent_amount', 'amount', 'Monthly rent|Rent|Base rent|Rent amount|Kaltmiete|Grundmiete|Miete monatlich|Loyer mensuel|Loyer|Renta mensual|Renta|Canone mensile|Huurprijs'],
    ['deposit_amount', 'amount', 'Security deposit|Deposit|Kaution|Mietsicherheit|Dépôt de garantie|Fianza|Deposito cauzionale|Waarborgsom'],
    ...DATES,
  ]),
  define('legal', 'contract', 'employment-agreement', 'Employment agreement', 'Employment agreement|Employment contract|Contract of employment|Arbeitsvertrag|Anstellungsvertrag|Contrat de travail|Contrato de trabajo|Contratto di lavoro|Arbeidsovereenkomst|Contrato de trabalho', [
    ...party('employer', 'Employer|Company|Arbeitgeber|Employeur|Empresa|Empleador|Datore di lavoro|Werkgever'),
    ...party('employee', 'Employee|Arbeitnehmer|Salarié|Trabajador|Lavoratore|Dipendente|Werknemer'),
    ['job_title', 'text', 'Position|Job title|Title|Tätigkeit|Funktion|Poste|Fonction|Puesto|Mansione|Functie'],
    ['salary_amount', 'amount', 'Salary|Base salary|Annual salary|Gross salary|Gehalt|Bruttogehalt|Vergütung|Salaire brut|Rémunération|Salario|Retribuzione|Salaris'],
    ['weekly_hours', 'number', 'Weekly hours|Hours per week|Working hours|Wochenstunden|Arbeitszeit|Durée hebdomadaire|Jornada'],
    ['probation_period', 'text', 'Probation period|Probationary period|Probezeit|Période d’essai|Periodo de prueba|Periodo di prova'],
    ...DATES,
  ]),
  define('legal', 'contract', 'non-disclosure-agreement', 'Non-disclosure agreement', 'Non-disclosure agreement|Nondisclosure agreement|Mutual non-disclosure agreement|Confidentiality agreement|Geheimhaltungsvereinbarung|Vertraulichkeitsvereinbarung|Accord de confidentialité|Acuerdo de confidencialidad|Accordo di riservatezza|Geheimhoudingsovereenkomst', [
    ...party('disclosing_party', 'Disclosing party|Party A|Offenlegende Partei|Partie divulgatrice'),
    ...party('receiving_party', 'Receiving party|Recipient|Party B|Empfangende Partei|Partie destinataire'),
    ['term', 'text', 'Term|Duration|Laufzeit|Durée|Duración|Durata'],
    ['governing_law', 'text', 'Governing law|Jurisdiction|Anwendbares Recht|Droit applicable|Ley aplicable'],
    ...DATES,
  ]),
  define('legal', 'contract', 'service-agreement', 'Service agreement', 'Service agreement|Services agreement|Master services agreement|Professional services agreement|Consulting agreement|Dienstleistungsvertrag|Dienstvertrag|Werkvertrag|Beratervertrag|Contrat de prestation de services|Contrato de prestación de servicios|Contrato de servicios|Contratto di servizi|Overeenkomst van opdracht', [
    ...party('provider', 'Service provider|Provider|Contractor|Consultant|Supplier|Auftragnehmer|Dienstleister|Prestataire|Prestador|Fornitore|Opdrachtnemer'),
    ...party('client', 'Client|Customer|Auftraggeber|Kunde|Cliente|Opdrachtgever'),
    ['contract_number', 'identifier', 'Contract no|Contract number|Agreement no|Agreement number|Vertragsnummer|N° de contrat|Nº de contrato'],
    ['fee_amount', 'amount', 'Fee|Total fee|Contract value|Compensation|Honorar|Vergütung|Montant|Precio|Corrispettivo'],
    ['governing_law', 'text', 'Governing law|Jurisdiction|Anwendbares Recht|Gerichtsstand|Droit applicable|Ley aplicable'],
    ...DATES,
  ]),
  define('legal', 'contract', 'purchase-agreement', 'Purchase agreement', 'Purchase agreement|Sale agreement|Sales contract|Purchase and sale agreement|Bill of sale|Vehicle bill of sale|Kaufvertrag|Contrat de vente|Acte de cession|Certificat de cession|Contrato de compraventa|Contratto di vendita|Koopovereenkomst', [
    ...party('seller', 'Seller|Vendor|Verkäufer|Vendeur|Vendedor|Venditore|Verkoper'),
    ...party('buyer', 'Buyer|Purchaser|Käufer|Acheteur|Acquéreur|Comprador|Acquirente|Koper'),
    ['price_amount', 'amount', 'Purchase price|Price|Sale price|Selling price|Kaufpreis|Prix de vente|Prix|Precio|Prezzo|Koopprijs|Koopsom'],
    ['deposit_amount', 'amount', 'Deposit|Earnest money|Down payment|Anzahlung|Acompte|Arras|Caparra|Aanbetaling'],
    ['property_description', 'text', 'Property|Description|Item sold|Kaufgegenstand|Objet de la vente|Objeto'],
    ['vehicle_identification_number', 'identifier', 'VIN|Vehicle identification number|FIN|Fahrgestellnummer|N° de série|Bastidor|Telaio'],
    ['odometer', 'number', 'Odometer|Odometer reading|Mileage|Kilometerstand|Kilométrage|Kilómetros'],
    ...DATES,
  ]),
  define('legal', 'contract', 'loan-agreement', 'Loan agreement', 'Loan agreement|Promissory note|Credit agreement|Darlehensvertrag|Kreditvertrag|Schuldschein|Contrat de prêt|Reconnaissance de dette|Contrato de préstamo|Pagaré|Contratto di finanziamento|Leningsovereenkomst', [
    ...party('lender', 'Lender|Creditor|Darlehensgeber|Kreditgeber|Prêteur|Prestamista|Mutuante|Geldgever'),
    ...party('borrower', 'Borrower|Debtor|Maker|Darlehensnehmer|Kreditnehmer|Emprunteur|Prestatario|Mutuatario|Geldnemer'),
    ['principal_amount', 'amount', 'Principal|Principal amount|Loan amount|Darlehensbetrag|Nettodarlehensbetrag|Montant du prêt|Importe|Importo|Hoofdsom'],
    ['interest_rate', 'number', 'Interest rate|Rate of interest|Zinssatz|Sollzinssatz|Taux d’intérêt|Tipo de interés|Tasso|Rente'],
    ['installment_amount', 'amount', 'Monthly payment|Installment|Instalment|Rate|Mensualité|Cuota|Rata|Termijnbedrag'],
    ['maturity_date', 'date', 'Maturity date|Due date|Repayment date|Fälligkeit|Date d’échéance|Fecha de vencimiento|Scadenza'],
    ...DATES,
  ]),
  define('legal', 'contract', 'power-of-attorney', 'Power of attorney', 'Power of attorney|Durable power of attorney|Special power of attorney|Vollmacht|Generalvollmacht|Procuration|Poder notarial|Poder especial|Procura|Volmacht', [
    ...party('principal', 'Principal|Grantor|Vollmachtgeber|Mandant|Poderdante|Mandante|Volmachtgever'),
    ...party('agent', 'Agent|Attorney-in-fact|Attorney in fact|Bevollmächtigter|Mandataire|Apoderado|Mandatario|Gevolmachtigde'),
    ...DATES,
  ]),
  define('legal', 'contract', 'license-agreement', 'Licence agreement', 'License agreement|Licence agreement|Software license agreement|Lizenzvertrag|Contrat de licence|Contrato de licencia|Contratto di licenza', [
    ...party('licensor', 'Licensor|Lizenzgeber|Concédant|Licenciante|Licenziante'),
    ...party('licensee', 'Licensee|Lizenznehmer|Licencié|Licenciatario'),
    ['fee_amount', 'amount', 'License fee|Licence fee|Royalty|Lizenzgebühr|Redevance'],
    ['territory', 'text', 'Territory|Vertragsgebiet|Territoire|Territorio'],
    ...DATES,
  ]),
  define('legal', 'other', 'court-summons', 'Summons or court notice', 'Summons|Summons in a civil action|Notice of hearing|Subpoena|Ladung|Mahnbescheid|Assignation|Citación|Citación judicial|Atto di citazione|Dagvaarding', [
    ['case_number', 'identifier', 'Case no|Case number|Civil action no|Docket no|Aktenzeichen|Geschäftszeichen|N° RG|Numéro de dossier|Procedimiento|R.G. n.'],
    ['court_name', 'text', 'Court|Gericht|Amtsgericht|Tribunal|Juzgado|Tribunale'],
    ['hearing_date', 'date', 'Hearing date|Date of hearing|Court date|Termin|Audience du|Fecha de la vista|Udienza'],
    ['hearing_time', 'time', 'Time|Hearing time|Uhrzeit|Heure|Hora'],
    ...party('plaintiff', 'Plaintiff|Petitioner|Claimant|Kläger|Antragsteller|Demandeur|Demandante|Attore'),
    ...party('defendant', 'Defendant|Respondent|Beklagter|Antragsgegner|Défendeur|Demandado|Convenuto'),
  ]),
];
