/** SHA-256 over every signal's row and every issue: changes whenever a text, a date or a rule of the generator does. */
export const DEMO_FINGERPRINT = '4307cf1fd77edfca635d9abf13f08074303ee3affd8a046231c26261292004a9';
