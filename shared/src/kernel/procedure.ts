import type * as z from 'zod/mini';

/** Something that can be asked of the server: its wire name, what it takes, what it answers. */
export interface Procedure<
  Name extends string,
  Kind extends 'query' | 'mutation',
  Input extends z.ZodMiniType,
  Output,
> {
  readonly name: Name;
  readonly kind: Kind;
  readonly input: Input;
  /** Only a type: answers are checked where they are made. Never present at run time. */
  readonly output?: { readonly of: Output };
}

/** A question that changes nothing. */
export function defineQuery<const Name extends string, Input extends z.ZodMiniType>(name: Name, input: Input) {
  return {
    answers: <Output>(): Procedure<Name, 'query', Input, Output> => ({ name, kind: 'query', input }),
  };
}

/** A request that changes something on the server. */
export function defineMutation<const Name extends string, Input extends z.ZodMiniType>(name: Name, input: Input) {
  return {
    answers: <Output>(): Procedure<Name, 'mutation', Input, Output> => ({
      name,
      kind: 'mutation',
      input,
    }),
  };
}

export type AnyProcedure = Procedure<string, 'query' | 'mutation', z.ZodMiniType, unknown>;
export type InputOfProcedure<P extends AnyProcedure> = z.infer<P['input']>;
export type OutputOfProcedure<P extends AnyProcedure> = NonNullable<P['output']>['of'];
