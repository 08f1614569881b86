/** Written by hand in eight languages besides English; what they mean is a need that others have in English too. */
export const LANGUAGES = String.raw`
@sync-duplicates
zd de: Rechnungen doppelt in LedgerLeaf || Seit dem letzten Update kommt jede Rechnung zweimal an, gleiche Nummer, gleicher Betrag. Mein Steuerberater fragt, ob wir den Umsatz verdoppelt haben. Schön wär's.
ic de: hallo, die buchungen sind schon wieder doppelt. kann man das bitte abstellen bis es geht?
zd nl: Dubbele facturen in de boekhouding || Elke factuur staat er twee keer in. Ik heb er gisteren veertien met de hand verwijderd en vanmorgen stonden er weer zes.
zd fr: Factures en double dans LedgerLeaf || Depuis trois semaines chaque facture part deux fois. Ma comptable a cru que j'avais enfin trouvé beaucoup de clients.
ic es: me salen todas las facturas duplicadas en contabilidad, otra vez
nps pl 3: Faktury podwójnie w księgowości, co miesiąc to samo.
@e-invoice
zd 2025-09-30 de: E-Rechnung ab Januar || Wann kann Dispatch XRechnung mit Leitweg-ID? Die Stadt nimmt ab Januar kein PDF mehr. Ohne das müssen wir wechseln, so leid es mir tut.
jsm de: Empfang von E-Rechnungen || Seit diesem Jahr müssen wir elektronische Rechnungen empfangen und prüfen können. Wir bitten um einen verbindlichen Termin.
nps de 4: E-Rechnung immer noch "Beta". Der Gesetzgeber wartet nicht auf Ihre Beta.
zd fr: Facturation électronique || Bonjour, mes clients publics exigent une facture structurée. Le PDF est refusé. Avez-vous une date, même approximative ?
exit fr: Pas de facturation électronique pour la France, notre comptable a choisi pour nous.
zd es: Facturae para el ayuntamiento || El ayuntamiento solo acepta Facturae y la subo a mano una por una. Son unas cuarenta al mes. ¿Lo tienen previsto?
ic it: la fattura elettronica la fate o no? io senza SDI non posso fatturare a nessuno
zd it: Fattura elettronica || Buongiorno, in Italia la fattura elettronica è obbligatoria da anni. Uso il vostro programma solo per l'agenda e poi riscrivo tutto altrove. Peccato.
zd 2025-12-09 pl: KSeF || Dzień dobry, od lutego faktury muszą iść przez KSeF. Czy Dispatch to obsłuży? Proszę o konkretną odpowiedź, bo księgowa pyta codziennie.
zd pt: Fatura com QR e ATCUD || Bom dia, sem o código ATCUD a fatura não é válida em Portugal. Faço tudo duas vezes: no vosso programa e no portal.
ic nl: kunnen jullie facturen via peppol sturen? de gemeente vraagt het
@new-board
zd 2025-11-05 de: Neue Plantafel || Bitte, bitte die alte Tafel zurück. Ich sehe nur noch sechs von vierzehn Monteuren und muss den ganzen Tag scrollen.
ic 2025-11-06 de: wo sind die farben hin???
zd 2025-11-11 nl: Nieuw planbord is traag || Het verslepen van een klus duurt drie seconden. Met zestig klussen per dag reken het maar uit.
nps 2025-11-13 fr 2: Le nouveau planning est joli et lent. Je préférais moche et rapide.
zd 2025-11-19 es: El tablero nuevo no se puede usar || Antes veía a todo el equipo en una pantalla. Ahora tengo que ir bajando y se me pierden los avisos sin asignar.
zd 2025-12-04 pl: Nowa tablica || Po przeciągnięciu zlecenie samo skacze na innego montera. Wczoraj wysłałam człowieka do złego miasta.
ic 2025-12-17 it: il nuovo calendario è lentissimo, si può tornare indietro?
zd 2026-01-15 ja: 新しいスケジュールボードについて || 新しい画面では一度に6人しか表示されません。以前は14人全員が見えました。元に戻す方法はありますか。
@offline-photos
app 2025-03-17 de 1: Im Keller 30 Fotos gemacht, oben waren es noch 11. Für einen Gutachter ist das der Super-GAU.
app 2025-04-09 fr 1: Sans réseau les photos disparaissent. J'ai dû retourner chez le client, 80 km pour trois photos.
app 2025-05-14 es 2: En el sótano no hay cobertura y se pierden las fotos. Llevo tres veces este mes.
app 2025-06-03 pt 1: Perdi as fotografias todas da inspeção porque não havia rede. Inaceitável.
app 2025-06-18 pl 1: Bez zasięgu gubi zdjęcia. W kotłowni nigdy nie ma zasięgu.
app 2025-05-30 ja 2: 電波のない場所で撮った写真が消えます。地下の点検では使えません。
app 2025-04-25 nl 2: Foto's weg zonder bereik. En in een kruipruimte is er nooit bereik.
app 2025-06-21 it 1: Foto sparite senza rete. Ho rifatto il sopralluogo gratis.
@battery-gps
app de 2: Akku mittags leer. Früher hielt das Handy zwei Tage, jetzt keinen halben.
app fr 2: vide la batterie à midi, je dois garder le téléphone branché dans le camion
app ja 2: 位置情報のせいで電池が昼までもちません。
app es 1: se come la bateria, a las 2 ya no tengo movil
app pl 2: Bateria pada do południa przez ten GPS
app pt 2: gasta a bateria toda com o GPS ligado mesmo quando estou em casa
@deposits
zd de: Anzahlungsrechnung || Wir brauchen Anzahlungs- und Schlussrechnung mit Abzug der Anzahlung samt Umsatzsteuer. Das schreibe ich zurzeit in Word.
zd fr: Acompte à la commande || Je demande toujours 30 % à la signature. Comment faire une facture d'acompte et déduire ensuite ? Je ne trouve pas.
ic es: se puede pedir una señal del 40% al aceptar el presupuesto?
ic pt: dá para pedir sinal antes de começar a obra? fico sempre a arder com o material
nps nl 6: Aanbetaling vragen kan niet, dat doe ik nu via de bank en een geel briefje.
zd ja: 前金の請求 || 工事の前に30%の前金をいただきたいのですが、請求書を分けることができません。
@stock
zd de: Lager im Fahrzeug || Ich will wissen, welches Teil in welchem Bus liegt. Gestern ist einer 50 km gefahren, und das Ventil lag im Nachbarbus.
zd nl: Voorraad per bus || Kan ik zien wat er in welke bus ligt? Nu bellen we rond en kopen we alles dubbel.
ic fr: vous gérez le stock des camions ? sinon je continue avec mon cahier
zd es: Stock en las furgonetas || Compramos lo que ya tenemos porque nadie sabe en qué furgoneta está.
nps pl 5: Brak magazynu. Części liczymy na kartce w piątek.
@app-language
zd pl: Aplikacja po polsku || Moi ludzie nie znają angielskiego na tyle, żeby czytać listy kontrolne. Wciskają to, co zielone. Proszę o polski.
app pl 2: Czemu nie ma polskiego? Połowa ekipy to Polacy.
app pt 3: funciona bem mas só em inglês, os meus rapazes não percebem metade
app es 2: en español por favor, no todos hablamos inglés
ic pl: można zmienić język na polski?
app it 3: bella app, però in inglese i miei operai non la usano
@timesheets
zd de: Pausenabzug || Das System zieht automatisch 30 Minuten ab, auch wenn jemand nur vier Stunden gearbeitet hat. Das ist bei uns nicht zulässig, der Betriebsrat steht schon in der Tür.
app fr 1: le pointage ne marche pas sans internet et sur le chantier il n'y a pas d'internet
zd nl: Uren afronden || Jullie ronden altijd naar beneden af op een kwartier. Mijn mensen zijn niet blij, en ze hebben gelijk.
ic es: las horas del martes salen a cero y trabajé nueve
zd ja: 残業時間の計算 || 夜22時をまたぐ勤務が二日に分かれてしまい、残業が正しく計算されません。
@recurring
zd de: Wartungsverträge || 340 Thermen, jede einmal im Jahr. Ich brauche eine Fälligkeit im Monat und keinen festen Tag, der dann ein Sonntag ist.
zd fr: Contrats d'entretien || Si je supprime une visite de la série, toutes les suivantes disparaissent. C'est déjà arrivé deux fois, dont une en plein mois d'août.
nps nl 6: Onderhoudscontracten zijn te simpel. Elke zes weken NA het laatste bezoek, dat kan niet.
zd it: Manutenzione annuale || Vorrei la scadenza nel mese e non il giorno fisso. E che salti i festivi: ci ha mandati a Ferragosto.
@notifications
app de 2: Benachrichtigungen kommen Stunden später. Stand vor verschlossener Tür.
app es 1: no me avisa de los cambios, me entero cuando llego
zd pt: Notificações atrasadas || Mudei uma visita às 8h e o técnico só recebeu às 11h, quando já lá estava. À chuva.
app ja 3: 予定変更の通知が届くのが遅いです。一時間後に来ることもあります。
@gloves
app de 2: Mit Handschuhen nicht bedienbar. Und in der Sonne sieht man gar nichts.
app nl 2: knopjes voor kabouters
app fr 3: écrit trop petit, j'ai 60 ans et les mains pleines de plâtre
app ja 2: 字が小さくて読めません。手袋をしたまま使えるようにしてほしいです。
app it 2: col sole non si legge niente, coi guanti non si tocca niente
@vat-rounding
zd de: Rundungsdifferenz || Bei gemischten Steuersätzen stimmt die Summe um einen Cent nicht. Das Finanzamt kennt keine "Toleranz", auch wenn Ihr Support das schreibt.
ic fr: un centime d'écart sur la TVA, encore. la banque ne rapproche rien
zd es: IVA: descuadre de un céntimo || La suma de las líneas y el total no coinciden por un céntimo y el portal del cliente rechaza la factura.
@calendar-sync
zd 2025-10-28 de: Kalender eine Stunde falsch || Seit der Zeitumstellung stehen alle Termine im Handy eine Stunde zu spät. Jedes halbe Jahr dasselbe Theater.
zd pt: Calendário com uma hora de diferença || Lisboa e Madrid não têm a mesma hora. O vosso calendário acha que sim.
ic 2025-03-31 nl: agenda loopt een uur achter sinds de klok verzet is
@sms-reminders
zd fr: SMS envoyé à 4 h du matin || Vingt-trois clients réveillés. J'ai passé la matinée à m'excuser.
ic de: die erinnerungs-sms ging heute früh um 4 raus, können Sie mir das erklären? meine kunden können es nicht
zd pl: SMS po angielsku || Klienci dostają przypomnienie po angielsku i myślą, że to oszustwo.
@checklists
zd de: Prüfprotokoll || Wenn "kein Mangel", sollen die Folgefragen verschwinden. Momentan scrollt mein Prüfer durch 80 Fragen wie durch ein Telefonbuch.
zd ja: 点検表の条件分岐 || 「異常なし」の場合に不要な質問を非表示にできますか。現場で時間がかかります。
app it 2: dopo ogni foto la lista torna in cima, ottanta domande ogni volta
@card-onsite
app es 3: falta cobrar con el móvil sin lector. El cliente tiene la tarjeta en la mano y yo le digo que le mando un enlace…
app nl 4: Tikken om te betalen werkt top op iPhone, nu nog Android graag.
@price-rise
zd 2025-05-07 de: Preiserhöhung || 38 Prozent mit vier Wochen Frist? Ich bitte um Bestätigung, dass bis Vertragsende der alte Preis gilt.
nps 2025-05-12 fr 1: +38 % d'un coup. Au revoir.
zd 2025-05-09 nl: Prijsverhoging || Dit is geen vereenvoudiging, dit is een verhoging. Noem het dan ook zo.
zd 2025-05-13 es: Subida de precio || De 39 a 54 por usuario. Somos tres y uno trabaja solo los sábados.
zd 2025-05-14 ja: 料金改定について || 6月からの値上げの内訳を教えてください。上司の承認が必要です。
@noise-praise
app ja 5: 予定も請求も一つにまとまって、とても助かっています。
app de 5: Läuft. Mehr sagt man bei uns nicht, wenn man zufrieden ist.
nps es 10: me ha cambiado los domingos
nps pt 9: muito bom, a equipa de suporte é cinco estrelas
app it 5: finalmente l'ufficio e il furgone parlano la stessa lingua
@noise-howto
zd fr: Changer le numéro de compte || Bonjour, où puis-je changer l'IBAN imprimé sur les factures ? Merci d'avance.
ic nl: hoe voeg ik een collega toe?
zd ja: 契約内容の変更 || 来月からユーザーを二名追加したいです。手続きを教えてください。
`;
