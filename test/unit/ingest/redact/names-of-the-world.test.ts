import { redactText } from '../../../../src/ingest/redact/redact-text';

describe('a name that the source told', () => {
  it.each([
    ['山田太郎', '山田太郎です。エクスポートが壊れます', '[name]です。エクスポートが壊れます'],
    ['山田 太郎', '私は山田太郎です', '私は[name]です'],
    ['山田太郎', '私は山田 太郎です', '私は[name]です'],
    ['김민수', '저는 김민수입니다', '저는 [name]입니다'],
    ['สมชาย ใจดี', 'ฉันชื่อสมชาย ใจดี', 'ฉันชื่อ[name]'],
    ['王小明', '我是王小明，导出坏了', '我是[name]，导出坏了'],
    ['Jana Müller', 'Müllers Export und Janas Bericht fehlen', '[name] Export und [name] Bericht fehlen'],
    ['Jana Müller', 'Jana Müller’s export', '[name] export'],
    ['Jana Müller', 'MÜLLER, JANA schrieb es schon', '[name] schrieb es schon'],
  ])('%s is taken out of "%s"', (name, text, left) => {
    expect(redactText(text, [name]).text).toBe(left);
  });

  it.each([
    ['高山', '高山に登るときアプリが落ちる'],
    ['山田太郎', '山田さんではなく太郎です'],
    ['Jana Müller', 'The export loses rows'],
  ])('%s leaves "%s" as it is', (name, text) => {
    expect(redactText(text, [name]).text).toBe(text);
  });

  it('is found no second time', () => {
    const once = redactText('Müllers Export, 山田太郎です', ['Jana Müller', '山田太郎']).text;
    expect(redactText(once, ['Jana Müller', '山田太郎']).text).toBe(once);
  });
});
