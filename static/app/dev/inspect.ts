import type { Page } from 'playwright-core';

/**
 * Basic accessibility by hand: controls without a name, targets under 24 px that stand alone, images without a name,
 * ids used twice, headings that skip a level downwards, a missing main landmark.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const faults = [];
    const shown = (el) => el.getClientRects().length > 0 && getComputedStyle(el).visibility !== 'hidden';
    const nameOf = (el) => (el.getAttribute('aria-label') ?? '') + (el.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('')
      + (el.labels ? [...el.labels].map((label) => label.textContent).join('') : '') + el.textContent + (el.getAttribute('title') ?? '');
    for (const el of document.querySelectorAll('button, a[href], input, select, textarea, progress')) {
      if (!shown(el)) continue;
      if (nameOf(el).trim() === '') faults.push('no name: ' + el.outerHTML.slice(0, 120));
      if (el.matches('a[href], button') && el.closest('p, td, th, h1, h2, h3, li') === null) {
        const box = el.getBoundingClientRect();
        if (box.height < 24 || box.width < 24) faults.push('small target ' + Math.round(box.width) + 'x' + Math.round(box.height) + ': ' + el.textContent);
      }
      if (el.tabIndex > 0) faults.push('tab order forced: ' + el.outerHTML.slice(0, 80));
    }
    for (const el of document.querySelectorAll('svg[role=img]')) if ((el.getAttribute('aria-label') ?? '') === '') faults.push('drawing without a name');
    for (const el of document.querySelectorAll('svg:not([role])')) if (el.getAttribute('aria-hidden') !== 'true' && el.closest('[aria-hidden=true], [role=img]') === null) faults.push('drawing neither named nor hidden: ' + el.outerHTML.slice(0, 100));
    const ids = [...document.querySelectorAll('[id]')].map((el) => el.id);
    for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) faults.push('id twice: ' + id);
    let level = 0;
    for (const el of document.querySelectorAll('h1, h2, h3, h4')) {
      const next = Number(el.tagName[1]);
      if (level !== 0 && next > level + 1) faults.push('heading skips to ' + el.tagName + ': ' + el.textContent);
      level = next;
    }
    if (document.querySelector('main') === null) faults.push('no main landmark');
    if (document.documentElement.lang === '') faults.push('no language');
    for (const el of document.querySelectorAll('table')) if (el.querySelector('caption') === null || el.querySelector('th[scope]') === null) faults.push('table without caption or headers');
    return faults;
  })()`);
}

/** Pixels by which the document is wider than the window. */
export async function tooWide(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
