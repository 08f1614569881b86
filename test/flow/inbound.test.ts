import { benchInbound } from '../../eval/bench/inbound';

describe('a flood of deliveries on the host', () => {
  it('loses nothing that was accepted, and turns the rest away for the sender to come again', async () => {
    const { offered, byStatus, unanswered, acceptedAtOnce, acceptedAfterRetry, stored, lost } = await benchInbound(150, 2);
    expect(Object.keys(byStatus as object).filter((status) => !['202', '429', '503'].includes(status))).toEqual([]);
    expect(unanswered).toBe(0);
    expect(acceptedAtOnce).toBeGreaterThan(0);
    expect(acceptedAfterRetry).toBe(offered);
    expect(stored).toBe(offered);
    expect(lost).toBe(0);
  }, 180_000);
});
