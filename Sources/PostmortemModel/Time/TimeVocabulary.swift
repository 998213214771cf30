/// The words of time in English, Spanish, French, German, Portuguese and Japanese: "word:value" lists by
/// role.
///
/// Month and weekday names with their usual abbreviations, and the words that stand around times.
enum TimeVocabulary {
  static let entries: [(TimeWord.Roles, StaticString)] = [
    // Months.
    (
      .month,
      "january:1 jan:1 february:2 feb:2 febr:2 februrary:2 febuary:2 march:3 mar:3 april:4 apr:4 may:5"
    ),
    (.month, "june:6 jun:6 july:7 jul:7 august:8 aug:8 september:9 sept:9 sep:9 october:10 oct:10"),
    (.month, "november:11 nov:11 december:12 dec:12"),
    (.month, "enero:1 febrero:2 marzo:3 abril:4 mayo:5 junio:6 julio:7 agosto:8 septiembre:9 setiembre:9"),
    (.month, "octubre:10 noviembre:11 diciembre:12 ene:1 abr:4"),
    (.month, "janvier:1 février:2 fevrier:2 mars:3 avril:4 mai:5 juin:6 juillet:7 août:8 aout:8 septembre:9"),
    (.month, "octobre:10 novembre:11 décembre:12 decembre:12 janv:1 févr:2 fevr:2 avr:4 juil:7 déc:12"),
    (.month, "januar:1 jänner:1 februar:2 märz:3 maerz:3 juni:6 juli:7 oktober:10 okt:10 dezember:12 dez:12"),
    (
      .month, "janeiro:1 fevereiro:2 março:3 marco:3 maio:5 junho:6 julho:7 setembro:9 outubro:10 dezembro:12"
    ),
    (.month, "fev:2 ago:8 set:9 out:10"),
    (.weakMonth, "march may mars mar ago set out marco"),
    // Weekdays.
    (.weekday, "monday:1 tuesday:2 wednesday:3 thursday:4 friday:5 saturday:6 sunday:7"),
    (.weekday, "mon:1 tue:2 tues:2 wed:3 weds:3 thu:4 thur:4 thurs:4 fri:5 sat:6 sun:7"),
    (.weekday, "lunes:1 martes:2 miércoles:3 miercoles:3 jueves:4 viernes:5 sábado:6 sabado:6 domingo:7"),
    (.weekday, "lundi:1 mardi:2 mercredi:3 jeudi:4 vendredi:5 samedi:6 dimanche:7"),
    (.weekday, "montag:1 dienstag:2 mittwoch:3 donnerstag:4 freitag:5 samstag:6 sonnabend:6 sonntag:7"),
    (.weekday, "segunda:1 terça:2 terca:2 quarta:3 quinta:4 sexta:5"),
    (.weekday, "月曜日:1 火曜日:2 水曜日:3 木曜日:4 金曜日:5 土曜日:6 日曜日:7 月:1 火:2 水:3 木:4 金:5 土:6 日:7"),
    // Clock words and numbers.
    (
      .clock, "noon:720 midday:720 midnight:0 mittag:720 mitternacht:0 mediodía:720 mediodia:720 medianoche:0"
    ),
    (.clock, "midi:720 minuit:0 正午:720"),
    (.number, "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12"),
    (.number, "fifteen:15 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 ninety:90"),
    (
      .number,
      "dos:2 tres:3 cuatro:4 cinco:5 deux:2 trois:3 quatre:4 cinq:5 zwei:2 drei:3 vier:4 fünf:5 duas:2 três:3"
    ),
    (.article, "a:1 an:1 una:1 une:1 un:1 eine:1 einer:1 uma:1 um:1"),
    (.half, "half:1 halbe:1 media:1 demi:1 meia:1"),
    // Units.
    (.unit, "h:3600 hr:3600 hrs:3600 hour:3600 hours:3600 hora:3600 horas:3600 heure:3600 heures:3600"),
    (.unit, "stunde:3600 stunden:3600 std:3600"),
    (.unit, "m:60 min:60 mins:60 minute:60 minutes:60 minuto:60 minutos:60 minuten:60 minuta:60"),
    (
      .unit,
      "s:1 sec:1 secs:1 second:1 seconds:1 segundo:1 segundos:1 seconde:1 secondes:1 sekunde:1 sekunden:1"
    ),
    (.unit, "day:86400 days:86400 día:86400 días:86400 dia:86400 dias:86400 jour:86400 jours:86400"),
    (.unit, "tag:86400 tage:86400 tagen:86400"),
    (.unit, "week:604800 weeks:604800 semana:604800 semanas:604800 semaine:604800 semaines:604800"),
    (.unit, "woche:604800 wochen:604800"),
    // What stands around them.
    (.about, "about around approx approximately approximatively circa ca roughly nearly almost some c"),
    (
      .about,
      "etwa ungefähr rund gegen knapp vers environ hacia aprox aproximadamente cerca casi quase estimated"
    ),
    (.under, "under below within unter binnen maximum max most"),
    (.over, "over least exceeding über mindestens sobre"),
    (.than, "than als de que"),
    (.more, "more longer mehr más mas plus mais greater"),
    (.less, "less fewer weniger menos moins shorter"),
    (.up, "up bis hasta jusqu até jusque most"),
    (.from, "from von vom de desde du del das depuis da since"),
    (.between, "between entre zwischen"),
    (.to, "to until til till thru through bis hasta até jusqu"),
    (.weakTo, "a à al às as ao"),
    (.and, "and y e et und"),
    (
      .filler,
      "at on the of am um los las la le el den der em no na dia around about approximately from date hours"
    ),
    (.clockCue, "at à às las vers um gegen"),
    (.begin, "started starting starts start began beginning begins begin"),
    (.end, "ended ending ends end finished finishing concluded concluding until resolved"),
    (.of, "of de"),
    (
      .lasting,
      "took takes for lasted lasting lasts duration downtime dauer durée duración duração pendant während"
    ),
    (.lasting, "after within in over exactly total ttd ttm ttr mttd mttm mttr"),
  ]
}
