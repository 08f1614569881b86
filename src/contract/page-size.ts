/** Signals on one page of any list. Apart from the schemas, so that a screen need not load them. */
export const PANEL_PAGE_SIZE = 20;
