/** Shapes of keys and tokens that their vendors document. Each is bounded, so that no text takes long. */
export const SECRET_SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,20000}?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  /\beyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,4000})?/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{22,255}|gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_.-]{20,300})/g,
  /\bxox[abeprso]-[A-Za-z0-9-]{10,300}|\bxapp-\d-[A-Za-z0-9-]{10,300}/g,
  /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{10,200}|https:\/\/[a-z0-9.-]{1,80}webhook\.office\.com\/[A-Za-z0-9/@_-]{20,400}|https:\/\/(?:\w{1,20}\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,200}/g,
  /\b(?:sk|pk|rk|ak|api|key|token|secret|[a-z]{2,6})_(?:live|test|prod|sandbox)_[A-Za-z0-9]{10,255}/g,
  /\bwhsec_[A-Za-z0-9+/=]{16,255}/g,
  /\bsk-(?:proj-|ant-|or-|svcacct-|admin-|live-|test-|lf-)?[A-Za-z0-9_-]{20,300}/g,
  /\bAIza[A-Za-z0-9_-]{35}|\bya29\.[A-Za-z0-9_-]{20,300}|\bGOCSPX-[A-Za-z0-9_-]{20,60}|\b1\/\/0[A-Za-z0-9_-]{30,200}/g,
  /\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{30,64}/g,
  /\b(?:SK|AC)[0-9a-f]{32}\b/g,
  /\bkey-[0-9a-f]{32}\b|\b[0-9a-f]{32}-us\d{1,2}\b/g,
  /\b(?:npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,300}|rubygems_[0-9a-f]{48}|dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,80}|hf_[A-Za-z0-9]{30,60})/g,
  /\b(?:ATATT3x|ATCTT3x|ATBB|ATSTT3x)[A-Za-z0-9_=-]{20,300}/g,
  /\b(?:shp(?:at|ca|pa|ss|tka)_[0-9a-fA-F]{32}|sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,60}|EAAA[A-Za-z0-9_-]{60}|EAA[A-Za-z0-9]{60,300})/g,
  /\b(?:dop_v1_|doo_v1_|dor_v1_)[0-9a-f]{64}|\bdapi[0-9a-f]{32}(?:-\d)?\b|\bhv[sbr]\.[A-Za-z0-9_-]{24,300}|\bdp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9]{40,60}/g,
  /\b(?:lin_(?:api|oauth)_[A-Za-z0-9]{32,80}|(?:secret|ntn)_[A-Za-z0-9]{40,60}|pat[A-Za-z0-9]{14}\.[0-9a-f]{64}|figd_[A-Za-z0-9_-]{30,60}|PMAK-[0-9a-f]{24}-[0-9a-f]{34})/g,
  /\b(?:NRAK-[A-Z0-9]{27}|NRII-[A-Za-z0-9_-]{32}|glsa_[A-Za-z0-9_]{32,60}|sntrys_[A-Za-z0-9+/=_]{40,400}|phc_[A-Za-z0-9]{32,60}|rdme_[a-z0-9]{70}|tfp_[A-Za-z0-9_-]{40,80}|sbp_[0-9a-f]{40}|vercel_[A-Za-z0-9]{24,60}|nfp_[A-Za-z0-9]{36,60}|pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{32,80}|pul-[0-9a-f]{40}|CFPAT-[A-Za-z0-9_-]{40,60}|FLWSECK[A-Z_]*-[A-Za-z0-9-]{12,80}|AGE-SECRET-KEY-1[A-Z0-9]{58})/g,
  /\b\d{8,10}:AA[A-Za-z0-9_-]{32,36}\b/g,
  /\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}\b/g,
  /\b[a-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}|\bcloudinary:\/\/\d{10,20}:[A-Za-z0-9_-]{20,40}@/g,
];

/** Where the secret is a part of what is written: the group `secret` goes, the rest stays. */
export const SECRETS_WITHIN: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,80}:(?<secret>[^\s/@"'<>]{2,200})@/dgi,
  /[?&;](?:access_token|id_token|refresh_token|token|api_?key|apikey|key|auth|code|client_secret|secret|password|passwd|pwd|sig|signature|x-amz-signature|x-amz-security-token|sessionid|session|jwt|otp|ticket)=(?<secret>[^\s&#"'<>]{6,2000})/dgi,
  /\b(?:bearer|token|basic)\s{1,3}(?<secret>[A-Za-z0-9][A-Za-z0-9._~+/-]{15,4000}={0,2})/dgi,
  /\bAccountKey=(?<secret>[A-Za-z0-9+/=]{40,120})/dgi,
  /\bAWS4-HMAC-SHA256 [^\n]{0,200}Signature=(?<secret>[0-9a-f]{64})/dgi,
];
