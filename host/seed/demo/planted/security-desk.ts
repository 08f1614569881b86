/** Written by hand: what came in over the restricted desk. The whole source is hidden, and so is all that is derived from it. */
export const SECURITY_DESK = String.raw`
@sso-login
sec: Session still valid after password change || A laptop was stolen. We changed the password. The thief could still open our customer list the next day, we see it in the log. Please treat confidentially.
sec: Former employee can still log in with a remembered device || Deactivated on 3 March, access on 9 March from his old phone.
sec: Password reset link can be used twice || The link stays valid for 24 hours even after it has been used.
@permissions
sec: Customer list of another company visible || After accepting an invitation to a partner's tenant, the search box showed names that are theirs, not ours. I've closed it and told no one. Screenshot on request.
sec: Export link has no login || The CSV export link opens in a private window without asking who I am.
sec: Invoice PDF addresses can be guessed || Changing the number at the end of the link shows the next invoice, of another of our customers. Is it only ours? I didn't dare to try.
@offline-photos
sec: Photos of a private flat in another company's job || We found nine pictures that aren't ours in job 50217. They show an address label. We've deleted them on our side.
@api
sec: Webhook secret in error message || The delivery log of the integration page prints the whole header, including the secret.
sec: Possible SQL error || Typing a single quote in the customer field of the API returns a database error with table names.
@card-onsite
sec: Card data in debug log || With debug mode on the log contains the card number. Our payment auditor is not amused.
`;
