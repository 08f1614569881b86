/**
 * Personal data and secrets inside customers' words, all made up: reserved phone ranges and domains, published example
 * account and card numbers, keys that never worked. «kind:value» marks a span for the truth; the marks are not part of the text.
 */
export const PERSONAL_DATA = String.raw`
@noise-howto
zd: change of address || Please write to me at «email:gerda.hollander@example.com» in future and not to the old one, or ring «phone:+44 1632 960 817» after four.
zd: wrong IBAN on invoice || It prints the old account. The right one is «iban:DE89 3704 0044 0532 0130 00», in the name of Brandmeier Elektro. Please change that today, people are paying into nowhere.
zd: refund || You can send the refund to «iban:GB29NWBK60161331926819», that's my personal one.
ic: my email is «email:t.okonkwo@example.org» can you reset it
ic: call me on «phone:07700 900461» pls im on a roof till 2
ic: its the card ending 1111, full number «card:4111 1111 1111 1111» exp 09/27
jsm: New main contact || From Monday: Annelies de Wit, «email:annelies.dewit@example.net», mobile «phone:+31 6 12345678».
jsm: Change of payment details || New account: «iban:NL91ABNA0417164300». Remittance advice to «email:accounts@hollowbrook.example».
@api
gh: 401 with new token || This is what I send: Authorization: Bearer «key:spn_live_9fK2mQx7RtV4bZ8cWn3yLd6H» and it answers 401. Same with curl.
zd: webhook from unknown address || We get calls from «ip:203.0.113.57» which isn't in your list. Ours is «ip:198.51.100.23». Is that you?
jsm: API key rotation || The old key «key:spn_live_A1b2C3d4E5f6G7h8I9j0K1l2» has been posted in a group chat by mistake. Please revoke it at once.
ic: here's the key, can you try it yourself? «key:spn_test_zz91XcVbNm45QwErTy67UiOp»
@sso-login
zd: locked out || User «email:foreman.kelly@example.com», phone «phone:+1 555 010 4477», please let me in, I've twelve people standing in a yard.
ic: user name «email:pia.lindgren@example.org» password «key:Sommer2025!Katze» thats what i type and it says wrong
jsm: 2FA reset for two users || «email:r.vasquez@example.com» and «email:m.silva@example.com». Identity confirmed by phone «phone:+34 600 000 123».
@customer-search
zd: I can't find Mrs Petrova || She's at 12 Harbour Row, «phone:01632 960 144», and she's been with us since 1998. Search gives nothing for name, street or number.
ic: searching «phone:+44 7700 900982» finds nobody but she's in there
@merge-customers
zd: same person three times || Ilse Baum «email:ilse.baum@example.com», I. Baum «email:ibaum@example.net» and Frau Baum «phone:+49 30 23125 019». One lady.
@deposits
zd: deposit received || She paid the deposit to «iban:FR14 2004 1010 0505 0001 3M02 606» on the 4th. Where do I enter it?
@sms-reminders
zd: texts go to old number || Mr Adebayo changed his to «phone:+44 7700 900715» in spring. The reminder still goes to «phone:+44 7700 900332», who by now is very annoyed.
@card-onsite
zd: paid twice || Card «card:5555 5555 5555 4444» was charged at 10:02 and at 10:03, 180 each. She wants it back by Friday.
app 1: support never answers, mail me: «email:roofs.by.ray@example.com»
@invoice-layout
zd: home address || Please take off my private address (and «phone:+44 1632 960 222», which is my mother's) from the footer. My mother gets calls about gutters.
@permissions
zd: leaver || Terminate access for «email:d.mcbride@example.com» NOW, he's downloading our customers from «ip:192.0.2.148».
@e-invoice
jsm: Participant for Peppol || Send to 0088:7300010000001, contact «email:einkauf@stadtwerke.example», phone «phone:+49 89 99998 210».
@payroll-export
zd: CPR number in export || The export shows the full personal number «nationalid:010190-1234» of my fitter. That can't be right?
@timesheets
zd: wages || His tax number is «nationalid:QQ 12 34 56 C», I need it on the timesheet export for the payroll bureau.
@overdue-chasing
ic: can you stop mails to «email:legal@ferncliff.example»? they're in dispute with us
@noise-vague
zd: please ring || «phone:+353 1 555 0172» ask for Niamh
@api
gh: Debug log || [2025-08-12 10:02:11] POST https://hooks.brackenridge.example/in from «ip:2001:db8::8a2e:370:7334» status 500 user=«email:ci-bot@brackenridge.example»
`;
