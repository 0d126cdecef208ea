/** Month names and their printed abbreviations, folded, by month from 1. Languages: en de fr es it nl pt pl sv da no fi cs ro hu tr. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'januari', 'janeiro', 'styczen', 'stycznia', 'sty', 'tammikuu', 'tammikuuta', 'leden', 'ledna', 'ianuarie', 'ian', 'januar', 'ocak', 'oca'],
  ['february', 'feb', 'februar', 'feber', 'fevrier', 'fevr', 'fev', 'febrero', 'febbraio', 'februari', 'fevereiro', 'luty', 'lutego', 'lut', 'helmikuu', 'helmikuuta', 'unor', 'unora', 'februarie', 'subat', 'sub'],
  ['march', 'mar', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'maart', 'mrt', 'marco', 'marzec', 'marca', 'marts', 'maaliskuu', 'maaliskuuta', 'brezen', 'brezna', 'martie', 'marcius', 'mart'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'kwiecien', 'kwietnia', 'kwi', 'huhtikuu', 'huhtikuuta', 'duben', 'dubna', 'aprilie', 'aprilis', 'nisan', 'nis'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'mei', 'maio', 'maj', 'maja', 'toukokuu', 'toukokuuta', 'kveten', 'kvetna', 'majus', 'mayis'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'czerwiec', 'czerwca', 'cze', 'kesakuu', 'kesakuuta', 'cerven', 'cervna', 'iunie', 'iun', 'junius', 'haziran', 'haz'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'lipiec', 'lipca', 'lip', 'heinakuu', 'heinakuuta', 'cervenec', 'cervence', 'iulie', 'iul', 'julius', 'temmuz', 'tem'],
  ['august', 'aug', 'aout', 'agosto', 'ago', 'augustus', 'sierpien', 'sierpnia', 'sie', 'augusti', 'elokuu', 'elokuuta', 'srpen', 'srpna', 'augusztus', 'agustos', 'agu'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'set', 'setembro', 'wrzesien', 'wrzesnia', 'wrz', 'syyskuu', 'syyskuuta', 'zari', 'septembrie', 'szeptember', 'eylul', 'eyl'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'pazdziernik', 'pazdziernika', 'paz', 'lokakuu', 'lokakuuta', 'rijen', 'rijna', 'octombrie', 'ekim', 'eki'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'listopad', 'listopada', 'lis', 'marraskuu', 'marraskuuta', 'noiembrie', 'noi', 'kasim', 'kas'],
  ['december', 'dec', 'dezember', 'dez', 'decembre', 'diciembre', 'dic', 'dicembre', 'dezembro', 'grudzien', 'grudnia', 'gru', 'joulukuu', 'joulukuuta', 'prosinec', 'prosince', 'decembrie', 'aralik', 'ara', 'desember', 'des'],
];
