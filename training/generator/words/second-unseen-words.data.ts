import type { Language } from '../locales.data.ts';
import type { LabelName } from './label-words.data.ts';

/**
 * A second list of words that the engine's table of labels does not know, mostly in other languages than the first.
 * Written before anything was tuned to unknown words, and measured only at the end: never inspect its failures.
 */
export const SECOND_UNSEEN_WORDS: Readonly<Partial<Record<Language, Readonly<Partial<Record<LabelName, string>>>>>> = {
  en: {
    number: 'Our docket|Charge slip|Serial of this claim|Ledger entry', date: 'Drawn up on|Made out on|Day of writing', due: 'Kindly settle not after|Funds expected on|Final day to pay',
    subtotal: 'Goods and services|Value of items|Worth before levy', total: 'All in|Everything summed|Everything together', amountDue: 'Left for you to pay|Still open|Kindly transfer',
    customerId: 'You are known to us as|Patron code|Buyer key', poNumber: 'Your go ahead|Your requisition|Your mandate', delivery: 'Handed over|Brought to you', paymentRef: 'Write on your transfer|Mention when paying',
  },
  nl: {
    number: 'Boekstuk|Stukkenmerk|Ons volgnummer', date: 'Dagtekening|Opmaakdag|Opgesteld', due: 'Overmaken voor|Laatste betaaldag|Graag op onze rekening voor',
    subtotal: 'Som der posten|Goederenwaarde|Waarde zonder belasting', total: 'Eindsom|Alles bij elkaar|Som met belasting', amountDue: 'Nog over te maken|Nog te storten|Resteert',
    customerId: 'Relatiecode|Uw code bij ons|Afnemerscode', poNumber: 'Uw opdrachtkenmerk|Uw inkoopcode', delivery: 'Bij u bezorgd|Bezorgdag', paymentRef: 'Bij overmaking vermelden|Zet erbij',
  },
  pt: {
    number: 'Registo contabilístico|Guia|Controlo interno', date: 'Lavrada a|Passada a|Dia de lavra', due: 'Liquidar antes de|Último dia para pagar|Aguardamos o pagamento a',
    subtotal: 'Linhas somadas|Mercadoria|Antes de impostos', total: 'Soma final|Tudo somado|Com impostos', amountDue: 'Falta liquidar|Por saldar|A transferir',
    customerId: 'Ficha de comprador|O seu código', poNumber: 'A vossa requisição|Ordem vossa', delivery: 'Posto em casa|Chegada da mercadoria', paymentRef: 'Indique ao transferir|Mencione',
  },
  sv: {
    number: 'Handling|Löpnummer|Vår beteckning', date: 'Upprättad|Nedskriven|Dag för utskick', due: 'Pengarna hos oss|Sista dag för betalning|Likvid senast',
    subtotal: 'Varuvärde|Före skatt|Raderna tillsammans', total: 'Alla rader jämte skatt|Allt som allt|Med skatt', amountDue: 'Kvar att erlägga|Återstår|Överför',
    customerId: 'Ert id hos oss|Köparkod', poNumber: 'Er avropsreferens|Ert uppdrag', delivery: 'Utlämnat|Hos er', paymentRef: 'Skriv på inbetalningen|Märk med',
  },
  da: {
    number: 'Løbenummer|Vort tegn|Posteringsnøgle', date: 'Nedskrevet|Opgjort|Dag for udsendelse', due: 'Sidste dag|Pengene hos os|Afregnes inden',
    subtotal: 'Varernes værdi|Før afgift|Linjerne lagt sammen', total: 'Alle linjer lagt til|Alt under ett|Med afgift', amountDue: 'Rest til os|Mangler|Bedes overført',
    customerId: 'Deres kode|Køberkode', poNumber: 'Deres opgave|Jeres indkøb', delivery: 'Hos Dem|Udleveret', paymentRef: 'Skriv ved overførsel|Anføres',
  },
  nb: {
    number: 'Løpenummer|Vårt tegn|Posteringsnøkkel', date: 'Nedskrevet|Opprettet|Dag for utsendelse', due: 'Siste dag|Pengene hos oss|Gjøres opp innen',
    subtotal: 'Varenes verdi|Før avgift|Linjene samlet', total: 'Alle linjer samlet|Alt under ett|Med avgift', amountDue: 'Rest til oss|Mangler|Bes overført',
    customerId: 'Deres kode|Kjøperkode', poNumber: 'Deres oppdrag|Ditt innkjøp', delivery: 'Hos dere|Utlevert', paymentRef: 'Skriv ved overføring|Påføres',
  },
  fi: {
    number: 'Kirjausnumero|Juokseva tunnus|Merkkimme', date: 'Laadittu|Kirjoitettu|Lähetyspäivä', due: 'Rahat meillä|Viimeistään|Suoritettava ennen',
    subtotal: 'Tavaroiden arvo|Ennen veroa|Rivit yhteensä', total: 'Kaikkineen|Kaikki yhdessä|Veroineen', amountDue: 'Vielä suorittamatta|Saamatta|Pyydämme siirtämään',
    customerId: 'Tunnuksenne meillä|Ostajakoodi', poNumber: 'Toimeksiantonne|Hankintanne', delivery: 'Luovutettu|Perillä', paymentRef: 'Kirjoita viestiin|Mainitse',
  },
  pl: {
    number: 'Pozycja rejestru|Nasz znak|Oznaczenie pisma', date: 'Sporządzono|Spisano|Dzień sporządzenia', due: 'Prosimy uregulować przed|Ostatni dzień wpłaty|Oczekujemy wpłaty',
    subtotal: 'Wartość towaru|Przed podatkiem|Pozycje łącznie policzone', total: 'Wszystko policzone|Wynik końcowy|Z podatkiem', amountDue: 'Zostaje do przelania|Brakuje|Prosimy przelać',
    customerId: 'Sygnatura nabywcy|Państwa kod', poNumber: 'Państwa zlecenie|Wasze polecenie', delivery: 'Przekazano|U Państwa', paymentRef: 'W tytule przelewu|Dopisek',
  },
  cs: {
    number: 'Evidenční znak|Naše značka|Pořadí zápisu', date: 'Sepsáno|Vyhotoveno|Čas sepsání', due: 'Prosíme zaplatit před|Poslední den úhrady|Peníze u nás',
    subtotal: 'Hodnota zboží|Před zdaněním|Součet položek', total: 'Všechno sečteno|Konečný výsledek|Se zdaněním', amountDue: 'K doposlání|Chybí|Prosíme převést',
    customerId: 'Váš kód|Kód odběru', poNumber: 'Váš příkaz|Vaše zadání', delivery: 'Předáno|U vás', paymentRef: 'Napište k platbě|Připište',
  },
}; // prettier-ignore
