import type { SchemaTemplate } from '#core/domain/schema-template';
import { type ColumnLine, define, type FieldLine, party } from './define.ts';

const CARGO: readonly ColumnLine[] = [
  ['package_count', 'number', 'Packages|No. of packages|Number of packages|Pieces|No. of pieces|Pcs|Handling units|Qty|Quantity|Anzahl|Colis|Bultos'],
  ['description', 'text', 'Description|Description of goods|Nature and quantity of goods|Commodity description|Commodity|Goods|Contents|Bezeichnung|Désignation|Descripción'],
  ['weight', 'number', 'Weight|Gross weight|Gross weight kg|Weight lbs|Gewicht|Poids|Peso'],
  ['volume', 'number', 'Volume|Measurement|CBM|Volumen'],
  ['hs_code', 'identifier', 'HS code|Commodity code|Tariff code|NMFC|NMFC no'],
];
const SHIPPER = party('shipper', 'Shipper|Shipper/Exporter|Shipper / Exporter|Exporter|Consignor|Ship from|Sender|Sender (name, address, country)|Absender|Versender|Expéditeur|Exportateur|Remitente|Exportador|Mittente|Speditore');
const CONSIGNEE = party('consignee', 'Consignee|Ship to|Receiver|Consignee (name, address, country)|Importer|Importer / Consignee|Empfänger|Destinataire|Importateur|Destinatario|Consignatario|Importador');
const NOTIFY = party('notify_party', 'Notify party|Notify|Notify address|Partie à notifier|Notificar a');
const WEIGHTS: readonly FieldLine[] = [
  ['package_count', 'number', 'Total packages|No. of packages|Number of packages|Total no of packages|Total pieces|Anzahl Packstücke|Nombre total de colis'],
  ['gross_weight', 'number', 'Gross weight|Total gross weight|Total weight|Bruttogewicht|Poids brut|Peso bruto|Peso lordo'],
  ['net_weight', 'number', 'Net weight|Total net weight|Nettogewicht|Poids net|Peso neto|Peso netto'],
];
const VOYAGE: readonly FieldLine[] = [
  ['vessel_name', 'text', 'Vessel|Ocean vessel|Vessel name|Vessel / Voyage|Ship name|Schiff|Navire|Buque'],
  ['voyage_number', 'identifier', 'Voyage|Voyage no|Voy. no|Voyage number'],
  ['port_of_loading', 'text', 'Port of loading|Port of lading|Loading port|Verladehafen|Port de chargement|Puerto de carga'],
  ['port_of_discharge', 'text', 'Port of discharge|Discharge port|Port of unloading|Löschhafen|Port de déchargement|Puerto de descarga'],
  ['place_of_delivery', 'text', 'Place of delivery|Final destination|Place of delivery by on-carrier|Lieferort|Lieu de livraison'],
];

/** Shipping documents. */
export const LOGISTICS_TEMPLATES: readonly SchemaTemplate[] = [
  define('logistics', 'other', 'bill-of-lading', 'Bill of lading (ocean)', 'Bill of lading|Ocean bill of lading|Multimodal transport bill of lading|Combined transport bill of lading|Konnossement|Connaissement|Conocimiento de embarque|Polizza di carico|Sea waybill', [
    ['bill_of_lading_number!', 'identifier', 'B/L no|B/L number|Bill of lading no|Bill of lading number|BL no|Waybill no|Document no|Connaissement n°'],
    ['booking_number', 'identifier', 'Booking no|Booking number|Booking ref'],
    ['container_number', 'identifier', 'Container no|Container number|Container no.|Container'],
    ['seal_number', 'identifier', 'Seal no|Seal number|Seal'],
    ...SHIPPER, ...CONSIGNEE, ...NOTIFY, ...VOYAGE, ...WEIGHTS,
    ['freight_terms', 'text', 'Freight terms|Freight payable at|Freight and charges|Freight'],
    ['issue_date', 'date', 'Date of issue|Place and date of issue|Issued on|Date'],
    ['shipped_on_board_date', 'date', 'Shipped on board|Shipped on board date|On board date|Laden on board'],
  ], CARGO),
  define('logistics', 'other', 'straight-bill-of-lading', 'Straight bill of lading (truck)', 'Straight bill of lading|Straight bill of lading - short form|Uniform straight bill of lading|Shipping order', [
    ['bill_of_lading_number', 'identifier', 'Bill of lading number|BOL #|BOL number|B/L number|Shipper no'],
    ['pro_number', 'identifier', 'PRO number|PRO #|PRO no|Carrier no'],
    ['carrier_name', 'text', 'Carrier|Carrier name|Name of carrier'],
    ['trailer_number', 'identifier', 'Trailer number|Trailer no|Trailer'],
    ['scac', 'identifier', 'SCAC|SCAC code'],
    ['cod_amount', 'amount', 'COD amount|C.O.D. amount'],
    ...SHIPPER, ...CONSIGNEE, ...WEIGHTS,
  ], CARGO),
  define('logistics', 'other', 'air-waybill', 'Air waybill', 'Air waybill|House air waybill|Master air waybill|Luftfrachtbrief|Lettre de transport aérien|Carta de porte aéreo', [
    ['air_waybill_number!', 'identifier', 'Air waybill no|Air waybill number|AWB no|AWB number|AWB|MAWB|HAWB|MAWB no|HAWB no'],
    ['departure_airport', 'text', 'Airport of departure|Departure airport|Abflughafen|Aéroport de départ'],
    ['destination_airport', 'text', 'Airport of destination|Destination airport|Bestimmungsflughafen|Aéroport de destination'],
    ['flight_number', 'identifier', 'Flight no|Flight|Requested flight|Flight/Date|Flugnummer'],
    ['flight_date', 'date', 'Flight date|Requested date'],
    ['iata_code', 'identifier', "Agent's IATA code|IATA code"],
    ['declared_value_amount', 'amount', 'Declared value for carriage|Declared value'],
    ...party('agent', "Issuing carrier's agent name and city|Issuing carrier's agent|Agent"),
    ...SHIPPER, ...CONSIGNEE, ...WEIGHTS,
  ], CARGO),
  define('logistics', 'other', 'cmr-consignment-note', 'CMR consignment note (road)', 'International consignment note|CMR|CMR consignment note|Internationaler Frachtbrief|Lettre de voiture internationale|Carta de porte internacional|Frachtbrief|Lettre de voiture|Carta de porte|Lettera di vettura', [
    ['consignment_note_number', 'identifier', 'CMR no|CMR number|Consignment note no|Frachtbrief Nr|Frachtbriefnummer|N° CMR'],
    ['carrier_name', 'name', 'Carrier|Carrier (name, address, country)|Frachtführer|Transporteur|Transportista|Vettore'],
    ['license_plate', 'identifier', 'Vehicle registration|License plate|Truck no|Kennzeichen|Immatriculation|Matrícula'],
    ['place_of_loading', 'text', 'Place of taking over the goods|Place and date of taking over the goods|Place of loading|Ladestelle|Lieu de prise en charge|Lugar de carga'],
    ['place_of_delivery', 'text', 'Place of delivery of the goods|Place designated for delivery|Place of delivery|Entladestelle|Auslieferungsort|Lieu de livraison|Lugar de entrega'],
    ['loading_date', 'date', 'Date of loading|Loading date|Ladedatum|Date de chargement'],
    ...SHIPPER, ...CONSIGNEE, ...WEIGHTS,
  ], CARGO),
  define('logistics', 'other', 'packing-list', 'Packing list', 'Packing list|Packing slip|Pack list|Packliste|Liste de colisage|Lista de empaque|Lista de contenido|Lista imballaggio|Distinta colli', [
    ['packing_list_number', 'identifier', 'Packing list no|Packing list number|Packing slip no|Packing slip number|Packlistennummer|Liste de colisage n°'],
    ['packing_date', 'date', 'Date|Packing date|Ship date|Datum|Fecha'],
    ['order_number', 'identifier', 'Order no|Order number|Order #|Sales order|Auftragsnummer|Commande n°'],
    ['purchase_order_number', 'identifier', 'PO number|PO no|PO #|Purchase order|Customer PO|Bestellnummer'],
    ['invoice_number', 'identifier', 'Invoice no|Invoice number|Rechnungsnummer|Facture n°'],
    ['tracking_number', 'identifier', 'Tracking number|Tracking no|Tracking #|Sendungsnummer|Numéro de suivi'],
    ...SHIPPER, ...CONSIGNEE, ...WEIGHTS,
  ], CARGO),
  define('logistics', 'other', 'delivery-order', 'Delivery order', 'Delivery order|Freight release|Container release|Bon à délivrer|Freistellung', [
    ['delivery_order_number', 'identifier', 'Delivery order no|D/O no|DO number|Release no|Freistellungsnummer'],
    ['container_number', 'identifier', 'Container no|Container number|Container'],
    ['bill_of_lading_number', 'identifier', 'B/L no|B/L number|Bill of lading'],
    ['pickup_location', 'text', 'Pick up location|Pickup at|Terminal|Freight location'],
    ['last_free_date', 'date', 'Last free day|Last free date|Free until'],
    ...CONSIGNEE, ...VOYAGE, ...WEIGHTS,
  ]),
  define('logistics', 'other', 'certificate-of-origin', 'Certificate of origin', 'Certificate of origin|Certificate of origin form A|Movement certificate|Ursprungszeugnis|Certificat d’origine|Certificado de origen|Certificato di origine', [
    ['certificate_number', 'identifier', 'Certificate no|Certificate number|Reference no|Nr|Certificat n°|Certificado nº'],
    ['country_of_origin', 'text', 'Country of origin|Ursprungsland|Pays d’origine|País de origen'],
    ['destination_country', 'text', 'Country of destination|Importing country|Bestimmungsland|Pays de destination'],
    ['invoice_number', 'identifier', 'Invoice no|Number and date of invoices|Invoice number'],
    ['transport', 'text', 'Means of transport and route|Transport details|Means of transport|Angaben über die Beförderung'],
    ['issue_date', 'date', 'Date of issue|Place and date|Date'],
    ...SHIPPER, ...CONSIGNEE, ...WEIGHTS,
  ], CARGO),
  define('logistics', 'other', 'customs-declaration', 'Customs declaration', 'Customs declaration|Single administrative document|Entry summary|Import declaration|Export declaration|Export accompanying document|Zollanmeldung|Ausfuhranmeldung|Ausfuhrbegleitdokument|Einfuhrabgabenbescheid|Déclaration en douane|Declaración de aduana|Bolletta doganale', [
    ['reference_number', 'identifier', 'MRN|Entry no|Entry number|Declaration number|Reference number|Registriernummer|N° de déclaration'],
    ['entry_date', 'date', 'Entry date|Declaration date|Acceptance date|Annahmedatum|Date de déclaration'],
    ['eori_number', 'identifier', 'EORI|EORI no|EORI number|EORI-Nummer'],
    ['customs_office', 'text', 'Customs office|Office of export|Port of entry|Zollstelle|Bureau de douane'],
    ['country_of_origin', 'text', 'Country of origin|Ursprungsland|Pays d’origine'],
    ['duty_amount', 'amount', 'Duty|Total duty|Customs duty|Zoll|Droits de douane'],
    ['customs_value_amount', 'amount', 'Customs value|Total entered value|Statistical value|Zollwert|Valeur en douane'],
    ...SHIPPER, ...CONSIGNEE, ...WEIGHTS,
  ]),
  define('logistics', 'other', 'shipping-instruction', 'Shipping instruction', "Shipping instruction|Shipping instructions|Shipper's letter of instruction|Shippers letter of instruction|Versandauftrag|Speditionsauftrag|Instructions d’expédition", [
    ['booking_number', 'identifier', 'Booking no|Booking number|Booking reference'],
    ['incoterms', 'text', 'Incoterms|Terms of delivery|Lieferbedingung'],
    ['ready_date', 'date', 'Cargo ready date|Ready date|Pickup date|Abholdatum'],
    ...SHIPPER, ...CONSIGNEE, ...NOTIFY, ...VOYAGE, ...WEIGHTS,
  ], CARGO),
  define('logistics', 'other', 'dangerous-goods-declaration', 'Dangerous goods declaration', "Dangerous goods declaration|Shipper's declaration for dangerous goods|Shippers declaration for dangerous goods|Multimodal dangerous goods form|Gefahrgutdeklaration|Déclaration de marchandises dangereuses", [
    ['un_number', 'identifier', 'UN number|UN no|UN or ID no|UN-Nummer'],
    ['proper_shipping_name', 'text', 'Proper shipping name|Technische Benennung'],
    ['hazard_class', 'identifier', 'Class or division|Hazard class|Class|Klasse'],
    ['packing_group', 'identifier', 'Packing group|Verpackungsgruppe'],
    ['emergency_phone', 'phone', 'Emergency contact|Emergency telephone|24hr emergency|Notfallnummer'],
    ['air_waybill_number', 'identifier', 'Air waybill no|Air waybill number'],
    ...SHIPPER, ...CONSIGNEE,
  ]),
  define('logistics', 'other', 'proof-of-delivery', 'Proof of delivery', 'Proof of delivery|Delivery receipt|POD|Ablieferbeleg|Preuve de livraison|Prueba de entrega', [
    ['tracking_number', 'identifier', 'Tracking number|Tracking no|Shipment no|Consignment no|Sendungsnummer|Numéro de suivi'],
    ['delivery_date', 'date', 'Delivered on|Delivery date|Date delivered|Zugestellt am|Livré le|Entregado el'],
    ['delivery_time', 'time', 'Delivered at|Delivery time|Time|Uhrzeit|Heure'],
    ['received_by_name', 'text', 'Received by|Signed by|Signed for by|Empfangen von|Reçu par|Recibido por'],
    ...SHIPPER, ...CONSIGNEE,
  ]),
  define('logistics', 'other', 'inspection-certificate', 'Inspection certificate', 'Inspection certificate|Certificate of inspection|Quality certificate|Certificate of analysis|Mill test certificate|Certificate of conformity|Abnahmeprüfzeugnis|Werkszeugnis|Konformitätsbescheinigung|Certificat d’inspection|Certificat de conformité|Certificado de calidad', [
    ['certificate_number', 'identifier', 'Certificate no|Certificate number|Report no|Zeugnis-Nr|Prüfzeugnis-Nr|Certificat n°'],
    ['batch_number', 'identifier', 'Batch no|Batch number|Lot no|Lot number|Heat no|Charge|Chargen-Nr|N° de lot'],
    ['product_name', 'text', 'Product|Product name|Material|Commodity|Produkt|Werkstoff|Produit'],
    ['inspection_date', 'date', 'Inspection date|Date of inspection|Date of analysis|Prüfdatum|Date d’inspection'],
    ['expiry_date', 'date', 'Expiry date|Retest date|Best before|Verfallsdatum|Date d’expiration'],
    ['order_number', 'identifier', 'Order no|Purchase order|PO no|Bestellnummer|Commande'],
  ], [
    ['description', 'text', 'Test|Parameter|Property|Characteristic|Prüfung|Merkmal|Essai'],
    ['specification', 'text', 'Specification|Limits|Limit|Requirement|Sollwert|Spécification'],
    ['result', 'text', 'Result|Results|Value|Istwert|Ergebnis|Résultat'],
    ['unit', 'text', 'Unit|Units|Einheit|Unité'],
  ]),
];
