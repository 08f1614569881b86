import { agentProofs } from '../../deep/agent';

describe('a slice of the long proofs', () => {
  it.each(agentProofs)('$name', async (proof) => {
    const report = await proof.run(1, proof.slice);
    expect(report.violations).toEqual([]);
    expect(report.cases).toBe(proof.slice);
  });
});
