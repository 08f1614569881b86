import fc from 'fast-check';
import { madeRecall, presidioFigures, realTexts } from '../../../../eval/redaction/measure';
import { hasSharedData } from '../../../../eval/shared-data';
import { redactText } from '../../../../src/ingest/redact/redact-text';

const redacted = (text: string): string => redactText(text).text;

describe('what is taken out of a text', () => {
  it.each([
    ['Write to gerda.hollander@example.com, or ring +44 1632 960 817.', 'Write to [e-mail], or ring [phone].'],
    ['the right one is DE89 3704 0044 0532 0130 00, thanks', 'the right one is [IBAN], thanks'],
    ['card 4111 1111 1111 1111 exp 09/27', 'card [card number] exp 09/27'],
    ['from 2001:db8::8a2e:370:7334 and 203.0.113.57.', 'from [IP address] and [IP address].'],
    ['Authorization: Bearer spn_live_9fK2mQx7RtV4bZ8cWn3yLd6H answers 401', 'Authorization: Bearer [key] answers 401'],
    ['password Sommer2025!Katze thats what i type', 'password [key] thats what i type'],
    ['postgres://app:hunter2@db.example/x', 'postgres://app:[key]@db.example/x'],
    ['His tax number is QQ 12 34 56 C, I need it', 'His tax number is [personal number], I need it'],
    ['shows 010190-1234 of my fitter', 'shows [personal number] of my fitter'],
    ['ask Mrs Petrova at 12 Harbour Row', 'ask Mrs [name] at [address]'],
    ['Hi Marta, the export stops', 'Hi [name], the export stops'],
    ['Any help? Thanks, Ben', 'Any help? Thanks, [name]'],
    ['I am Aiko Tanaka from the sales team', 'I am [name] from the sales team'],
    ['my husband Piet cannot log in', 'my husband [name] cannot log in'],
    ['please change it to Sofia de Lima', 'please change it to [name]'],
    ['Rosa M. Lind\nHarbor Ltd\n85 Dock Street', '[name]\nHarbor Ltd\n[address]'],
    ['31 Lindenstraße 4\nApt. 7\nKiel\n24103', '[address]'],
    ['Unit 5477 Box 8244\nDPO AP 15730', '[address]'],
    ['Yesterday Martina Lindqvist could not print', 'Yesterday [name] could not print'],
    ['It says so to Walter van der Berg as well', 'It says so to [name] as well'],
    ['please add Ilka Sommerfeld as admin', 'please add [name] as admin'],
    ['on behalf of Ilka Sommerfeld: it fails', 'on behalf of [name]: it fails'],
    ['hello, my name is ilka sommerfeld, it fails', 'hello, my name is [name], it fails'],
    ['Ilka Sommerfeld lives at 86 Rua do Arenque 1634, Recife', '[name] lives at [address], Recife'],
    ['Regards,\nIlka Sommerfeld\nPlease write to ILKA SOMMERFELD', 'Regards,\n[name]\nPlease write to [name]'],
    ['our address is Brisas 6802, Apt. 12, Colonia, Uruguay 77212', 'our address is [address]'],
    ['send it to 4923 Parmova 109\nSuite 380\nMaribor\n\nSlovenia 15755', 'send it to [address]'],
    ['anna (at) example (dot) com', '[e-mail]'],
    ['ｃall ０7700 900 461 now', 'ｃall [phone] now'],
  ])('%s', (text, expected) => expect(redacted(text)).toBe(expected));

  it.each([
    'Thunderbird 128.10.1esr (64-bit), build id 20250612123456, on Windows 10.0.19045.2846',
    'Message-ID: <20250612101112.ABCDEF0123@mail.example.com>',
    'In-Reply-To: <CAKxyz123456789abcdef01234@mail.gmail.com>',
    'since 12/06/2025 10:02:11 it fails, order number 12345678, bug 1823456, invoice 2025-000123',
    'I have 12 345 678 messages and 500000000 bytes, error 0x80070005, crash bp-3f2c1d0e-aaaa-4bbb-8ccc-120000250612',
    'react@18.3.1 and icon@2x.png and saveUninstallPing()@resource://gre/modules/x.js',
    'connect to 127.0.0.1 port 1143, mask 255.255.255.0',
    'the password is wrong and the key does not work, registry key HKEY_LOCAL_MACHINE\\Software',
    'from 10:02:11 to 10:05:12, std::vector<int>, ratio 16:9',
    'I pay 1 234 567 EUR for 2024-2025, part no 0712345678',
    'Hi all, the export stops',
    'Hello Thunderbird team, thanks',
    'Hello, Recently the sync stopped',
    'I am Using Windows 11 and Outlook',
    'This is Mozilla Thunderbird',
    'Many thanks, Mozilla',
    'my colleague says it works',
    'the corner of the window and the screen',
    'the old PC says Server Name and Not Responding',
    'Max Alarms Per Event: 5, Frank and Mark Read',
    'Set Up Your account, talked with Spectrum Technical support, Certificate Manager',
    'my name is not shown correctly, my name is spelled wrong',
    'the address is 127 Local and 993 IMAP Port, shipped to 3 Gmail Accounts',
    'LibreOffice Suite 24, Mozilla Suite 115',
  ])('leaves: %s', (text) => expect(redacted(text)).toBe(text));

  it('never gives less than it took, and nothing more when asked again', () => {
    const pieces = fc.constantFrom('a@b.example', '+44 1632 960 817', 'call 07700 900461', '4111111111111111', 'DE89370400440532013000', ' and ', '\n', 'שלום', '😀', '[', ']', '[e-mail]', '203.0.113.57', 'key: aB3dE5fG7hI9jK1lM3', 'word');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const once = redactText(text);
        expect(redacted(once.text)).toBe(once.text);
        let at = 0;
        for (const { start, end } of once.found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof redacted(text) === 'string'));
  });

  it.each(['@', '1', '1 ', '1.', 'a@', ':', '2001:', 'key ', '(1', 'A', '-', 'DE89 ', 'my name is ', 'A. ', 'Hi Ab', 'my friend Ab ', 'Ab Cd\n', "I'm Ab Cd ", 'Thanks, Ab ', '12 Abweg 3\n', 'the corner of Ab ', 'Unit 12 Box 12 ', '**a', '&#64;', '1.2.3.4 and ', 'version 1.2.3.4, ', '4111\n', 'at a dot ', 'Fehlercode 0800 ', 'curl -u a', '密码', 'lives at 1 Ab 2 ', '1 Ab 2 Apt. 3, ', 'Martin Ab ', 'Paul van '])('comes to an end on 64 kB of «%s»', (piece) => {
    expect(redacted(piece.repeat(Math.floor(64_000 / piece.length))).length).toBeGreaterThan(0);
  });
});

describe('how much is found', () => {
  it('finds at least 99 % of each kind in sentences that we made', () => {
    for (const { kind, found, of, missed } of madeRecall(400, 'slice')) expect({ kind, enough: found / of >= 0.99, missed }).toMatchObject({ enough: true });
  });
});

if (hasSharedData()) {
  describe('how much is found in texts that others wrote', () => {
    it('finds at least 99 % in the public set, and takes nearly nothing else', () => {
      const { recalls, words, falseOnes } = presidioFigures();
      for (const one of recalls.filter(({ kind }) => kind !== 'name' && kind !== 'address')) expect({ ...one, enough: one.found / one.of >= 0.99 }).toMatchObject({ enough: true });
      expect(falseOnes.length / words).toBeLessThanOrEqual(0.001);
    });

    it('takes little out of a year of real questions: full names apart, which are names, less than 0.8 pieces per 1,000 words', () => {
      const { words, taken } = realTexts('thunderbird/feedback_12m_en.jsonl.gz');
      expect(taken.filter((one) => !one.isFullName).length / words).toBeLessThan(0.0008);
      expect(taken.filter((one) => one.isFullName).length / words).toBeLessThan(0.0006);
    });
  });
} else process.stdout.write('No public texts beside the repository: what is found was measured on sentences that we made only.\n');
