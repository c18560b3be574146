/** JSONPath of the operations of a bundled document. */
export const operationsPath = "$.paths[*][get,put,post,delete,head,patch,options,trace]";

/** JSONPath of the operations of a path item that is a file of its own. */
export const fileOperationsPath = "$[get,put,post,delete,head,patch,options,trace]";
