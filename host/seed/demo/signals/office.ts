/** Written by hand. One signal a line; the format is described in the README of the demo tenant. */
export const OFFICE = String.raw`
@permissions
zd: Hide prices from subcontractors || Subbies can see what I charge the customer. You can imagine the talk at the tea van. Please let me hide prices in the app for some users.
zd: Margin visible to everybody || The new quote screen shows cost and margin to whoever opens it, including the apprentice, who put it on his story.
zd: read-only for the accountant || My accountant needs to look and not touch. There's only Office and Admin. I don't want her to be able to delete my jobs. Nor does she.
zd 2025-03-10: Ex-employee still had access || He left on the 3rd. On the 9th he downloaded our customer list. Your "deactivate" only hides him from the board?!
zd: restrict branches || Our Bristol people shouldn't see Bath's customers. It's in our franchise agreement.
zd: Who deleted the job? || A job vanished. There's no history of who did what. I've three suspects and no evidence, it's like a board game.
ic: can i stop the lads seeing each others wages in timesheets
ic: how do i give someone access to only scheduling
ic: is there an audit log? who changed the price on job 8812
ic: my office junior accidentally approved every invoice. 64. can i take that right away from her
jsm: Role model insufficient (GDPR) || Technicians can open all customers including health notes ("oxygen patient"). Need-to-know must be enforceable per role.
jsm: Audit trail for price changes || Required by ISO 9001 auditor: who changed what and when, for quotes and invoices.
nps 6: roles are too coarse
nps 7: need a role between god and nobody
nps 3: Everyone sees everything. Not ok.
call: So, the thing about permissions. We're a franchise. I've forty-one owners who are friends on the golf course and competitors the rest of the week. If one sees another's customer list I've, well, I've got lawyers.
call: Can the engineers see the price? Yes? Okay. Um. Can they not?
cs: I gave everyone admin because otherwise they can't move jobs. I know. Don't look at me like that.
exit: no proper user rights for franchise
app 3: as an engineer I can see what customer pays and honestly I'd rather not know

@pricebook-import
zd: Voltmart price list import fails at line 4,113 || It says "invalid number" and stops. Which number? It's 38,000 lines. The file hasn't changed in form since last quarter.
zd: import puts everything at 0.00 || Prices with comma (1.234,50) come in as zero. I noticed after quoting a switchboard for nothing.
zd: Prices updated, quotes not || After importing the new list, open quotes still have old copper prices. At least warn me.
zd: keep my markup || Each import overwrites my own selling price with list price. I've got 600 hand-set prices. Had.
zd: discontinued items || Articles that the wholesaler dropped stay in the price book forever, and the lads keep adding them.
ic: what format does the pipework direct file need to be? csv doesnt work xlsx doesnt work
ic: upload just spins
ic: can you do the import for me, i'm begging
ic: does the price book update itself? my wholesaler changes prices weekly now
jsm: Import in DATANORM format || Every German wholesaler supplies DATANORM 4/5. Converting to your CSV costs us half a day a month.
jsm: Multiple suppliers per item || We need purchase prices of three suppliers per article and the cheapest one proposed.
gh: price import: BOM at start of CSV breaks the first column name || Files exported from spreadsheets start with EF BB BF; the importer then complains that column "sku" is missing.
nps 6: Price list import is a lottery
nps 5: no supplier integrations, everything by csv
call: Copper, right? Copper moved, what, nine percent in a week. My price book's from August. So every quote I send is either a gift or an insult. I need it live, from the wholesaler, automatically.
cs: Import day is the first Monday. I block the whole morning and tell people not to speak to me.
exit: importing supplier catalogues never worked
app 3: Price book on phone is missing half the parts that are on the PC

@reports
zd: Profit per job || I want to see what I earned on a job: materials, hours, travel against invoice. Your report shows turnover. Turnover's vanity.
zd: Export to Excel drops the leading zeros || Our customer numbers begin with 00. After export they don't. Then nothing matches.
zd: report for last financial year || Our year runs April to March. All reports run January to December. I add four numbers by hand, like an animal.
zd: Scheduled report by mail || Every Monday 7:00, open jobs by engineer, as PDF to me. Possible?
zd: Numbers differ between dashboard and report || Dashboard says 41,200 for May, report says 39,870. Which one do I believe? (I believe the smaller one.)
ic: how many first time fixes did we do? is there a number
ic: can i get the raw data out, csv whatever
ic: the dashboard takes a minute to load and then logs me out
ic: which of my guys sells the most service plans? your report only has revenue by job type
jsm: Data warehouse export || Nightly export of all objects to our own storage. API paging of 100 isn't adequate for 2.4 million rows.
nps 6: reporting is weak
nps 7: more reports, profit per job mainly
nps 5: you can't see if you make money
call: If I'm honest I run this company by my bank balance. It's up, good, it's down, bad. I'd like to know, like, which jobs lose me money. I've a feeling it's the small ones. Or the big ones. That's what I mean.
cs: We discovered we lose 14 on every tap. Not with your software. With a pencil.
exit: reports too limited for a company of 60
exit: Couldn't get our data out in a usable form, which is ironically the reason we're getting it out.
app 4: nice to see own hours in the app, want to see my numbers too like callbacks

@stock
zd: Van stock || Does Dispatch know what's on which van? My guys drive 40 minutes to the wholesaler for a part that's on the other van next door.
zd: minimum quantity || I want a list on Friday: these vans need these parts. So the shelves are right on Monday.
zd: Parts used aren't taken off stock || We typed in the whole stockroom (three Sundays!), and when parts are used in Crew nothing goes down. So it's a list of what we had in spring.
zd: barcode || Scan a part on the van, put it on the job, take it off stock. This exists in every corner shop.
zd: Refrigerant logbook || F-gas law: every gram from bottle to machine must be traceable by cylinder. We do it in a school notebook.
zd: purchase orders || Can I order parts for a job from within Dispatch and see if they've come? "Waiting for parts" is my biggest column, and nobody knows for what.
ic: is there stock control? inventory? anything
ic: where do i see which van has the 22mm elbows lol
ic: returns!! parts come back from jobs and there's no way to put them back in the system so they live on dave's seat
ic 2025-06-12: any news on van stock, asked in feb
jsm: Serial-number tracking of installed devices || For recalls we must know which device with which serial number sits at which customer.
jsm: Multi-warehouse incl. vehicles || 14 vehicles, 2 depots, consignment stock at one hospital. Currently in a separate system without link to jobs.
nps 6: no inventory
nps 7: Add van stock and I'll marry you
nps 4: no stock, no purchase orders. It's half a system for an electrical firm.
call: We write off about eleven grand of parts a year. They're not stolen. Well. They're, they're on vans, they're under seats. If the system knew, you know, if Ali takes it, it's on Ali. That would pay for you guys three times.
call: And inventory? No? Not even the vans? Huh. Okay. No that's — I'm just writing it down.
call: What does FieldHornet do that you don't? Stock. That's the honest answer. Everything else you're nicer.
cs: My guy spends Friday afternoons counting vans with a clipboard. He calls it church.
cs: I asked for stock in our first call, two years ago. I'm asking again today. I'll ask in the next one as well.
exit: No stock management. We outgrew it.
exit: need inventory and purchasing, moved to a bigger system
app 2: no parts scanner. i type SKUs with wet hands
app 3: Let me see what is in my van stock in the app, I currently go out and look, in the rain, like it's 1985

@sso-login
zd 2025-05-26: Locked out on Monday morning || All six of us. "Too many attempts." We hadn't attempted anything, we were asleep. 8:40 now, phones ringing, can't see a single job.
zd: Two factor code never arrives || Code by SMS takes 20 minutes, valid for 5. You can see the issue.
zd: single sign-on || Our IT wants everyone on SSO by year end. Is that only in Enterprise? We're 22 people, we aren't an enterprise, we're a lift company.
zd: logged out every hour || In the middle of typing a quote. It comes back to an empty one. I've written this quote three times and it gets shorter every time.
zd: new phone new problem || Engineer dropped his phone in a canal. New phone, authenticator gone, and you want him to confirm on the old phone. It's in the canal.
ic: password reset mail doesnt come. not in spam. tried 4x
ic: can 2 of us use the same login? no? why not
ic: it says session expired every time i come back from lunch
ic: help locked out, 12 jobs today, PLEASE
jsm: SAML SSO and automatic deprovisioning (SCIM) || Required by our group's security policy from Q1. Without it the application will be switched off.
jsm: Login session length configurable || Workshop terminal should stay logged in for a shift (8 h). Currently 60 minutes.
gh: OIDC: groups claim ignored, everyone becomes Office user || With the beta OIDC provider the role mapping isn't applied when groups come as an array of ids instead of names.
nps 6: constant logouts
nps 5: SSO only in the top plan, security shouldn't be a luxury
app 1: Logs me out all the time, the fingerprint never works, have to type a password with gloves on a ladder
app 2: after update needs login again every single morning
call: IT has a checklist, and I'm sorry, it's boring, but number one is SSO and number two is, um, SSO with our thing. If that's a no it's a no for all nine sites.
cs: On the day of the lockout we worked from memory. It went okay. That should worry you more than me.
exit: IT required SSO, not available in our plan

@api
gh: Webhook job.updated is not sent when the status changes in Crew || Only changes from the web UI fire it. Tested with 2.9.0. Changes by technicians are exactly what we need it for.
gh: 429 without Retry-After || Rate limit answers don't carry Retry-After nor X-RateLimit-Reset. We back off blindly and lose 20 min a night.
gh: Pagination skips rows when sorted by updated_at || Cursor seems to be the timestamp only. If 100+ rows share one updated_at (bulk import) the rest is skipped. That's data loss for anyone who syncs.
gh: Docs: "custom_fields" is documented as object, is array || The sample in the docs crashes the generated client.
gh: Webhooks: no signature, no replay protection || Please sign with HMAC and a timestamp. Right now anyone who knows our URL can create jobs in our ERP.
gh: POST /jobs returns 201 but job isn't visible for up to 90 s || GET right after POST gives 404. Eventual consistency is fine if it's documented, and if 404 isn't the answer.
gh: PATCH /visits/{id} silently ignores unknown fields || Sent "engineer_id" instead of "assignee_id": 200 OK, nothing changed. A 422 would have saved me an afternoon.
gh: Feature request: bulk endpoint for price items || 38k items at 60 requests a minute = 10.5 hours. Every night.
gh: v2 tokens expire after 24 h without refresh || The integration dies every night at 02:00. Is refresh planned?
gh: Node client: types say Date, runtime is string || connect-js 2.7: job.scheduledAt is typed Date but a plain ISO string arrives.
gh: Is the API still maintained? || Last release seven months ago, 61 open issues. We're about to build on this and would like an honest answer.
gh: Time zone of start_at undocumented || Is it UTC, tenant zone or job-site zone? We see all three.
zd: webhook for accepted quotes || Our CRM should know when a quote gets accepted. There's job.*, invoice.* but not quote.*
zd: API limit || Your API stops us at 60 per minute. We sync 9 branches. Who do I pay to raise that?
ic: where's the api key, docs say settings > connect, i have no connect
ic: does zapier work with this or similar
jsm 2025-03-20: Sandbox tenant for API development || We won't test against production again after what happened on 4 March.
jsm: API change without notice || On Tuesday the field site.postcode became site.postal_code. Our interface to the ERP stood still for a day. Please version your API.
nps 4: The API looks done until you use it
nps 6: webhooks miss events
call: My developer — well, he's my nephew — he says the API's, um, what did he say. "Optimistic." He says it tells you it worked and then it didn't.
exit: API not reliable enough for our integration
`;
