/** The part of jstat that Hearth uses; the package brings no types of its own. */
declare module 'jstat' {
  interface Distributions {
    readonly gamma: { inv(probability: number, shape: number, scale: number): number };
    readonly beta: {
      inv(probability: number, alpha: number, beta: number): number;
      cdf(share: number, alpha: number, beta: number): number;
    };
  }
  const jStat: Distributions;

  export = jStat;
}
