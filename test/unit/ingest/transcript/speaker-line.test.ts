import { readSpeakerLine } from '../../../../src/ingest/transcript/speaker-line';

describe('a line of a transcript with a colon as Japanese and Chinese set it', () => {
  it.each([
    ['山田：エクスポートが壊れます', { speaker: '山田', text: 'エクスポートが壊れます' }],
    ['王小明： 导出坏了', { speaker: '王小明', text: '导出坏了' }],
    ['[00:01:02] 山田：はい', { speaker: '山田', startMs: 62_000, text: 'はい' }],
  ])('%s', (line, read) => {
    expect(readSpeakerLine(line)).toEqual(read);
  });
});
