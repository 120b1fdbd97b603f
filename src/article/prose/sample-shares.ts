/** How often features meet: n features, each present with probability p = 1 − S, independently (the paper's data). */

/** Share of the samples that hold anything which hold two features or more: P(k ≥ 2) / P(k ≥ 1), in [0, 1]. */
export function shareWithCompany(n: number, density: number): number {
  const empty = (1 - density) ** n;
  const alone = n * density * (1 - density) ** (n - 1);
  return (1 - empty - alone) / (1 - empty);
}

/** Share of all samples that hold at most one feature: P(k ≤ 1), in [0, 1]. */
export function shareUncrowded(n: number, density: number): number {
  return (1 - density) ** n + n * density * (1 - density) ** (n - 1);
}
