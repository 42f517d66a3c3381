/** The types that belong to an operation. */
export function typeName(operationId: string): string {
  return `${operationId.slice(0, 1).toUpperCase()}${operationId.slice(1)}`;
}

/** The argument of its method. */
export function inputName(operationId: string): string {
  return `${typeName(operationId)}Input`;
}
