import type { SchemaTemplate } from '#core/domain/schema-template';
import { define } from './define.ts';

/** Receipts with more fields than vendor, date and total. */
export const RECEIPT_TEMPLATES: readonly SchemaTemplate[] = [
  define('receipt', 'receipt', 'fuel-receipt', 'Fuel receipt', 'Fuel receipt|Tankbeleg|Tankquittung|Ticket carburant', [
    ['fuel_type', 'text', 'Product|Fuel|Grade|Kraftstoff|Carburant|Producto'],
    ['volume', 'number', 'Volume|Gallons|Litres|Liters|Quantity|Menge|Liter|Volume L'],
    ['unit_price', 'amount', 'Price/gal|Price per gallon|Price/L|Unit price|Preis/Liter|Literpreis|Prix/L'],
    ['pump_number', 'identifier', 'Pump|Pump no|Pump #|Zapfsäule|Säule|Pompe'],
    ['license_plate', 'identifier', 'Plate|Vehicle|Kennzeichen'],
    ['odometer', 'number', 'Odometer|Mileage|KM-Stand'],
  ]),
  define('receipt', 'receipt', 'parking-receipt', 'Parking receipt', 'Parking receipt|Parking ticket|Parkschein|Parkquittung|Ticket de parking|Recibo de aparcamiento', [
    ['entry_time', 'time', 'Entry|Entry time|Time in|Einfahrt|Entrée|Entrada'],
    ['exit_time', 'time', 'Exit|Exit time|Time out|Ausfahrt|Sortie|Salida'],
    ['duration', 'text', 'Duration|Parking time|Parkdauer|Durée|Duración'],
    ['license_plate', 'identifier', 'Plate|License plate|Vehicle|Kennzeichen|Immatriculation|Matrícula'],
    ['ticket_number', 'identifier', 'Ticket no|Ticket number|Ticket #|Ticketnummer'],
  ]),
  define('receipt', 'receipt', 'ride-receipt', 'Taxi or ride receipt', 'Taxi receipt|Ride receipt|Trip receipt|Taxiquittung|Fahrpreisquittung|Reçu de course|Recibo de taxi', [
    ['driver_name', 'text', 'Driver|Driver name|Fahrer|Chauffeur|Conductor'],
    ['pickup_location', 'text', 'Pickup|Pick-up|From|Start|Von|Départ|Origen'],
    ['dropoff_location', 'text', 'Dropoff|Drop-off|To|Destination|Nach|Ziel|Arrivée|Destino'],
    ['distance', 'number', 'Distance|Miles|Km|Entfernung|Strecke|Distancia'],
    ['fare_amount', 'amount', 'Fare|Base fare|Trip fare|Fahrpreis|Prix de la course|Tarifa'],
    ['tip_amount', 'amount', 'Tip|Gratuity|Trinkgeld|Pourboire|Propina'],
  ]),
  define('receipt', 'receipt', 'travel-ticket', 'Air or rail ticket receipt', 'E-ticket receipt|Electronic ticket receipt|Itinerary receipt|E-ticket|Ticket receipt|Boarding pass|Online-Ticket|Fahrkarte|Billet électronique|Billete electrónico', [
    ['passenger_name', 'text', 'Passenger|Passenger name|Name|Traveler|Reisender|Passagier|Passager|Pasajero'],
    ['ticket_number', 'identifier', 'Ticket number|Ticket no|E-ticket number|Ticketnummer|Auftragsnummer|Numéro de billet'],
    ['booking_reference', 'identifier', 'Booking reference|Booking code|Confirmation code|Record locator|PNR|Buchungscode|Référence de réservation|Localizador'],
    ['flight_number', 'identifier', 'Flight|Flight no|Flight number|Train|Flug|Zug|Vol|Vuelo'],
    ['departure_date', 'date', 'Departure date|Departure|Date|Abflug|Hinfahrt|Départ|Salida'],
    ['departure_location', 'text', 'From|Departing|Von|De|Desde'],
    ['arrival_location', 'text', 'To|Arriving|Nach|À|Hasta'],
    ['fare_amount', 'amount', 'Fare|Base fare|Air fare|Tarif|Tarifa'],
  ]),
  define('receipt', 'receipt', 'donation-receipt', 'Donation receipt', 'Donation receipt|Charitable donation receipt|Official donation receipt|Zuwendungsbestätigung|Spendenbescheinigung|Spendenquittung|Reçu fiscal|Reçu au titre des dons|Recibo de donación|Certificado de donación', [
    ['donor_name', 'text', 'Donor|Donor name|Received from|Name des Zuwendenden|Donateur|Donante'],
    ['donation_amount', 'amount', 'Donation amount|Amount|Gift amount|Amount of donation|Betrag der Zuwendung|Montant du don|Importe'],
    ['donation_date', 'date', 'Date of donation|Donation date|Date received|Tag der Zuwendung|Date du don|Fecha'],
    ['receipt_number', 'identifier', 'Receipt no|Receipt number|Receipt #|N° de reçu'],
    ['charity_number', 'identifier', 'Charity registration no|Registered charity no|EIN|Tax ID|Steuernummer'],
  ]),
  define('receipt', 'receipt', 'rent-receipt', 'Rent receipt', 'Rent receipt|Rental receipt|Mietquittung|Quittance de loyer|Recibo de alquiler|Ricevuta di affitto', [
    ['tenant_name', 'text', 'Received from|Tenant|Mieter|Locataire|Arrendatario|Inquilino'],
    ['landlord_name', 'text', 'Landlord|Received by|Vermieter|Bailleur|Arrendador'],
    ['property_address', 'text', 'Property|Address of property|Premises|Mietobjekt|Adresse de la location|Inmueble'],
    ['rent_amount', 'amount', 'Rent|Amount|Amount received|Miete|Loyer|Renta'],
    ['period_start_date', 'date', 'From|Period from|For the period|Zeitraum von|Période du'],
    ['period_end_date', 'date', 'To|Period to|Bis|Au'],
  ]),
  define('receipt', 'receipt', 'card-slip', 'Card payment slip', 'Merchant copy|Customer copy|Cardholder copy|Cardholder receipt|Kundenbeleg|Händlerbeleg|Ticket client|Ticket commerçant|Copia cliente', [
    ['terminal_id', 'identifier', 'Terminal|Terminal ID|TID|Terminal-ID'],
    ['merchant_id', 'identifier', 'Merchant ID|MID|Merchant no|VU-Nr'],
    ['authorization_code', 'identifier', 'Auth code|Authorization code|Approval code|Auth no|Appr code|Genehmigungs-Nr|N° autorisation'],
    ['card_type', 'text', 'Card type|Card|Application label|Karte|Carte'],
    ['tip_amount', 'amount', 'Tip|Gratuity|Trinkgeld|Pourboire'],
  ]),
];
