import type { ChartBenchmark, DotsShape, Sentence } from './chart.ts';

/** A population by its name, place and year, where there is little room. */
export function benchmarkName({ population, place, year }: ChartBenchmark): Sentence {
  return { key: 'charts:benchmark.name', params: { population, place, year } };
}

/** A population by its name, place, year and ages, as it stands in the caption of a chart. Keys of the topic `charts`. */
export function benchmarkCaption({ population, place, year, fromAge, toAge }: ChartBenchmark): Sentence {
  const params = { population, place, year };
  if (fromAge === null && toAge === null) return { key: 'charts:benchmark.caption', params };
  if (toAge === null) return { key: 'charts:benchmark.captionFrom', params: { ...params, from: fromAge ?? 0 } };
  if (fromAge === null) return { key: 'charts:benchmark.captionTo', params: { ...params, to: toAge } };
  return { key: 'charts:benchmark.captionBetween', params: { ...params, from: fromAge, to: toAge } };
}

/** The words people were asked with there, and where that is written. */
export function benchmarkSource({ wording, source }: ChartBenchmark): Sentence {
  return { key: 'charts:benchmark.source', params: { wording, source } };
}

/** The chart beside one of its populations, where there are several: chosen by a person, for none of them is the right one. */
export function againstOne(shape: DotsShape, id: string): DotsShape {
  return {
    ...shape,
    benchmarks: shape.benchmarks?.filter((one) => one.id === id) ?? [],
    rows: shape.rows.map((row) =>
      row.against ? { ...row, against: row.against.filter(({ benchmark }) => benchmark === id) } : row,
    ),
  };
}
