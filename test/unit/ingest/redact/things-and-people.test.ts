import fc from 'fast-check';
import { redactText } from '../../../../src/ingest/redact/redact-text';

const redacted = (text: string): string => redactText(text).text;

describe('numbers of things', () => {
  it.each([
    'Fehlercode 0800 1234567', 'Fehlernummer: 0800 1234567', 'Bestellung 0171-1234567', 'Seriennummer ist 0176 12345678', 'Rechnung Nr. 030-1234567', 'Kassenzeichen 0301234567',
    'エラーコード 03-1234-5678', 'エラーコード：03-1234-5678', 'エラーコードは03-1234-5678です', '注文番号 03-1234-5678', '错误码：0571-12345678', '订单号：13800138000', '오류 코드 02-123-4567', '주문번호 010-1234-5678',
    "code d'erreur 03.93.92.16.85", 'commande n° 06 12 34 56 78', 'réf. 06.12.34.56.78', 'número de pedido 0612345678', 'codice errore 06 1234 5678', 'foutcode 020-1234567', 'kod błędu 012 345 67 89',
    'felkod 08-123 456 78', 'chybový kód 0123 456 789', 'код ошибки 0123 456 789', 'Order no. 415-555-2671', 'our reference number is 020 7946 0958', 'exit code 030-1234567', 'ticket 123-45-6789',
  ])('stay: %s', (text) => expect(redacted(text)).toBe(text));

  it.each([
    ['Tel. 0800 1234567', 'Tel. [phone]'],
    ['Fehler! Telefon 030 1234567', 'Fehler! Telefon [phone]'],
    ['電話番号は090-1234-5678です', '電話番号は[phone]です'],
    ['手机号是13800138000', '手机号是[phone]'],
    ['телефон: 8 912 345 67 89', 'телефон: [phone]'],
    ['teléfono 612345678', 'teléfono [phone]'],
    ['my ssn is 123-45-6789', 'my ssn is [personal number]'],
  ])('but not of people: %s', (text, expected) => expect(redacted(text)).toBe(expected));
});

describe('versions and addresses of no one', () => {
  it.each([
    'version 10.4.2.1', 'upgraded from 78.14.0.1 to 91.2.0.3', 'Update auf 78.14.22.31', 'since version 91.13.0.1 and 91.13.1.2', 'Versionsnummer 78.14.22.31', 'バージョン 78.14.22.31', '版本 78.14.22.31', 'версия 78.14.22.31',
    'la versión es 78.14.22.31', 'Treiber 31.0.15.46', '"version": "21.44.12.31"', '<version>21.44.12.31</version>', 'SQL Server 15.0.20.30', '.NET 4.0.30.19',
    'ping 192.168.0.1 works', 'Router 192.168.178.1', 'server at 10.0.0.5', 'connect to 172.16.4.20 fails', '127.0.0.53', '169.254.12.3 is assigned', 'mask 255.255.254.0', 'listens on 0.0.0.0:8080',
    'the years 2019-2020-2021-2022', 'for example 192.0.2.44', 'z. B. 203.0.113.9', 'ratio 1:2:3:4:5:6:7:8',
  ])('stay: %s', (text) => expect(redacted(text)).toBe(text));

  it.each([
    ['version 10.4 connects from 81.2.69.142', 'version 10.4 connects from [IP address]'],
    ['Chrome from 81.2.69.142', 'Chrome from [IP address]'],
    ['my IP is 192.168.0.12', 'my IP is [IP address]'],
    ['IP address: 10.1.2.30', 'IP address: [IP address]'],
    ['blocked: 203.0.113.57', 'blocked: [IP address]'],
    ['IPアドレスは81.2.69.142です', 'IPアドレスは[IP address]です'],
    ['81[.]2[.]69[.]142', '[IP address]'],
    ['81.2.69.142-81.2.69.150', '[IP address]-[IP address]'],
  ])('but not of people: %s', (text, expected) => expect(redacted(text)).toBe(expected));
});

describe('what is written so that machines do not see it', () => {
  it.each([
    ['IBAN DE89\t3704\t0044\t0532\t0130\t00', 'IBAN [IBAN]'],
    ['IBAN DE89 3704 0044\n> 0532 0130 00', 'IBAN [IBAN]'],
    ['DE89.3704.0044.0532.0130.00', '[IBAN]'],
    ['DE89\u200C3704\u200C0044\u200C0532\u200C0130\u200C00', '[IBAN]'],
    ['IBAN: DE89 3704 0044 0532 0130 01', 'IBAN: [IBAN]'],
    ['口座はDE89370400440532013000です', '口座は[IBAN]です'],
    ['４１１１１１１１１１１１１１１１', '[card number]'],
    ['4111&nbsp;1111&nbsp;1111&nbsp;1111', '[card number]'],
    ['card\n4111\n1111\n1111\n1111', 'card\n[card number]'],
    ['**4111** 1111 1111 1111', '**[card number]'],
    ['my card number is 4111 1111 1111 1112', 'my card number is [card number]'],
    ['jane doe 1234 4111111111111111', 'jane doe 1234 [card number]'],
    ['call 415&nbsp;555&nbsp;2671', 'call [phone]'],
    ['+49 30 <b>1234567</b>', '[phone]</b>'],
    ['anna&#64;example.com', '[e-mail]'],
    ['**anna**@example.com', '**[e-mail]'],
    ['anna@<b>example</b>.com', '[e-mail]'],
    ['anna (ät) example (punkt) de', '[e-mail]'],
    ['anna (arroba) example punto com', '[e-mail]'],
    ['anna[@]example.com', '[e-mail]'],
    ['anna at example dot com', '[e-mail]'],
    ['write to anna@ example.com', 'write to [e-mail]'],
  ])('goes: %j', (text, expected) => expect(redacted(text)).toBe(expected));

  it.each(['see us at example dot com', 'look at node dot js', 'I am at the point where it stops', 'user *********@hotmail.com', 'd*@gmail.com', 'the address @gmail.com', 'abfss://logs@store.dfs.core.windows.net/folder', 'Add-ons: google%40search.mozilla.org:1.0,bing%40search.mozilla.org:1.2', 'my email @ gmail.com'])('stays: %s', (text) => expect(redacted(text)).toBe(text));

  it('is found whatever marks stand between its groups, and nothing stays of it', () => {
    const mark = fc.constantFrom(' ', '\u00A0', '\u202F', '\u200B', '\u200D', '&nbsp;', '-', '\u2011', '');
    fc.assert(
      fc.property(fc.constantFrom('4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00', 'GB29 NWBK 6016 1331 9268 19'), fc.array(mark, { minLength: 6, maxLength: 6 }), (value, marks) => {
        const written = value.split(' ').reduce((all, group, at) => all + (at === 0 ? '' : marks[at - 1]) + group, '');
        expect(redacted(`pay to ${written}, thanks`)).toMatch(/^pay to \[(?:card number|IBAN)\], thanks$/);
      }),
    );
  });
});

describe('secrets in ten languages', () => {
  it.each([
    ['パスワード：himitsu99', 'パスワード：[key]'], ['密码是abc12345', '密码是[key]'], ['비밀번호: bimil1234', '비밀번호: [key]'], ['пароль: Parol123', 'пароль: [key]'], ['hasło: Haslo1234', 'hasło: [key]'], ['heslo: Tajne123', 'heslo: [key]'],
    ['adgangskode: Hund1234', 'adgangskode: [key]'], ['şifre: Gizli1234', 'şifre: [key]'], ['كلمة المرور: Sirri1234', 'كلمة المرور: [key]'], ['password: hunter2', 'password: [key]'],
    ['curl -u admin:Sup3rS3cret! https://api.example.com', 'curl -u admin:[key] https://api.example.com'], ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic [key]'], ['PIN: 4821', 'PIN: [key]'],
    ['The API key is:\n\n    D9vhZfl6lz3TdZegMRxAm9kXQ1wEaT', 'The API key is:\n\n    [key]'],
  ])('go: %j', (text, expected) => expect(redacted(text)).toBe(expected));

  it.each(['Key: Ctrl+Shift+K', 'primary key user_id2', 'translation key settings.user.title2', '"Key": "tmp/test/s3a/_temporary/0/"', 'refreshToken(UserPasswordTokenProvider.java:54)', 'パスワードを忘れた', '密码错误', 'пароль не работает', 'heslo nefunguje', 'crypto.key.kms.server.Filter: [https-jsse-nio-9494-exec-2]'])('stay: %s', (text) => expect(redacted(text)).toBe(text));
});

describe('numbers of states', () => {
  it.each([
    'マイナンバー 1234 5678 9018', '주민번호 8001011234567', 'RUT: 12.345.678-5', 'CUIT 20-12345678-6', 'TC Kimlik No 10000000146', 'ИНН 500100732259', 'СНИЛС 112-233-445 95', 'паспорт 4509 123456', '身分證字號 A123456789', 'rodné číslo 7360285163',
    'isikukood 37605030299', 'cédula 1710034065', 'RFC GODE561231GR8', 'RG 12.345.678-9', 'VSNR 65170839J003', 'TAJ 111 111 110', 'ΑΦΜ 090000045', 'driving licence MORGA657054SM9IJ', 'EIN 12-3456789', 'teudat zehut 123456782',
  ])('go: %s', (text) => expect(redacted(text)).toMatch(/\[(?:personal number|phone)\]$/));

  it.each(['ein 12345 oder mehr', 'RFC 2822 and RFC 5322', 'the pin is broken', 'IC 1234'])('stay: %s', (text) => expect(redacted(text)).toBe(text));
});
