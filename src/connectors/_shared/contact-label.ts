/** What a question asks of a person instead of their words. */
export type Contact = 'name' | 'email' | 'other';

/** Labels as survey makers write them, whole; a question that only mentions a name asks for words. */
const LABELS: Readonly<Record<Contact, string>> = {
  name: 'name|first name|last name|full name|first and last name|given name|family name|surname|what is your name|whats your name|vorname|nachname|vor und nachname|name und vorname|vollständiger name|wie heißen sie|prénom|nom|nom de famille|nom et prénom|nombre|apellido|apellidos|nombre y apellidos|nome|cognome|nome e cognome|nome completo|sobrenome|voornaam|achternaam|naam|förnamn|efternamn|namn|fornavn|etternavn|efternavn|navn|imię|nazwisko|imię i nazwisko|jméno|příjmení|имя|фамилия|名前|お名前|氏名|姓名|名字|이름|성함',
  email: 'email|e mail|email address|e mail address|mail address|mail|what is your email|what is your email address|mailadresse|e mail adresse|email adresse|adresse e mail|adresse email|courriel|correo|correo electrónico|endereço de email|indirizzo email|emailadres|e mailadres|adres e mail|メールアドレス|メール|邮箱|电子邮件|이메일',
  other: 'phone|phone number|telephone|mobile|mobile number|telefon|telefonnummer|handynummer|téléphone|numéro de téléphone|teléfono|telefono|telefone|telefoonnummer|电话|電話番号|전화번호|company|company name|organisation|organization|employer|firma|unternehmen|entreprise|société|empresa|azienda|bedrijf|会社名|公司|회사|address|street|street address|city|town|state|zip|zip code|postal code|postcode|country|adresse|straße|ort|stadt|plz|postleitzahl|land|ville|code postal|pays|dirección|ciudad|país|indirizzo|città|adres|woonplaats|住所|地址|주소|job title|position|date of birth|birthday|geburtsdatum|age|alter',
};
const KINDS: ReadonlyMap<string, Contact> = new Map((['other', 'email', 'name'] as const).flatMap((kind) => LABELS[kind].split('|').map((label) => [label, kind] as const)));
const LONGEST = 80;

/** What a label asks for, where that is nothing but how to reach or call a person; its case, marks and a "your" or "(optional)" say nothing. */
export function contactOf(label: string | undefined): Contact | undefined {
  if (label === undefined || label.length > LONGEST) return undefined;
  const plain = label.normalize('NFC').toLowerCase().replace(/<[^<>]*>/gu, ' ').replace(/\([^()]*\)/gu, ' ').replace(/['’]/gu, '').replace(/[^\p{L}\p{M}]+/gu, ' ').trim();
  return KINDS.get(plain.replace(/^(?:please )?(?:enter )?(?:your|ihr|ihre|dein|deine|votre|tu|su|il tuo|seu|uw|je|din|ditt) /u, ''));
}
