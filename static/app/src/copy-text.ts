/** Puts a text into the clipboard; false where the browser refuses. The platform's frame may forbid the clipboard; the older way works in more of them. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof Error || error instanceof DOMException)) throw error;
    return copyByMarking(text);
  }
}

function copyByMarking(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'rs-sr';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
