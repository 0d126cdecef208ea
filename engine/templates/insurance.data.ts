import type { SchemaTemplate } from '#core/domain/schema-template';
import { define, type FieldLine, party } from './define.ts';

const POLICY: readonly FieldLine[] = [
  ['policy_number!', 'identifier', 'Policy number|Policy no|Policy #|Versicherungsscheinnummer|Versicherungsnummer|Policennummer|N° de contrat|N° de police|Nº de póliza|Número de póliza|Polizza n.|Polisnummer'],
  ['effective_date', 'date', 'Effective date|Policy effective date|Policy eff|Policy period from|Inception date|Versicherungsbeginn|Beginn|Date d’effet|Fecha de efecto|Ingangsdatum'],
  ['expiry_date', 'date', 'Expiration date|Policy expiration date|Policy exp|Policy period to|Ablauf|Versicherungsablauf|Date d’expiration|Échéance|Fecha de vencimiento'],
];

export const INSURANCE_TEMPLATES: readonly SchemaTemplate[] = [
  define('insurance', 'other', 'insurance-certificate', 'Certificate of insurance', 'Certificate of liability insurance|Certificate of insurance|Evidence of insurance|Evidence of property insurance|Versicherungsbestätigung|Attestation d’assurance|Certificado de seguro|Certificato di assicurazione', [
    ...POLICY,
    ['issue_date', 'date', 'Date|Date (MM/DD/YYYY)|Issue date|Datum'],
    ...party('insured', 'Insured|Named insured|Versicherungsnehmer|Assuré|Asegurado'),
    ...party('producer', 'Producer|Agent|Broker|Vermittler|Courtier'),
    ...party('certificate_holder', 'Certificate holder|Holder'),
    ['insurer_name', 'text', 'Insurer A|Insurer|Insurer A :|Versicherer|Assureur|Aseguradora'],
    ['each_occurrence_amount', 'amount', 'Each occurrence'],
    ['aggregate_amount', 'amount', 'General aggregate|Aggregate'],
  ]),
  define('insurance', 'other', 'insurance-policy', 'Insurance policy declarations', 'Policy declarations|Declarations page|Insurance policy|Declarations|Versicherungsschein|Versicherungspolice|Conditions particulières|Póliza de seguro|Polizza|Polisblad', [
    ...POLICY,
    ['premium_amount', 'amount', 'Total premium|Premium|Annual premium|Total policy premium|Jahresbeitrag|Prämie|Beitrag|Prime|Prime annuelle|Prima total|Premie'],
    ['deductible_amount', 'amount', 'Deductible|Selbstbeteiligung|Selbstbehalt|Franchise|Franquicia|Eigen risico'],
    ['coverage_amount', 'amount', 'Coverage limit|Limit of liability|Sum insured|Coverage amount|Versicherungssumme|Capital assuré|Suma asegurada|Verzekerd bedrag'],
    ...party('insured', 'Named insured|Insured|Policyholder|Policy holder|Versicherungsnehmer|Assuré|Souscripteur|Tomador|Verzekeringnemer'),
    ['insurer_name', 'text', 'Insurer|Company|Underwritten by|Versicherer|Assureur'],
  ]),
  define('insurance', 'other', 'insurance-claim', 'Claim form', 'Claim form|Notice of loss|Property loss notice|Loss notice|First report of injury|Schadenanzeige|Schadenmeldung|Déclaration de sinistre|Parte de siniestro|Denuncia di sinistro|Schadeformulier', [
    ...POLICY.slice(0, 1),
    ['claim_number', 'identifier', 'Claim number|Claim no|Claim #|Schadennummer|N° de sinistre|Nº de siniestro'],
    ['loss_date', 'date', 'Date of loss|Date of accident|Date of injury|Loss date|Schadentag|Schadendatum|Date du sinistre|Fecha del siniestro'],
    ['loss_location', 'text', 'Location of loss|Place of accident|Location|Schadenort|Lieu du sinistre|Lugar'],
    ['loss_description', 'text', 'Description of loss|Description of accident|Description|Schadenhergang|Circonstances'],
    ['estimated_amount', 'amount', 'Estimated loss|Amount of loss|Amount claimed|Schadenhöhe|Montant estimé'],
    ...party('claimant', 'Claimant|Insured|Versicherungsnehmer|Assuré|Asegurado'),
  ]),
  define('insurance', 'other', 'explanation-of-benefits', 'Explanation of benefits', 'Explanation of benefits|Explanation of payment|Leistungsabrechnung|Décompte de prestations|Relevé de remboursements', [
    ['claim_number', 'identifier', 'Claim number|Claim no|Claim ID'],
    ['member_id', 'identifier', 'Member ID|Subscriber ID|Member number|ID number|Versichertennummer'],
    ['group_number', 'identifier', 'Group number|Group no|Group'],
    ['patient_name', 'text', 'Patient|Patient name|Member name|Versicherter|Patient name:'],
    ['provider_name', 'text', 'Provider|Provider name|Leistungserbringer|Praticien'],
    ['service_date', 'date', 'Date of service|Service date|Behandlungsdatum|Date des soins'],
    ['billed_amount', 'amount', 'Amount billed|Total billed|Total charges|Rechnungsbetrag'],
    ['allowed_amount', 'amount', 'Allowed amount|Plan allowance'],
    ['paid_amount', 'amount', 'Plan paid|Amount paid|Paid by plan|Erstattungsbetrag|Montant remboursé'],
    ['patient_responsibility_amount', 'amount', 'You may owe|Your responsibility|Patient responsibility|What you owe|Amount you owe|Eigenanteil'],
  ]),
  define('insurance', 'other', 'health-insurance-card', 'Health insurance card', 'Health insurance card|European health insurance card|Europäische Krankenversicherungskarte|Carte européenne d’assurance maladie', [
    ['member_name', 'text', 'Member name|Member|Subscriber|Name|Subscriber name'],
    ['member_id!', 'identifier', 'Member ID|ID number|Subscriber ID|Identification number|Member number|Identification no'],
    ['group_number', 'identifier', 'Group number|Group no|Group|GRP'],
    ['plan_name', 'text', 'Plan|Plan type|Plan name'],
    ['rx_bin', 'identifier', 'RxBIN|BIN'],
    ['rx_pcn', 'identifier', 'RxPCN|PCN'],
    ['effective_date', 'date', 'Effective date|Effective'],
    ['copay_amount', 'amount', 'Office visit|PCP|Copay|Office visit copay'],
  ]),
  define('insurance', 'other', 'vehicle-insurance-card', 'Motor insurance card', 'Insurance identification card|Automobile insurance identification card|International motor insurance card|Grüne Karte|Carte internationale d’assurance automobile|Proof of insurance', [
    ...POLICY,
    ['vehicle_identification_number', 'identifier', 'Vehicle identification number|VIN|Vehicle ID number|FIN'],
    ['vehicle_make', 'text', 'Make|Make/Model|Year/Make/Model|Vehicle|Marke|Marque'],
    ['insured_name', 'name', 'Insured|Named insured|Name and address of the policyholder|Versicherungsnehmer|Assuré'],
    ['insurer_name', 'text', 'Company|Insurance company|Insurer|NAIC company'],
  ]),
];
