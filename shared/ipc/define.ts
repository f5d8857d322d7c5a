import type { z } from 'zod';

declare const outputType: unique symbol;

/** One call: what goes in is checked against a schema, what comes out is a type. */
export interface CallDefinition<Input extends z.ZodType, Output> {
  readonly input: Input;
  readonly [outputType]?: Output;
}

/**
 * Declares a call. Only inputs have a schema at run time: outputs come from the trusted side, are checked by the compiler
 * there, and parsing every queue page again would cost the frame it has to be painted in.
 */
export function call<Output>() {
  return <Input extends z.ZodType>(input: Input): CallDefinition<Input, Output> => ({ input });
}

// biome-ignore lint/suspicious/noExplicitAny: the type parameters are recovered by inference below
type AnyCall = CallDefinition<any, any>;
export type InputOf<Call extends AnyCall> = z.input<Call['input']>;
export type ParsedInputOf<Call extends AnyCall> = z.output<Call['input']>;
export type OutputOf<Call extends AnyCall> = Call extends CallDefinition<z.ZodType, infer Output> ? Output : never;
