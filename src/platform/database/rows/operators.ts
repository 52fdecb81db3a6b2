import type { Condition, Operator } from './contract'

const operators = ['in', 'notIn', 'atMost', 'above', 'not']

export function isOperator(condition: Condition): condition is Operator {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || Array.isArray(condition))
    return false
  return operators.some((operator) => operator in condition)
}
