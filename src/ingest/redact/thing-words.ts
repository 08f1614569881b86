/** What is counted and numbered, in the languages that customers write: behind it a row of digits is the name of a thing, not of a person. */
const GERMAN = '(?:fehler|bestell(?:ung)?|bestellungs|auftrag|auftrags|serien|rechnung|rechnungs|vorgang|vorgangs|ticket|artikel|sendung|sendungs|produkt|modell|version|versions|referenz|lizenz|build|beleg|buchung|buchungs|transaktion|transaktions|lieferschein)(?:[- ]?(?:nummer|nr|code|id|kennung|zeichen|schlüssel))?|(?:kunden|geräte|vertrags|fall|material|mitglieds|akten|status|port)[- ]?(?:nummer|nr|code|id|zeichen)|(?:kassen|akten|geschäfts)zeichen';
const ENGLISH = '(?:error|status|exit|result|return|response|stop|product|order|tracking|reference|serial|invoice|case|build|version|part|model|item|batch|lot|job|request|ticket)s?(?: (?:code|number|no|nr|id))?|ref|sku|asin';
const ROMANCE = "(?:code (?:d['’])?erreur|erreur|commande|facture|dossier|référence|réf|colis|version)|(?:num[ée]ro|n[°º]) (?:de |d['’])(?:commande|série|dossier|suivi|facture|client|contrat|ticket|version|erreur|référence|colis)|(?:código|codigo)(?: de)? (?:error|erro|pedido|producto|produto)|error|erro|pedido|encomenda|factura|fatura|referencia|referência|versi[óo]n|versão|n[úu]mero de (?:serie|série|pedido|factura|fatura|orden|referencia|referência|caso|cliente|versi[óo]n|versão|encomenda)|codice (?:di )?errore|errore|ordine|fattura|riferimento|versione|pratica|numero (?:di serie|d['’]ordine|ordine|di pratica|pratica|cliente|fattura|versione)|cod(?:ul)? (?:de )?eroare|comanda";
const NORTHERN = '(?:fout|bestel|bestelling|order|serie|factuur|klant|referentie|versie|fel|beställnings|order|faktura|ärende|referens|fejl|ordre|feil|sags|saks)(?:nummer|nr|code|kode|kod)|bestelling|factuur|referentie|versie|beställning|virhekoodi|virhe|tilausnumero|tilaus|sarjanumero|versio';
const EASTERN = '(?:kod błędu|błąd|zamówieni[ea]|numer (?:zamówienia|seryjny|faktury|zgłoszenia)|wersj[ai]|chybový kód|kód chyby|chyba|objednávk[ay]|číslo (?:objednávky|faktury)|(?:sériové|výrobní) číslo|verz[ei]|hibakód|hiba|rendelésszám|rendelés|sorozatszám|verzió|hata kodu|hata|sipariş(?: no| numarası)?|seri no|sürüm|mã lỗi|mã đơn hàng|kode kesalahan|nomor pesanan|код ошибки|ошибк[аи]|номер (?:заказа|счета|счёта|версии|обращения|заявки)|заказ[а]?|серийный номер|верси[яи]|κωδικός σφάλματος|σφάλμα|παραγγελία)';
/** Scripts without blanks, or without a boundary that would help. */
const OTHERS = '(?:エラー ?(?:コード|番号)?|注文 ?(?:番号|ID)?|シリアル ?(?:番号|ナンバー)?|製品番号|型番|伝票番号|請求書番号|(?:お?問い合わせ|追跡|参照|受付|管理|会員|チケット)番号|バージョン|ポート|(?:错误|錯誤)(?:代[码碼]|[码碼]|[编編]?[号號])?|(?:订单|訂單)(?:[编編]?[号號])?|序列?[号號]|(?:快递|快遞)?[单單][号號]|(?:发票|發票)[号號]|版本[号號]?|端口|工[单單][号號]?|[编編][号號]|오류 ?(?:코드|번호)?|에러 ?(?:코드|번호)?|주문 ?(?:번호)?|일련 ?번호|송장 ?번호|참조 ?번호|버전|포트|รหัสข้อผิดพลาด|หมายเลขคำสั่งซื้อ|เวอร์ชัน|رمز الخطأ|رقم الطلب|קוד שגיאה|מספר הזמנה|त्रुटि कोड|ऑर्डर नंबर)';
const NUMBER = String.raw`(?:[ ]?(?:no|number|nr|num|n°|nº|№|id))?\.?`;
const IS = String.raw`(?: ?(?:is|was|ist|lautet|war|est|es|è|é|jest|är|er|on|は|が|是|為|为|은|는|이|가))?`;
const LINK = String.raw`["'»”]?[\s:=#]{0,3}["'«“「(\[]?`;

/** Directly before the number of a thing: an error, an order, a version, a serial number, a reference. */
const BEFORE_THING = new RegExp(`(?:(?<![\\p{L}\\p{N}])(?:${[GERMAN, ENGLISH, ROMANCE, NORTHERN, EASTERN].join('|')})|${OTHERS})${NUMBER}${IS}${LINK}$`, 'iu');
const REACH = 48;

/** Whether the words right before a place say that the number there belongs to a thing. */
export function isAfterThing(text: string, start: number): boolean {
  return BEFORE_THING.test(text.slice(Math.max(0, start - REACH), start));
}
