import type { Published } from '../../../../shared/domain/published.ts';
import { mint } from './mint.ts';

/** What is made from a published value alone is published: a table, a text, a picture. `make` must bring in nothing else. */
export function derive<From, To>(value: Published<From>, make: (value: Published<From>) => To): Published<To> {
  return mint(make(value));
}
