import { withoutPlaceholders } from '../../../src/domain/placeholder';

it('blanks what stands for personal data and what editors wrote, every other character in its place', () => {
  const notes = ['[phone]', '[edited]', '[edited phone# from public community support forum]', '[Edited out personal details]', '[removed]', '[deleted by moderator]', '[redacted]', "[Mod's note: see the other thread]", '[Editor note - solved]', '[gelöscht]'.replace('gelöscht', 'entfernt von Admin')];
  for (const note of notes) {
    const text = `Call me ${note} about the export`;
    expect(withoutPlaceholders(text)).toBe(`Call me ${' '.repeat(note.length)} about the export`);
  }
});

it('leaves customers’ own brackets', () => {
  for (const own of ['[Gmail]/Trash', '[Deleted Items]', '[edit menu]', '[removed devices] list', 'array[0]', '[SOLVED]', '[editedness', '[moderation queue]']) expect(withoutPlaceholders(`the ${own} is empty`)).toBe(`the ${own} is empty`);
});
