import ts from "typescript";

const { factory } = ts;

/**
 * Makes a named declaration of each schema that is used, out of the one large interface that openapi-typescript writes:
 * an editor then says `Bill`, and not what it consists of. What is no object is written where it is used.
 */
export function nameTypes(ast: readonly ts.Node[], used: readonly string[]): ts.Node[] {
  const schemas = schemasOf(ast);
  const wanted = new Set<string>();

  function typeOf(name: string): ts.TypeNode {
    const type = schemas.get(name)?.type;
    if (type === undefined) throw new Error(`There is no schema ${name}`);
    return type;
  }

  /** The type by its name where it has one; else what it is. */
  function use(name: string): ts.TypeNode {
    if (!isNamed(typeOf(name))) return rewrite(typeOf(name));
    wanted.add(name);
    return factory.createTypeReferenceNode(name);
  }

  function rewrite<T extends ts.Node>(node: T): T {
    const [rewritten] = ts.transform(node, [
      (context) => (root) => {
        const visit = (each: ts.Node): ts.Node => {
          const name = schemaNameOf(each);
          if (name !== undefined) return use(name);
          const inner = ts.visitEachChild(each, visit, context);
          return ts.isPropertySignature(inner) ? asReadonly(inner) : inner;
        };
        return ts.visitNode(root, visit) as T;
      },
    ]).transformed;
    if (rewritten === undefined) throw new Error("Nothing was rewritten.");
    return rewritten;
  }

  for (const name of used) use(name);
  const declarations: ts.Node[] = [];
  // Declaring one may want more.
  for (const name of wanted) declarations.push(declare(name, rewrite(typeOf(name)), schemas.get(name)));
  return declarations;
}

/** An object, or what is made of objects. */
function isNamed(type: ts.TypeNode): boolean {
  return ts.isTypeLiteralNode(type) || ts.isIntersectionTypeNode(type) || ts.isArrayTypeNode(type);
}

function declare(name: string, type: ts.TypeNode, member: ts.PropertySignature | undefined): ts.Node {
  const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declared = ts.isTypeLiteralNode(type)
    ? factory.createInterfaceDeclaration(modifiers, name, undefined, undefined, type.members)
    : factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
  return ts.setSyntheticLeadingComments(declared, member && ts.getSyntheticLeadingComments(member));
}

function asReadonly(property: ts.PropertySignature): ts.PropertySignature {
  const modifiers = [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)];
  return factory.updatePropertySignature(property, modifiers, property.name, property.questionToken, property.type);
}

/** The members of `components["schemas"]`. */
function schemasOf(ast: readonly ts.Node[]): Map<string, ts.PropertySignature> {
  const components = ast.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "components");
  const members = components && ts.isInterfaceDeclaration(components) ? components.members : [];
  const schemas = members.find((member) => member.name && nameOf(member.name) === "schemas");
  if (
    schemas === undefined ||
    !ts.isPropertySignature(schemas) ||
    !schemas.type ||
    !ts.isTypeLiteralNode(schemas.type)
  ) {
    throw new Error("openapi-typescript writes no schemas any more.");
  }
  const found = schemas.type.members.filter(ts.isPropertySignature);
  return new Map(found.map((member) => [nameOf(member.name), member]));
}

/** `X`, if the node is `components["schemas"]["X"]`. */
function schemaNameOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType, indexType } = node;
  const isSchemas = literalOf(objectType.indexType) === "schemas" && ts.isTypeReferenceNode(objectType.objectType);
  return isSchemas ? literalOf(indexType) : undefined;
}

function literalOf(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}
