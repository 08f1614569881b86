import { Markup } from './markup';

/** Colours are the design system's, written out: a file that is forwarded has no Jira around it. */
export const STYLE = new Markup(`
:root { --surface:#FFFFFF; --sunken:#F8F8F8; --text:#292A2E; --subtle:#505258; --subtlest:#6B6E76; --line:#DDDEE1; --link:#1868DB; --bar:#357DE8; --none:#DDDEE1; --badge:#E9F2FE; --badge-text:#1558BC; }
@media (prefers-color-scheme: dark) { :root { --surface:#1F1F21; --sunken:#18191A; --text:#CECFD2; --subtle:#A9ABAF; --subtlest:#96999E; --line:#3D3F43; --link:#669DF1; --bar:#669DF1; --none:#3D3F43; --badge:#1C2B42; --badge-text:#8FB8F6; } }
* { box-sizing:border-box }
body { margin:0; background:var(--surface); color:var(--text); font:400 14px/20px "Atlassian Sans",Inter,ui-sans-serif,-apple-system,BlinkMacSystemFont,"Segoe UI",Ubuntu,"Helvetica Neue",sans-serif }
main { max-width:960px; margin:0 auto; padding:48px 24px 96px }
h1 { font-size:28px; line-height:36px; font-weight:600; margin:4px 0 12px; letter-spacing:-.01em; text-wrap:balance }
h2 { font-size:20px; line-height:24px; font-weight:600; margin:64px 0 4px; text-wrap:balance }
h3 { font-size:14px; line-height:20px; font-weight:600; margin:0 }
p { margin:0 }
.kicker, .note, small, figcaption, .facts { color:var(--subtlest); font-size:12px; line-height:16px }
.lead { color:var(--subtle); font-size:16px; line-height:24px; max-width:72ch }
table { width:100%; border-collapse:collapse; margin-top:16px }
th, td { text-align:left; vertical-align:top; padding:12px 24px 12px 0; border-bottom:1px solid var(--line); font-weight:400 }
thead th { color:var(--subtlest); font-size:12px; padding-block:4px }
tbody th { font-weight:600; width:30% }
th:last-child, td:last-child { padding-right:0 }
.number { text-align:right; font-variant-numeric:tabular-nums; white-space:nowrap }
td .unit { display:none } small { display:block; font-weight:400; margin-top:2px }
.trend { white-space:nowrap }
svg rect { fill:var(--bar) } svg rect.none { fill:var(--none) }
figure { margin:0; max-width:68ch } figure + figure { margin-top:12px }
blockquote { margin:0; overflow-wrap:anywhere; quotes:"“" "”"; white-space:pre-line } blockquote::before { content:open-quote } blockquote::after { content:close-quote }
figcaption { margin-top:2px } a { color:var(--link) }
article, .loud li { padding:16px 0; border-bottom:1px solid var(--line) } article h3, .loud strong { overflow-wrap:anywhere }
article figure, .loud figure { margin-top:8px }
.facts { margin:2px 0 }
.key { color:var(--subtlest); font-weight:400; white-space:nowrap }
.badge { display:inline-block; background:var(--badge); color:var(--badge-text); border-radius:4px; padding:0 6px; font-size:12px; line-height:20px; white-space:nowrap }
ul { padding:0; margin:8px 0 0; list-style:none } .plain li { padding:4px 0; overflow-wrap:anywhere }
.two { display:grid; grid-template-columns:1fr 1fr; gap:32px; margin-top:16px } details { margin-top:8px } summary { color:var(--link); cursor:pointer }
.coverage { color:var(--subtle) } .coverage h2 { color:var(--text) }
@media (max-width:640px) { main { padding:24px 16px 64px } .two { grid-template-columns:1fr } thead { display:none } tr { display:block; padding:12px 0; border-bottom:1px solid var(--line) } tbody th, td { display:block; width:auto; border:0; padding:2px 0; text-align:left } td .unit { display:inline } }
@media print { main { max-width:none; padding:0 } article, tr { break-inside:avoid } }
`);
