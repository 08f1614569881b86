/**
 * Function words of the languages customers mostly write in, and the small talk of support. They carry no need, so they
 * weigh nothing in views that compare needs; stems as `stem` leaves them.
 */
const WORDS = `a about above after again all also am an and any are as at be because been before being between both but by can cannot cant
could couldnt did didnt do doe doesnt don dont down each else even ever for from further get got had hadnt has hasnt hav have havent he her here
him his how i id if ill im in into is isnt it its ive just let lik like me mor more most my no nor not now of off on onli only or other our out
over own pleas please same she should so som some such than thank thanks that thats the their them then ther there thes these they thi this thos
those through to too under until up us very was wasnt we were what when wher where which whil while who why will with without wont would you your
use used using hi hello dear hey regard kind best greet guy everyon someon anyon anybodi somebodi thx cheer sir madam
der die das und ist nicht ich ein ein ein einen mit auf fur von zu den im dem es sich wie kann hab habe wird auch nach bei aus wenn aber oder noch
le la les un une des et est pas je que qui dans pour sur avec ne plus au aux ce mon ma mes vous nous il ell on en du de ai mai
el los las una y es no que por para con se lo mi me su al del como pero mas ya he ha
il gli che non per con una sono mi ho ma si del della dei nel alla anch come piu
het een en van ik niet dat op te zijn voor met er maar om ook wel deze naar als mijn kan
o os um uma e nao que para com se do da dos das em no na por mais mas meu minha
az egy hogy nem es van meg csak vagy mint azt
se na je to ze si jak ale pro ale tak co jsem nebo by`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/));
