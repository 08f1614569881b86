/**
 * A signed request for a shell; `SECRET` is set by the reader, so that the secret stands in one place only.
 * @param ahead whole seconds by which our clock is ahead of the shell's: a request of another time is refused
 */
export function sampleRequest(address: string, key: string, at: string, ahead = 0): string {
  return [
    `BODY='[{"id":"1","at":"${at}","text":"The export stops at 1,000 rows.","account":"acme"}]'`,
    `TIME=${ahead === 0 ? '$(date +%s)' : `$(($(date +%s) + ${ahead}))`}; NONCE=$(openssl rand -hex 16)`,
    `SIGNATURE=$(printf '%s' "$TIME.$NONCE.$BODY" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/^.* //')`,
    `curl -i '${address}' --data-binary "$BODY" \\`,
    `  -H 'Content-Type: application/json' -H 'X-Resurface-Key: ${key}' \\`,
    '  -H "X-Resurface-Timestamp: $TIME" -H "X-Resurface-Nonce: $NONCE" -H "X-Resurface-Signature: sha256=$SIGNATURE"',
  ].join('\n');
}
