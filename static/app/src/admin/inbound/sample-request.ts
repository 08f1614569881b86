/** A signed request for a shell; `SECRET` is set by the reader, so that the secret stands in one place only. */
export function sampleRequest(address: string, key: string, at: string): string {
  return [
    `BODY='[{"id":"1","at":"${at}","text":"The export stops at 1,000 rows.","account":"acme"}]'`,
    'TIME=$(date +%s); NONCE=$(openssl rand -hex 16)',
    `SIGNATURE=$(printf '%s' "$TIME.$NONCE.$BODY" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/^.* //')`,
    `curl -i '${address}' --data-binary "$BODY" \\`,
    `  -H 'Content-Type: application/json' -H 'X-Resurface-Key: ${key}' \\`,
    '  -H "X-Resurface-Timestamp: $TIME" -H "X-Resurface-Nonce: $NONCE" -H "X-Resurface-Signature: sha256=$SIGNATURE"',
  ].join('\n');
}
