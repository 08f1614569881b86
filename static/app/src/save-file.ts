/** Hands a text to the browser as a download. */
export function saveFile(fileName: string, text: string, type: 'text/csv' | 'application/json'): void {
  // A byte-order mark lets spreadsheets read customers' letters as UTF-8.
  const url = URL.createObjectURL(new Blob([type === 'text/csv' && !text.startsWith('\uFEFF') ? `\uFEFF${text}` : text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
