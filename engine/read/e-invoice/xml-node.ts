export interface XmlNode {
  /** Local name, without prefix. */
  readonly name: string;
  /** Path from the root, with a position if siblings share the name: `/Invoice/InvoiceLine[2]/ID`. */
  readonly path: string;
  /** Keyed by qualified name, namespace declarations included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The element's own text, trimmed. */
  readonly text: string;
}
