/** Why a delivery was refused, for the admin of its source. */
export const INBOUND_MESSAGES: Readonly<Record<string, string>> = {
  'inbound.wrong-signature': 'its signature does not fit its body and key',
  'inbound.wrong-time': 'its time was more than five minutes from ours',
  'inbound.not-json': 'its body is not JSON',
  'inbound.wrong-record': 'a record has not the documented shape',
  'inbound.too-many': 'it held more than 500 records',
  'inbound.other': 'it was refused ({outcome})',
};
