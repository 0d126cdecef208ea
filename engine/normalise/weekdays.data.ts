/**
 * Names of the days of the week and their printed abbreviations, folded, from Sunday. Languages: en de fr es it nl pt pl
 * sv da no ms. None of two letters, and none that is a word of another language beside a date (`mar`, `do`, `sab`).
 */
export const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag', 'dimanche', 'dim', 'domingo', 'dom', 'domenica', 'zondag', 'niedziela', 'sondag', 'ahad'],
  ['monday', 'mon', 'montag', 'lundi', 'lun', 'lunes', 'lunedi', 'maandag', 'segunda', 'seg', 'poniedzialek', 'mandag', 'isnin'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'mardi', 'martes', 'martedi', 'dinsdag', 'terca', 'ter', 'wtorek', 'tisdag', 'tirsdag', 'selasa'],
  ['wednesday', 'wed', 'mittwoch', 'mercredi', 'mer', 'miercoles', 'mie', 'mercoledi', 'woensdag', 'quarta', 'qua', 'sroda', 'onsdag', 'rabu'],
  ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'jeudi', 'jeu', 'jueves', 'jue', 'giovedi', 'gio', 'donderdag', 'quinta', 'qui', 'czwartek', 'torsdag', 'khamis'],
  ['friday', 'fri', 'freitag', 'vendredi', 'ven', 'viernes', 'vie', 'venerdi', 'vrijdag', 'sexta', 'sex', 'piatek', 'fredag', 'jumaat'],
  ['saturday', 'sat', 'samstag', 'samedi', 'sabado', 'sabato', 'zaterdag', 'sobota', 'lordag', 'sabtu'],
];
