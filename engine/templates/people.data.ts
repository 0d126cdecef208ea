import type { SchemaTemplate } from '#core/domain/schema-template';
import { type ColumnLine, define, type FieldLine } from './define.ts';

const PERSON: readonly FieldLine[] = [
  ['employee_name', 'text', 'Employee name|Employee|Name of employee|Name|Mitarbeiter|Salarié|Nom|Empleado|Dipendente'],
  ['employee_id', 'identifier', 'Employee ID|Employee no|Employee number|ID|Personalnummer|Matricule|Matricola'],
];
const HOURS: readonly ColumnLine[] = [
  ['date', 'date', 'Date|Day|Datum|Tag|Jour|Fecha'],
  ['start_time', 'text', 'Time in|Start|In|Start time|Beginn|Von|Début|Entrada'],
  ['end_time', 'text', 'Time out|End|Out|Finish|Ende|Bis|Fin|Salida'],
  ['description', 'text', 'Project|Task|Description|Tätigkeit|Projekt|Activité|Proyecto'],
  ['quantity', 'number', 'Hours|Total|Regular hours|Total hours|Stunden|Heures|Horas'],
];

/** Employment, school and health care documents. */
export const PEOPLE_TEMPLATES: readonly SchemaTemplate[] = [
  define('people', 'other', 'timesheet', 'Timesheet', 'Timesheet|Time sheet|Time card|Weekly timesheet|Stundenzettel|Stundennachweis|Tätigkeitsnachweis|Feuille de temps|Relevé d’heures|Parte de horas|Hoja de horas|Foglio presenze|Urenstaat|Timeseddel|Tidrapport', [
    ...PERSON,
    ['period_start_date', 'date', 'Week starting|Period start|Week beginning|Zeitraum von|Semaine du'],
    ['period_end_date', 'date', 'Week ending|Period ending|Week end|Zeitraum bis|Semaine finissant le'],
    ['project_name', 'text', 'Project|Client|Projekt|Projet|Proyecto'],
    ['supervisor_name', 'text', 'Supervisor|Manager|Approved by|Vorgesetzter|Responsable'],
    ['hours_total', 'number', 'Total hours|Hours total|Gesamtstunden|Summe Stunden|Total heures|Total horas'],
  ], HOURS),
  define('people', 'other', 'offer-letter', 'Offer letter', 'Offer letter|Offer of employment|Job offer|Employment offer|Stellenangebot|Promesse d’embauche|Oferta de empleo', [
    ['candidate_name', 'text', 'Candidate|Dear|Name'],
    ['job_title', 'text', 'Position|Job title|Title|Poste|Puesto'],
    ['salary_amount', 'amount', 'Base salary|Annual salary|Salary|Compensation|Gehalt|Rémunération'],
    ['start_date', 'date', 'Start date|Commencement date|Eintrittsdatum|Date de début|Fecha de inicio'],
    ['manager_name', 'text', 'Reporting to|Manager|Reports to'],
  ]),
  define('people', 'other', 'employment-verification', 'Employment verification', 'Employment verification|Verification of employment|Employment verification letter|Proof of employment|Arbeitsbescheinigung|Arbeitgeberbescheinigung|Attestation d’emploi|Attestation employeur|Certificado de trabajo', [
    ...PERSON,
    ['employer_name', 'text', 'Employer|Company|Arbeitgeber|Employeur|Empresa'],
    ['job_title', 'text', 'Position|Job title|Title|Tätigkeit|Poste|Puesto'],
    ['start_date', 'date', 'Date of hire|Hire date|Start date|Employed since|Beschäftigt seit|Date d’embauche|Fecha de ingreso'],
    ['salary_amount', 'amount', 'Salary|Annual salary|Current salary|Bruttogehalt|Salaire'],
  ]),
  define('people', 'other', 'form-i-9', 'Form I-9', 'Employment eligibility verification', [
    ['surname', 'text', 'Last name (family name)|Last name'],
    ['given_names', 'text', 'First name (given name)|First name'],
    ['birth_date', 'date', 'Date of birth|Date of birth (mm/dd/yyyy)'],
    ['social_security_number', 'identifier', 'U.S. social security number|Social security number'],
    ['citizen', 'checkbox', 'A citizen of the United States'],
    ['permanent_resident', 'checkbox', 'A lawful permanent resident'],
    ['first_day_of_employment', 'date', "First day of employment|The employee's first day of employment"],
    ['employer_name', 'text', "Employer's business or organization name"],
  ]),
  define('people', 'other', 'resume', 'Curriculum vitae', 'Curriculum vitae|Resume|Résumé|Lebenslauf|Currículum|Europass', [
    ['person_name', 'text', 'Name|Full name|Nom|Nombre'],
    ['email', 'email', 'Email|E-mail|Mail|Correo electrónico'],
    ['phone', 'phone', 'Phone|Telephone|Mobile|Telefon|Téléphone|Teléfono'],
    ['birth_date', 'date', 'Date of birth|Geburtsdatum|Date de naissance|Fecha de nacimiento'],
    ['nationality', 'text', 'Nationality|Staatsangehörigkeit|Nationalité|Nacionalidad'],
  ]),
  define('people', 'other', 'school-transcript', 'School transcript', 'Academic transcript|Official transcript|Transcript of records|Transcript|Notenspiegel|Zeugnis|Relevé de notes|Expediente académico|Certificado de notas', [
    ['student_name', 'text', 'Student|Student name|Name|Étudiant|Alumno|Studierender'],
    ['student_id', 'identifier', 'Student ID|Student number|ID|Matrikelnummer|Numéro étudiant'],
    ['institution_name', 'text', 'Institution|School|University|Hochschule|Établissement'],
    ['program_name', 'text', 'Program|Major|Degree|Course of study|Studiengang|Formation'],
    ['grade_average', 'number', 'GPA|Cumulative GPA|Overall GPA|Durchschnittsnote|Moyenne générale'],
    ['issue_date', 'date', 'Date issued|Issue date|Date|Ausgestellt am'],
  ], [
    ['course_code', 'identifier', 'Course|Course no|Course code|Code|Modulnummer'],
    ['description', 'text', 'Title|Course title|Description|Subject|Modul|Fach|Matière|Asignatura'],
    ['credits', 'number', 'Credits|Credit hours|Hours|ECTS|LP|Crédits|Créditos'],
    ['grade', 'text', 'Grade|Mark|Note|Calificación'],
  ]),
  define('health', 'other', 'medical-bill', 'Medical bill', 'Patient statement|Hospital bill|Medical bill|Billing statement|Arztrechnung|Liquidation|Note d’honoraires médicaux|Feuille de soins', [
    ['patient_name', 'text', 'Patient|Patient name|Name of patient|Patient/in|Nom du patient|Paciente'],
    ['account_number', 'identifier', 'Account number|Account no|Patient account|Guarantor account|Rechnungsnummer'],
    ['service_date', 'date', 'Date of service|Service date|Behandlungsdatum|Date des soins'],
    ['insurance_paid_amount', 'amount', 'Insurance payments|Insurance paid|Insurance payment'],
    ['adjustments_amount', 'amount', 'Adjustments|Insurance adjustments'],
    ['amount_due', 'amount', 'Amount due|Patient balance|Balance due|Please pay this amount|You owe|Zahlbetrag|Montant dû'],
    ['due_date', 'date', 'Due date|Payment due|Zahlbar bis'],
  ], [
    ['date', 'date', 'Date|Date of service|Service date|Datum'],
    ['description', 'text', 'Description|Service|Procedure|Leistung|Acte'],
    ['procedure_code', 'identifier', 'Code|CPT|CPT code|GOÄ|Ziffer'],
    ['amount', 'amount', 'Charges|Amount|Charge|Betrag|Montant'],
  ]),
  define('health', 'other', 'prescription', 'Prescription', 'Prescription|Rezept|Ordonnance|Receta médica|Receta|Ricetta|Recept', [
    ['patient_name', 'text', 'Patient|Patient name|Name|Nom du patient|Paciente'],
    ['birth_date', 'date', 'Date of birth|DOB|Geburtsdatum|Date de naissance|Fecha de nacimiento'],
    ['prescriber_name', 'text', 'Prescriber|Physician|Doctor|Arzt|Médecin|Médico'],
    ['medication', 'text', 'Medication|Drug|Rx|Medikament|Médicament|Medicamento'],
    ['dosage', 'text', 'Dosage|Dose|Sig|Directions|Dosierung|Posologie|Dosis'],
    ['refills', 'number', 'Refills|Refill|Wiederholung'],
    ['prescription_date', 'date', 'Date|Date written|Datum|Fecha'],
  ]),
  define('health', 'other', 'lab-report', 'Laboratory report', 'Laboratory report|Lab report|Laboratory results|Test report|Laborbefund|Befundbericht|Résultats d’analyses|Informe de laboratorio|Referto', [
    ['patient_name', 'text', 'Patient|Patient name|Name|Nom|Paciente'],
    ['patient_id', 'identifier', 'Patient ID|MRN|Medical record no|Patienten-ID|N° patient'],
    ['birth_date', 'date', 'Date of birth|DOB|Geburtsdatum|Date de naissance|Fecha de nacimiento'],
    ['collection_date', 'date', 'Collected|Collection date|Date collected|Abnahmedatum|Prélèvement du|Fecha de toma'],
    ['report_date', 'date', 'Reported|Report date|Date reported|Befunddatum|Date d’édition'],
    ['physician_name', 'text', 'Ordering physician|Physician|Ordered by|Einsender|Prescripteur'],
  ], [
    ['description', 'text', 'Test|Test name|Analyte|Parameter|Analyse|Examen|Prueba'],
    ['result', 'text', 'Result|Results|Value|Ergebnis|Messwert|Résultat|Resultado'],
    ['unit', 'text', 'Unit|Units|Einheit|Unité|Unidad'],
    ['reference_range', 'text', 'Reference range|Reference interval|Ref range|Normal range|Referenzbereich|Normalwert|Valeurs de référence|Valores de referencia'],
  ]),
  define('health', 'other', 'vaccination-record', 'Vaccination record', 'Vaccination record|Immunization record|Vaccination record card|COVID-19 vaccination record card|Certificate of vaccination|Impfausweis|Impfbescheinigung|Carnet de vaccination|Certificat de vaccination|Certificado de vacunación', [
    ['patient_name', 'text', 'Name|Patient|Patient name|Nom|Nombre'],
    ['birth_date', 'date', 'Date of birth|DOB|Geburtsdatum|Date de naissance'],
    ['patient_id', 'identifier', 'Patient number|Medical record|Patient ID'],
  ], [
    ['description', 'text', 'Vaccine|Product name/Manufacturer|Product|Impfstoff|Vaccin|Vacuna'],
    ['batch_number', 'identifier', 'Lot number|Lot no|Batch|Batch no|Chargen-Nr|N° de lot|Lote'],
    ['date', 'date', 'Date|Datum|Fecha'],
    ['provider_name', 'text', 'Healthcare professional or clinic site|Clinic|Provider|Arzt|Médecin'],
  ]),
  define('health', 'other', 'sick-note', 'Medical certificate of incapacity', 'Medical certificate|Sick note|Statement of fitness for work|Arbeitsunfähigkeitsbescheinigung|Avis d’arrêt de travail|Arrêt de travail|Parte de baja|Certificato di malattia', [
    ['patient_name', 'text', 'Patient|Patient name|Name|Name, Vorname des Versicherten|Nom et prénom|Paciente'],
    ['start_date', 'date', 'From|Unfit from|Arbeitsunfähig seit|À compter du|Desde'],
    ['end_date', 'date', 'To|Until|Voraussichtlich arbeitsunfähig bis|Jusqu’au|Hasta'],
    ['issue_date', 'date', 'Date|Issued on|Festgestellt am|Fait le|Fecha'],
    ['physician_name', 'text', 'Physician|Doctor|Arzt|Médecin'],
  ]),
];
