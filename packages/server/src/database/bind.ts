import type { EntitySchema, InferEntity } from "@mikro-orm/core";

type Plain<T> = { [K in keyof T as K extends string ? K : never]: T[K] };
type Same<A, B> = [A] extends [B]
  ? [B] extends [A]
    ? true
    : { missing: Exclude<keyof A, keyof B>; extra: Exclude<keyof B, keyof A> }
  : { missing: Exclude<keyof A, keyof B>; extra: Exclude<keyof B, keyof A> };

/**
 * Gives a table the class of the contract. The third argument exists only in types:
 * it is required, and impossible, when the columns of the table and the fields of the class differ.
 */
export function bind<Table extends EntitySchema, Entity>(
  table: Table,
  entity: new () => Entity,
  ..._drift: Same<Plain<InferEntity<Table>>, Plain<Entity>> extends true ? [] : [Same<Plain<InferEntity<Table>>, Plain<Entity>>]
): void {
  table.setClass(entity);
}
